import WhetCore
import WhetScript

/// `edit`: writes the next entry in the user's own editor.
struct Edit: ShellCommand {
  let specification = CommandSpecification(
    path: ["edit"], summary: "Write the next entry in your own editor",
    discussion: """
      Opens $VISUAL, else $EDITOR, else an editor that is there, with the last entry or with the text given. What you \
      save stands in the line at the prompt, and Enter runs it. Save an empty file to run nothing. Ctrl-X Ctrl-E does the \
      same with what you have typed so far. Works at the prompt only.
      """,
    parameters: [
      .positional("text", .text, isRequired: false, defaultText: "last", "what to begin with; 'last' is the last entry")
    ],
    effect: .reads, startsProcesses: true,
    examples: [
      .init("edit", "opens the editor with the last entry"),
      .init("edit 'train engineer'", "opens the editor with that text"),
    ],
    shape: .record("edited text", [.init("text", .text.orNull("nothing is to be run"), "what was saved")]))

  func run(_ call: CommandCall) async throws -> CommandResult {
    let shell = call.shell
    guard let desk = shell.prompt else {
      throw WhetError(
        .usage, "'edit' works at the prompt only", advice: "start whet without arguments on a terminal",
        exitCode: .usage)
    }
    var text = try call.text("text") ?? "last"
    if text == "last" { text = desk.lastEntry ?? HistoryEntries.read(shell.environment).last { $0 != "edit" } ?? "" }
    let edited = try await ExternalEditor(shell: shell).edit(text)
    if let edited { desk.draft(edited) }
    return CommandResult(.record(["text": JSONValue(edited)]), as: edited == nil ? .text("nothing to run") : .nothing)
  }
}
