import WhetCore
import WhetScript

/// `output`: the format of results for the rest of the shell or script.
struct Output: ShellCommand {
  let specification = CommandSpecification(
    path: ["output"], summary: "Choose the format of results for the rest of the shell or script",
    discussion: """
      As --output does for a whole run; a '| FORMAT' at the end of a command is for that command alone. Without a format \
      it says which one holds. A script that was started with --output keeps that format, because whoever started it \
      reads it.
      """,
    parameters: [
      .positional(
        "format", .choice(OutputFormat.ofCommands.map(\.rawValue)), isRequired: false, "how results are written")
    ],
    effect: .reads,
    examples: [
      .init("output json", "writes results as JSON from now on"), .init("output table", "writes tables again"),
    ],
    shape: .record("output", [.init("output", .word(OutputFormat.allCases.map(\.rawValue)), "the format that holds")]))

  func run(_ call: CommandCall) async throws -> CommandResult {
    let shell = call.shell
    if let name = try call.text("format"), !shell.isOutputFixed { shell.write(in: try OutputFormat(named: name)) }
    let format = shell.output.rawValue
    return CommandResult(.record(["output": .string(format)]), as: .text("results are written as \(format)"))
  }
}
