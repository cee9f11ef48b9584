import Foundation
import WhetAnalytics
import WhetCore
import WhetScript
import WhetTerminal

/// The commands that measure what learning is worth, on files of one's own.
enum MeasureCommands {
  static let all: [any ShellCommand] = [MeasureStream(), MeasureRules()]

  /// What a line holds, in the words of the help pages.
  static let lineFormat = """
    A line is {original, corrected, format?, language?, id?}; other members are passed over. A format that is \
    missing is detected as in 'correction import'. A bad line is reported as file:line and left out; the rest is \
    measured, and the command then fails (exit 1).
    """

  /// What distances are measured in.
  static let tokens = """
    Distances count tokens: runs of letters, digits and underscores, every other visible character alone, and each \
    line end. Other white space does not count. The store is neither read nor written.
    """
}

extension CommandCall {
  /// Reads a file for measuring and reports its bad lines.
  func measureFile(_ name: String, isUntouched: Bool = false) throws(WhetError) -> MeasureFile {
    let bytes = try InputFile.bytes(shell.accessible(name, isInput: true), name: name, limit: InputFile.batchLimit)
    let file = try MeasureFile(bytes, name: name, isUntouched: isUntouched)
    for fault in file.faults.prefix(Self.shownFaults) { shell.report(fault) }
    if file.faults.count > Self.shownFaults { warn("and \(file.faults.count - Self.shownFaults) more bad lines") }
    return file
  }

  private static var shownFaults: Int { 20 }

  /// Does work that says how far it is, shows that on standard error, and ends it when the task is cancelled.
  func measuring<Measure>(
    _ title: String, of count: Int, work: (_ progress: (Int) throws -> Void) throws -> Measure
  ) throws -> Measure {
    let width = shell.environment.terminalKnowsSequences ? shell.streams.errors.width() : nil
    let reporter = ProgressReporter(title, output: .init(width: width) { [shell] in shell.writeError($0) })
    defer { reporter.finish() }
    return try work { done in
      try WhetError.throwIfCancelled()
      reporter.update(completed: done, total: count)
    }
  }
}

extension CommandResult {
  /// The numbers of a measure, with the lines that were left out.
  init(measure value: JSONValue, rows: [(name: String, value: String)], files: [MeasureFile]) {
    let faults = files.flatMap(\.faults)
    var members: [JSONValue.Member] = []
    if case .object(let given) = value { members = given }
    if !faults.isEmpty { members.append(.init("faults", .array(faults.map(Self.value(of:))))) }
    self.init(
      .object(members), as: .document([.fields(rows)]),
      failure: faults.isEmpty
        ? nil
        : WhetError(
          .measurePartial, "\(NumberText.count(faults.count, "line")) could not be measured",
          advice: "correct them; the numbers are those of the others"))
  }

  private static func value(of fault: WhetError) -> JSONValue {
    .record([
      "file": .string(fault.location?.file ?? ""), "line": fault.location?.line.map { JSONValue($0) } ?? .null,
      "code": .string(fault.code.rawValue), "message": .string(fault.message),
    ])
  }

  /// What `init(measure:rows:files:)` adds.
  static let faultsOfMeasure = ValueShape.Member(
    "faults",
    .list(
      .record(
        "fault of a measured line",
        [
          .init("file", .text, "where"), .init("line", .integer(from: 1), "where"),
          .init("code", .text, "for 'explain'"), .init("message", .text, "what is wrong"),
        ])),
    "why lines were left out", absentWhen: "all lines were good")
}

extension NumberText {
  /// A share as in JSON, three digits behind the point.
  static func share(_ value: Double?) -> String { value.map { String(format: "%.3f", $0) } ?? "n/a" }
}

extension WhetError.Code {
  /// Some lines of a file were left out of a measure.
  static let measurePartial = Self(rawValue: "measure.partial")
}
