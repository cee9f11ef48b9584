import Synchronization
import WhetCore

@testable import WhetScript

/// A world for the examples: a clock that only sleeping moves, two files, an empty environment, and safe mode.
final class ExampleWorld: Sendable {
  private let clock = Mutex(Duration.zero)

  func sleep(_ duration: Duration) { clock.withLock { $0 += duration } }

  /// `notes.md` is there, `ready.txt` after ten seconds; what lies outside of the project is refused.
  var surroundings: Surroundings {
    Surroundings(
      now: { .seconds(1_000_000_000) }, elapsed: { self.clock.withLock { $0 } }, environment: { _ in nil },
      exists: { path throws(WhetError) in
        guard !path.hasPrefix("/") else { throw WhetError(.refusedWhenSafe, "'\(path)' is outside of the project") }
        return path == "notes.md" || path == "ready.txt" && self.clock.withLock { $0 } >= .seconds(10)
      },
      read: { path throws(WhetError) in throw WhetError(.fileUnreadable, "there is no '\(path)'") })
  }
}

/// A script prepared as the file `main.whet`, beside which there is an empty `common.whet`.
///
/// U+FFFD in the text stands for a byte that is not UTF-8.
func prepareExample(_ text: String, in session: inout ScriptSession) -> ScriptSession.Preparation {
  let bytes = text.unicodeScalars.flatMap { $0 == "\u{FFFD}" ? [0xE9] : Array(String($0).utf8) }
  return session.prepare(ScriptInput(file: SourceText(name: "main.whet", bytes: bytes))) { path throws(WhetError) in
    guard path == "common.whet" else { throw WhetError(.fileUnreadable, "there is no file '\(path)'") }
    return SourceText(name: path, text: "")
  }
}

/// The codes an example gets before it runs, each once, in the order of the code's name.
func exampleDiagnostics(_ text: String) -> [String] {
  var session = ScriptSession(table: exampleTable)
  let reports = prepareExample(text, in: &session).reports
  return Set(reports.flatMap(\.diagnostics).map(\.code.rawValue)).sorted()
}

/// The code an example that has no fault before it runs ends with; `nil` if it finishes.
func exampleFailure(_ text: String) throws -> String? {
  var session = ScriptSession(table: exampleTable)
  guard let entry = prepareExample(text, in: &session).entry else { return "not prepared" }
  let world = ExampleWorld()
  var machine = Machine(session, entry, surroundings: world.surroundings)
  while true {
    switch machine.run() {
    case .command: machine.answer(.null)
    case .sleep(let duration): world.sleep(duration)
    case .echo, .testBegan, .testEnded, .assigned, .skipped, .pause: break
    case .finished: return nil
    case .failed(let failure): return failure.error.code.rawValue
    }
  }
}
