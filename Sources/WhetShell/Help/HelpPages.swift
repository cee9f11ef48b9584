import WhetCore
import WhetScript

/// A page of help, for people and for programs.
struct HelpPage: Sendable {
  var title: String
  var text: String
  /// What it is about.
  var commands: [CommandSpecification] = []
  /// What else it points to, as lines to type.
  var others: [HelpIndex.Entry] = []

  var result: CommandResult {
    CommandResult(
      .record([
        "title": .string(title), "text": .string(text),
        "commands": .array(
          commands.map {
            .record([
              "name": .string($0.name), "usage": .string($0.usage), "summary": .string($0.summary),
              "effect": .string($0.effect.rawValue),
            ])
          }),
        "others": .array(others.map { .record(["line": .string($0.line), "summary": .string($0.summary)]) }),
      ]), as: .text(text))
  }

  /// As the value of `result`.
  static let shape = ValueShape.record(
    "help page",
    [
      .init("title", .text, "what it is about"), .init("text", .text, "the page"),
      .init("commands", .list(command), "it tells of"), .init("others", .list(other), "pages it points to"),
    ])

  private static let command = ValueShape.record(
    "described command",
    [
      .init("name", .text, "its words"), .init("usage", .text, "how it is typed"),
      .init("summary", .text, "what it does"),
      .init("effect", .word(CommandSpecification.Effect.self), "what it may change"),
    ])

  private static let other = ValueShape.record(
    "other page", [.init("line", .text, "what to type for it"), .init("summary", .text, "what it says")])
}

/// Makes the pages of help.
struct HelpPages {
  let table: CommandTable
  private let help: HelpText

  init(_ shell: Shell) {
    self.init(shell.registry.table, width: shell.streams.output.width() ?? 80)
  }

  init(_ table: CommandTable, width: Int = 80) {
    self.table = table
    help = HelpText(table: table, width: width)
  }

  /// The page for any words: the overview, a command, a noun, a topic, or what was found.
  ///
  /// - Throws: `not-found`.
  func page(for words: [String]) throws(WhetError) -> HelpPage {
    if words.isEmpty { return overview }
    if let command = table[words] { return page(for: command) }
    let nouns = table.commands(beginningWith: words)
    if !nouns.isEmpty { return HelpPage(title: words.joined(separator: " "), text: help.list(nouns), commands: nouns) }
    if let topic = HelpTopic.named(words) { return HelpPage(title: topic.name, text: topic.text(help)) }
    return try found(words)
  }

  /// How one command is used.
  func page(for command: CommandSpecification) -> HelpPage {
    HelpPage(title: command.name, text: help.page(for: command), commands: [command])
  }

  /// What a command gives to programs; nothing is known of one that does not say.
  func schema(of command: CommandSpecification) -> JSONValue {
    (command.shape ?? .any).schema(title: "whet \(command.name)")
  }

  private var overview: HelpPage {
    let parts = [
      help.wrap(
        """
        whet learns from the corrections people make to agents' answers, proves on other cases that the learning \
        helps, and writes it into the agents' definitions.
        """),
      "To begin\n" + help.rows(Self.beginning),
      help.overview,
      "More help\n"
        + help.rows(
          [
            ("help COMMAND", "how a command is used; also COMMAND --help"),
            ("help WORDS", "looks for words in everything there is to read"),
            ("explain CODE", "what an error means, and what to do"),
          ] + HelpTopic.all.map { ("help \($0.name)", $0.summary) }),
    ]
    return HelpPage(
      title: "whet", text: parts.joined(separator: "\n\n"), commands: table.commands,
      others: HelpTopic.all.map { .init(line: "help \($0.name)", name: $0.name, summary: $0.summary, texts: []) })
  }

  private static let beginning = [
    ("demo run engineer", "the whole way on shipped corrections, in a place of its own"),
    ("correction import FILE", "takes in your corrections"),
    ("train AGENT", "learns from them and measures whether it helps"),
    ("session show last", "shows step by step what happened"),
    ("deploy AGENT", "writes what helps into the agent; 'rollback AGENT' takes it back"),
  ]

  private func found(_ words: [String]) throws(WhetError) -> HelpPage {
    let index = HelpIndex(table)
    let found = index.search(words)
    let title = words.joined(separator: " ")
    guard !found.isEmpty else {
      throw WhetError(
        .notFound, "nothing has to do with '\(title.prefix(60))'",
        advice: index.suggestion(for: words).map { "did you mean '\($0)'?" } ?? "'help' lists the commands")
    }
    let shown = Array(found.prefix(Self.limit))
    var text = help.rows(shown.map { ($0.line, $0.summary) })
    if found.count > shown.count { text += "\n\n  and \(found.count - shown.count) more; say more words" }
    return HelpPage(
      title: title, text: text, commands: shown.compactMap { table[$0.name.split(separator: " ").map(String.init)] },
      others: shown)
  }

  private static let limit = 15
}
