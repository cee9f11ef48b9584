import WhetCore
import WhetScript

/// `format`: a script in its normal form.
struct Format: ShellCommand {
  let specification = CommandSpecification(
    path: ["format"], summary: "Write a script in its normal form",
    discussion: """
      A statement a line, two blanks of indentation a block, comments where they were; what the script does stays the \
      same, and formatting again changes nothing. Prints the result, or replaces the file with --write. --check prints \
      nothing and fails if the file is not in its normal form. A script with faults is left as it is.
      """,
    parameters: [
      .positional("file", .file, "the script"), .flag("write", "replace the file"),
      .flag("check", "only say whether the file is in its normal form"),
    ],
    effect: .writes,
    examples: [
      .init("format nightly.whet", "prints the script as it should be"),
      .init("format nightly.whet --check", "fails if it is not yet so"),
    ],
    shape: .record(
      "formatted script",
      [
        .init("file", .text, "its name"), .init("wasNormal", .boolean, "whether it was in its normal form"),
        .init("formatted", .text.orNull("it was written or only checked"), "its normal form"),
      ]))

  func run(_ call: CommandCall) async throws -> CommandResult {
    let name = try call.required("file")
    if name == "-", call.flag("write") {
      throw WhetError(.usage, "standard input cannot be replaced", advice: "leave out '--write'", exitCode: .usage)
    }
    let text = try InputFile.text(call.shell.accessible(name, isInput: true), name: name, limit: InputFile.scriptLimit)
    let script = Parser.parse(SourceText(name: name, text: text))
    if let fault = script.diagnostics.error(in: script.source) { throw fault }
    let formatted = ScriptFormatter.format(script)
    let isNormal = formatted == text
    if call.flag("check") {
      guard isNormal else { throw notNormal(name, text, formatted) }
      return CommandResult(value(name, isNormal, formatted: nil), as: .nothing)
    }
    guard call.flag("write") else {
      return CommandResult(value(name, isNormal, formatted: formatted), as: .exact(formatted))
    }
    if !isNormal { try OutputFile.write(formatted, to: call.shell.accessible(name), name: name) }
    return CommandResult(
      value(name, isNormal, formatted: nil), as: .text(isNormal ? "\(name) is in its normal form" : "wrote \(name)"))
  }

  private func value(_ name: String, _ isNormal: Bool, formatted: String?) -> JSONValue {
    .record(["file": .string(name), "wasNormal": .bool(isNormal), "formatted": JSONValue(formatted)])
  }

  private func notNormal(_ name: String, _ text: String, _ formatted: String) -> WhetError {
    let lines = zip(
      text.split(separator: "\n", omittingEmptySubsequences: false),
      formatted.split(separator: "\n", omittingEmptySubsequences: false))
    let line = (lines.enumerated().first { $1.0 != $1.1 }?.offset ?? 0) + 1
    return WhetError(
      .formatDiffers, "the script is not in its normal form", at: SourceLocation(file: name, line: line),
      advice: "'format \(ScriptFormatter.literal(for: name)) --write' puts it there")
  }
}

extension WhetError.Code {
  /// `format --check` met a script that is not in its normal form.
  static let formatDiffers = Self(rawValue: "format.differs")
}
