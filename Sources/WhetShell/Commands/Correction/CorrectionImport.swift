import WhetCore
import WhetScript
import WhetTraining

/// `correction import`: the corrections of a JSON-lines file.
struct CorrectionImport: ShellCommand {
  let specification = CommandSpecification(
    path: ["correction", "import"], summary: "Add the corrections of a JSON-lines file",
    discussion: """
      One correction a line: {id?, agent, task, context?, original, corrected?, feedback?, format?, language?, type?, \
      severity?, verify?: {run: [words], stdin?, files?, timeout?}, pinned?, source?}. At least one of corrected, \
      feedback and verify is there; corrected equal to original is an accepted answer.

      A bad line is reported as file:line and skipped; the rest goes in together, and the command then fails \
      (exit 1), so that a script does not train on half a file unnoticed. Importing a file twice changes nothing. \
      Secrets are replaced on the way in.
      """,
    parameters: [.positional("file", .file, "the file; - is standard input")],
    effect: .writes,
    examples: [.init("correction import corrections.jsonl", "adds the file's corrections")],
    shape: CorrectionImport.shape)

  func run(_ call: CommandCall) async throws -> CommandResult {
    let name = try call.required("file")
    let bytes = try InputFile.bytes(call.shell.accessible(name, isInput: true), name: name, limit: InputFile.batchLimit)
    let report = try await call.trainer().importCorrections(bytes, file: name)
    for fault in report.faults.prefix(Self.shownFaults) { call.shell.report(fault) }
    if report.faults.count > Self.shownFaults {
      call.warn("and \(report.faults.count - Self.shownFaults) more bad lines")
    }
    if !report.ignoredFields.isEmpty {
      call.warn("unknown fields were left out: \(report.ignoredFields.joined(separator: ", "))")
    }
    return CommandResult(value(of: report), as: .text(Self.summary(of: report)), failure: Self.failure(of: report))
  }

  static let shape = ValueShape.record(
    "import",
    [
      .init("file", .text, "its name"), .init("added", .count, "corrections that came in"),
      .init("unchanged", .count, "that were there"), .init("removed", .count, "removed earlier and left out"),
      .init("bad", .count, "lines that were skipped"), .init("redactions", .count, "secrets replaced"),
      .init("ids", .list(.id("correction")), "of those that came in"),
      .init("faults", .list(fault), "why lines were skipped"),
      .init("ignoredFields", .list(.text), "names nobody knows"),
    ])

  private static let fault = ValueShape.record(
    "fault of a line",
    [
      .init("line", .integer(from: 1), "where"),
      .init("code", .text, "for 'explain'"), .init("message", .text, "what is wrong"),
    ])

  private static let shownFaults = 20

  private func value(of report: ImportReport) -> JSONValue {
    .record([
      "file": .string(report.file), "added": JSONValue(report.added.count), "unchanged": JSONValue(report.unchanged),
      "removed": JSONValue(report.removed), "bad": JSONValue(report.faults.count),
      "redactions": JSONValue(report.redactions),
      "ids": .array(report.added.map { .string($0.rawValue) }),
      "faults": .array(
        report.faults.map {
          .record([
            "line": $0.location?.line.map { JSONValue($0) } ?? .null, "code": .string($0.code.rawValue),
            "message": .string($0.message),
          ])
        }),
      "ignoredFields": .array(report.ignoredFields.map { .string($0) }),
    ])
  }

  static func summary(of report: ImportReport) -> String {
    var parts = ["\(report.added.count) added"]
    if report.unchanged > 0 { parts.append("\(report.unchanged) unchanged") }
    if report.removed > 0 { parts.append("\(report.removed) removed earlier and left out") }
    if !report.faults.isEmpty { parts.append("\(report.faults.count) bad") }
    if report.redactions > 0 { parts.append("\(NumberText.count(report.redactions, "secret")) replaced") }
    return "\(report.file): " + parts.joined(separator: ", ")
  }

  static func failure(of report: ImportReport) -> WhetError? {
    guard !report.faults.isEmpty else { return nil }
    return WhetError(
      .importPartial, "\(NumberText.count(report.faults.count, "line")) of '\(report.file)' could not be imported",
      advice: "correct them and import the file again: what is there already stays as it is")
  }
}

extension WhetError.Code {
  /// Some lines of a file were skipped; the others are in.
  static let importPartial = Self(rawValue: "import.partial")
}
