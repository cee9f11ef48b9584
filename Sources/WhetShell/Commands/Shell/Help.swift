import WhetCore
import WhetScript

/// `help`: the commands, one of them, a topic, or what has to do with some words.
struct Help: ShellCommand {
  let specification = CommandSpecification(
    path: ["help"], summary: "Show the commands, how one is used, or what has to do with some words",
    discussion: """
      Words that are no command and no topic are looked for in names, summaries, flags, texts and explanations; the \
      nearest come first.
      """,
    parameters: [
      .positional("words", .commandWords, isRequired: false, isRepeated: true, "a command, a topic, or any words"),
      .flag("schema", "the JSON Schema of the command's value; without a command those of all, by name"),
    ],
    effect: .reads,
    examples: [
      .init("help correction import", "shows how corrections are imported"),
      .init("help language", "shows how scripts are written"),
      .init("help undo deployment", "looks for words"),
      .init("help run list --schema", "shows what 'run list' gives to programs"),
    ],
    shape: .either([
      .init(when: "of a page", HelpPage.shape), .init(when: "with --schema", .map(.any)),
    ]))

  func run(_ call: CommandCall) async throws -> CommandResult {
    var words: [String] = []
    for argument in call.bound.values("words") { words.append(try call.text(of: argument)) }
    let pages = HelpPages(call.shell)
    if call.flag("schema") { return try schema(words, pages) }
    return try pages.page(for: words).result
  }

  private func schema(_ words: [String], _ pages: HelpPages) throws(WhetError) -> CommandResult {
    let value: JSONValue
    if words.isEmpty {
      value = .object(pages.table.commands.map { .init($0.name, pages.schema(of: $0)) })
    } else if let match = pages.table.match(words), match.wordCount == words.count {
      value = pages.schema(of: match.specification)
    } else {
      throw WhetError(
        .notFound, "there is no command '\(words.joined(separator: " ").prefix(60))'",
        advice: pages.table.suggestion(for: words).map { "did you mean '\($0)'?" } ?? "'help' lists the commands")
    }
    return CommandResult(value, as: .exact(value.json(indent: 2) + "\n"))
  }
}
