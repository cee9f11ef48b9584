import WhetCore
import WhetScript

/// `help`: the commands, or one of them.
struct Help: ShellCommand {
  let specification = CommandSpecification(
    path: ["help"], summary: "Show the commands, or how one is used",
    discussion: """
      'help language' is the guide to the language of scripts and 'help grammar' its grammar. Words that begin no \
      command are looked for in the summaries.
      """,
    parameters: [.positional("words", .commandWords, isRequired: false, isRepeated: true, "the words of a command")],
    effect: .reads,
    examples: [
      .init("help correction import", "shows how corrections are imported"),
      .init("help language", "shows how scripts are written"),
    ])

  func run(_ call: CommandCall) async throws -> CommandResult {
    var words: [String] = []
    for argument in call.bound.values("words") { words.append(try call.text(of: argument)) }
    let table = call.shell.registry.table
    let help = HelpText(table: table, width: call.shell.streams.output.width() ?? 80)
    if words.isEmpty { return .text(help.overview + "\n\n" + Self.programUsage) }
    if let page = help.page(for: words) { return .text(page) }
    if let page = Self.pages[words.joined(separator: " ")] { return .text(page()) }
    let found = Self.search(words, in: table)
    guard !found.isEmpty else {
      throw WhetError(
        .notFound, "no command has to do with '\(words.joined(separator: " "))'",
        advice: table.suggestion(for: words).map { "did you mean '\($0)'?" } ?? "'help' lists the commands")
    }
    return .text(found.map { "\($0.usage)\n    \($0.summary)." }.joined(separator: "\n"))
  }

  /// Pages that are about no command.
  private static let pages: [String: @Sendable () -> String] = [
    "language": { LanguageGuide.text() }, "grammar": { LanguageGuide.grammar },
  ]

  private static func search(_ words: [String], in table: CommandTable) -> [CommandSpecification] {
    table.commands.filter { command in
      let text = ([command.name, command.summary, command.discussion] + command.parameters.map(\.name)).joined(
        separator: " ")
      return words.allSatisfy { text.lowercased().contains($0.lowercased()) }
    }
  }

  /// How the program itself is called.
  static let programUsage = """
    The program
      whet                       the prompt on a terminal, else commands from standard input
      whet COMMAND [ARG ...]     one command
      whet -c 'COMMAND' ...      commands, one after the other
      whet FILE.whet ... [-- ARG ...]
                                 scripts; a script's path has a '/' or ends in '.whet'; ARGs are its '$args'
      --output table|json|jsonl|csv|tsv|markdown|tap
                                 how results are written; tap shows only the tests of scripts
      --store PATH               the store; else $WHET_STORE, else ~/.local/share/whet/whet.db
      --project DIR              the project; else the one around the current folder
      --set NAME=VALUE           a setting, such as learner=off (see 'config list'), or a variable of the script
      --check                    analyse only; nothing runs
      --dry-run                  run what only reads, and say of everything else what it would do
      --trace, --trace-json      tell each step on standard error
      --safe                     no other process, no file outside of the project, no network
      --yes                      answer questions with yes
      --no-rc                    do not run the start file
      --color auto|always|never  when to colour
      --version                  the version

    Exit status: 0 ok, 1 a command failed, 2 a script has errors, 3 an 'expect' failed or a deployment was
    refused, 4 a service could not be reached, 64 usage, 130 interrupted, 141 closed pipe.
    """
}
