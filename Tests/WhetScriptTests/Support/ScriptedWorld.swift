import Synchronization
import WhetCore

@testable import WhetScript

/// A world for scripts in which nothing happens by chance: commands give what the test says, time passes only by
/// `sleep`, and files are texts in a table.
struct ScriptedWorld: Sendable {
  enum Answer: Sendable {
    case value(ScriptValue)
    case failure(WhetError)
  }

  /// The answers of commands by name, one after the other; the last one again and again.
  var answers: [String: [Answer]] = [:]
  var environment = ["HOME": "/home/someone", "SERVICE_TOKEN": "hush-hush"]
  var files = ["notes.txt": "first\nsecond\n", "lib/data.txt": "data"]
  /// Whether commands are left out, as in a dry run, but for those that only read.
  var isDryRun = false
  var options = ScriptSession.Options()
  var arguments: [String] = []

  /// What a command gives for which the test says nothing.
  static let usual = Answer.value(
    .record(ScriptRecord(flat: ["ok": .bool(true), "n": .integer(3), "items": .list(ScriptList(flat: [.text("a")]))])))

  static let failing = Answer.failure(
    WhetError(WhetError.Code(rawValue: "service.down"), "the service does not answer", advice: "try later"))

  static func failing(_ commands: String...) -> ScriptedWorld {
    ScriptedWorld(answers: Dictionary(uniqueKeysWithValues: commands.map { ($0, [failing]) }))
  }

  static func giving(_ values: ScriptValue..., to command: String) -> ScriptedWorld {
    ScriptedWorld(answers: [command: values.map { .value($0) }])
  }

  func answer(_ name: String, call: Int) -> Answer {
    guard let known = answers[name], !known.isEmpty else { return Self.usual }
    return known[min(call, known.count - 1)]
  }

  func read(_ path: String) throws(WhetError) -> String {
    guard let text = files[path] else { throw WhetError(.fileUnreadable, "'\(path)' cannot be read") }
    return text
  }

  func surroundings(_ clock: FakeClock) -> Surroundings {
    Surroundings(
      now: { .seconds(1_700_000_000) + clock.elapsed }, elapsed: { clock.elapsed },
      environment: { [environment] in environment[$0] },
      exists: { [files] path throws(WhetError) in files[path] != nil },
      read: { [self] path throws(WhetError) in try read(path) })
  }
}

/// A clock that only goes on when it is told to.
final class FakeClock: Sendable {
  private let time = Mutex(Duration.zero)

  var elapsed: Duration { time.withLock { $0 } }

  func advance(by duration: Duration) { time.withLock { $0 += duration } }
}
