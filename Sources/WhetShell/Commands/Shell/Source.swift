import WhetCore
import WhetScript

/// `source`: a script file run as if its lines had been typed at the prompt.
struct Source: ShellCommand {
  let specification = CommandSpecification(
    path: ["source"], summary: "Run a script file at the prompt",
    discussion: """
      Its variables and functions stay, as if its lines had been typed here; in a script 'include' does that. It is \
      analysed as a whole before its first command runs, and stands alone in its entry.
      """,
    parameters: [.positional("file", .file, "the script")], effect: .writes,
    examples: [.init("source helpers.whet", "makes the functions of the file known at the prompt")],
    shape: .record("sourced script", [.init("file", .text, "its name")]))

  func run(_ call: CommandCall) async throws -> CommandResult {
    let file = try call.required("file")
    guard let desk = call.shell.prompt else {
      throw WhetError(
        .usage, "'source' works at the prompt only", advice: "in a script: include \(ScriptFormatter.quoted(file))",
        exitCode: .usage)
    }
    guard desk.isAlone else {
      throw WhetError(
        .usage, "'source' stands alone in its entry", advice: "give it a line of its own", exitCode: .usage)
    }
    let url = try call.shell.accessible(file)
    let bytes = try InputFile.bytes(url, name: file, limit: InputFile.scriptLimit)
    desk.run(ScriptInput(file: SourceText(name: file, bytes: Array(bytes))))
    return CommandResult(.record(["file": .string(file)]), as: .nothing)
  }
}
