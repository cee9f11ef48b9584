/// The commands of a program, found by the words they begin with.
public struct CommandTable: Sendable {
  /// Commands that are listed under one heading.
  public struct Group: Sendable {
    public var title: String
    public var commands: [CommandSpecification]

    public init(_ title: String, _ commands: [CommandSpecification]) {
      self.title = title
      self.commands = commands
    }
  }

  /// As the overview lists them.
  public let groups: [Group]
  /// In the order of their declaration.
  public let commands: [CommandSpecification]
  /// Flags that every command takes.
  public let common: [Parameter]
  /// The words that may follow `|`.
  public let formats: [String]
  /// A few words on a format.
  public let formatMeanings: [String: String]
  private let byPath: [[String]: CommandSpecification]
  private let longestPath: Int

  /// The verb a noun alone stands for.
  public static let listVerb = "list"

  /// - Parameter formats: the output formats the program can write.
  public init(
    groups: [Group], common: [Parameter] = [],
    formats: [String] = ["table", "json", "jsonl", "csv", "tsv", "markdown"], formatMeanings: [String: String] = [:]
  ) {
    self.groups = groups
    commands = groups.flatMap(\.commands)
    self.common = common
    self.formats = formats
    self.formatMeanings = formatMeanings
    byPath = Dictionary(commands.map { ($0.path, $0) }) { first, _ in first }
    longestPath = commands.map(\.path.count).max() ?? 0
  }

  /// Commands without headings.
  public init(
    _ commands: [CommandSpecification], common: [Parameter] = [],
    formats: [String] = ["table", "json", "jsonl", "csv", "tsv", "markdown"]
  ) {
    self.init(groups: [Group("", commands)], common: common, formats: formats)
  }

  /// The command with exactly this path.
  public subscript(path: [String]) -> CommandSpecification? { byPath[path] }

  /// The first words of all paths, each once, in the order of declaration.
  public var firstWords: [String] {
    var seen: Set<String> = []
    return commands.compactMap { $0.path.first }.filter { seen.insert($0).inserted }
  }

  /// The commands whose path begins with these words.
  public func commands(beginningWith words: [String]) -> [CommandSpecification] {
    commands.filter { $0.path.starts(with: words) }
  }

  /// A command and how many of the words it took.
  public struct Match: Sendable {
    public var specification: CommandSpecification
    /// At least 1.
    public var wordCount: Int
  }

  /// The command with the longest path the words begin with; for a noun without further words its list command.
  public func match(_ words: [String]) -> Match? {
    for count in stride(from: min(longestPath, words.count), to: 0, by: -1) {
      if let found = byPath[Array(words.prefix(count))] { return Match(specification: found, wordCount: count) }
    }
    return byPath[words + [Self.listVerb]].map { Match(specification: $0, wordCount: words.count) }
  }

  /// The path that was probably meant by words that match no command.
  public func suggestion(for words: [String]) -> String? {
    let spelled = commands.map { $0.path } + firstWords.map { [$0] }
    let lengths = Set(spelled.map(\.count)).sorted(by: >).filter { $0 <= words.count }
    for count in lengths {
      let typed = words.prefix(count).joined(separator: " ")
      let candidates = spelled.filter { $0.count == count }.map { $0.joined(separator: " ") }
      if let nearest = DidYouMean.nearest(to: typed, among: candidates) { return nearest }
    }
    guard words.count > 1 else { return nil }
    // `import correction` for `correction import`, `list agents` for `agent list`.
    return suggestion(for: [words[1], words[0]], swapped: true)
  }

  private func suggestion(for words: [String], swapped: Bool) -> String? {
    let candidates = commands.filter { $0.path.count == words.count }.map(\.name)
    return DidYouMean.nearest(to: words.joined(separator: " "), among: candidates)
  }
}
