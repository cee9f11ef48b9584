import WhetCore
import WhetScript

/// The commands on the shell itself.
enum ShellCommands {
  static let all: [any ShellCommand] = [
    Help(), Explain(), Format(), History(), HistorySearch(), HistoryClear(), Undo(), Edit(), Source(), Output(),
    Timing(), Watch(), End(word: "exit"), End(word: "quit"),
  ]
}

/// `exit` and `quit`: ends the shell or script.
struct End: ShellCommand {
  let specification: CommandSpecification

  init(word: String) {
    specification = CommandSpecification(
      path: [word], summary: "End the shell or script", effect: .reads, endsScript: true,
      examples: [.init(word, "ends")], shape: .nothing)
  }

  func run(_ call: CommandCall) async throws -> CommandResult {
    call.shell.end()
    return CommandResult(.null, as: .nothing)
  }
}
