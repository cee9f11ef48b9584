import Synchronization
import WhetCore
import WhetScript
import WhetTerminal

/// Shows how tests ended, each at once, and a summary at the end.
///
/// In TAP (Test Anything Protocol, version 14, testanything.org) standard output has nothing but the protocol.
final class TestReport: Sendable {
  private let shell: Shell
  private let writer: ResultWriter
  private let counts = Mutex((passed: 0, failed: 0))

  init(shell: Shell, writer: ResultWriter) {
    self.shell = shell
    self.writer = writer
  }

  var hasFailure: Bool { counts.withLock { $0.failed > 0 } }

  /// Begins the report; in TAP nothing may stand before its first line.
  func begin() throws {
    if shell.output == .tap { try shell.streams.output.writeExact("TAP version 14\n") }
  }

  /// - Throws: when the output cannot be written.
  func end(_ outcome: TestOutcome) throws {
    let number = counts.withLock { counts in
      if outcome.failure == nil { counts.passed += 1 } else { counts.failed += 1 }
      return counts.passed + counts.failed
    }
    guard shell.output != .tap else { return try shell.streams.output.writeExact(point(number, outcome)) }
    if let failure = outcome.failure {
      shell.writeError(FailureText(shell: shell).text(of: failure, isPlaced: true))
    }
    guard shell.output != .table else { return try shell.streams.output.write(line(outcome)) }
    let target = ResultWriter.Target(format: shell.output, file: nil)
    try writer.write(CommandResult(value(outcome), as: .nothing), to: target)
  }

  /// The summary of the tests, if there were any.
  ///
  /// - Parameter code: how the scripts ended.
  func finish(_ code: ExitCode) throws {
    let (passed, failed) = counts.withLock { $0 }
    if shell.output == .tap {
      let isCut = code != .success
      try shell.streams.output.writeExact(isCut ? "Bail out! The script failed.\n" : "1..\(passed + failed)\n")
    } else if passed + failed > 0, shell.output == .table {
      let painter = shell.streams.output.painter
      let failures: TerminalText = failed > 0 ? painter.paint("\(failed) failed", [.bold, .red]) : "0 failed"
      try shell.streams.output.write("\(NumberText.count(passed + failed, "test")): \(passed) passed, \(failures)\n")
    }
  }

  private func line(_ outcome: TestOutcome) -> TerminalText {
    let painter = shell.streams.output.painter
    let mark = outcome.failure == nil ? painter.paint("ok  ", .green) : painter.paint("FAIL", [.bold, .red])
    let time = NumberText.milliseconds(outcome.duration / .milliseconds(1))
    return mark + "  \(outcome.name)  " + painter.paint(TerminalText(time), .dim) + "\n"
  }

  private func value(_ outcome: TestOutcome) -> JSONValue {
    .record([
      "test": .string(outcome.name), "passed": .bool(outcome.failure == nil),
      "seconds": .number(outcome.duration / .seconds(1)), "file": .string(outcome.location.file),
      "line": outcome.location.line.map { JSONValue($0) } ?? .null,
      "failure": outcome.failure.map { Self.value(of: $0.error) } ?? .null,
    ])
  }

  private static func value(of error: WhetError) -> JSONValue {
    .record([
      "code": .string(error.code.rawValue), "message": .string(error.message),
      "place": JSONValue(error.location?.description),
    ])
  }

  /// A test point with its diagnostics in YAML, whose texts are written as JSON strings.
  private func point(_ number: Int, _ outcome: TestOutcome) -> String {
    let name = Sanitiser.visible(outcome.name).replacing("\\", with: "\\\\").replacing("#", with: "\\#")
      .split(whereSeparator: \.isNewline).joined(separator: " ")
    guard let error = outcome.failure?.error else { return "ok \(number) - \(name)\n" }
    let fields = [
      ("message", error.message), ("code", error.code.rawValue), ("at", error.location?.description ?? ""),
    ]
    let lines = fields.map { "  \($0): \(JSONValue.string($1).json())\n" }.joined()
    return "not ok \(number) - \(name)\n  ---\n\(lines)  ...\n"
  }
}
