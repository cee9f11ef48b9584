/// Help pages made from the declarations.
public struct HelpText: Sendable {
  let table: CommandTable
  /// Columns of a line, at least 40.
  let width: Int

  /// - Parameter width: columns of a line; a single word may be longer.
  public init(table: CommandTable, width: Int = 80) {
    self.table = table
    self.width = max(width, 40)
  }

  /// The page that answers `help WORDS`: the overview, a command's page, or the commands under a noun.
  ///
  /// `nil` when no command begins with the words.
  public func page(for words: [String]) -> String? {
    guard !words.isEmpty else { return overview }
    if let exact = table[words] { return page(for: exact) }
    let found = table.commands(beginningWith: words)
    return found.isEmpty ? nil : list(found)
  }

  /// One line for each command, under the headings of their groups.
  public var overview: String {
    let widest = widestTerm(of: table.commands.map(\.name))
    return table.groups.map { group in
      (group.title.isEmpty ? "" : group.title + "\n")
        + rows(group.commands.map { ($0.name, $0.summary) }, widest: widest)
    }.joined(separator: "\n\n")
  }

  /// Everything about one command.
  public func page(for command: CommandSpecification) -> String {
    var sections = [wrap(command.usage, hanging: 4), wrap(command.summary + ".", indent: 2)]
    sections += command.discussion.split(separator: "\n\n").map { wrap(String($0), indent: 2) }
    sections += section("Arguments", command.positionals)
    sections += section("Flags", command.parameters.filter { !$0.isPositional })
    sections += section("Flags of every command", table.common)
    if !command.examples.isEmpty {
      let lines = command.examples.map { "  \($0.command)\n" + wrap($0.explanation, indent: 6) }
      sections.append("Examples\n" + lines.joined(separator: "\n"))
    }
    if let shape = command.shape { sections.append(valueSection(shape, of: command)) }
    let related = related(to: command)
    if !related.isEmpty { sections.append("See also\n" + list(related)) }
    sections.append(wrap(Self.effectText(of: command)))
    return sections.joined(separator: "\n\n")
  }

  /// The commands of the same noun, and those that the discussion names between quotes.
  public func related(to command: CommandSpecification) -> [CommandSpecification] {
    let quoted = command.discussion.split(separator: "'").filter { !$0.hasPrefix(" ") }.compactMap { text in
      table.match(text.split(separator: " ").map(String.init))?.specification.path
    }
    return table.commands.filter { other in
      other.path != command.path
        && (other.path[0] == command.path[0] && other.path.count > 1 || quoted.contains(other.path))
    }
  }

  /// Names and what they mean, in two columns.
  public func list(_ commands: [CommandSpecification]) -> String {
    rows(commands.map { ($0.name, $0.summary) })
  }

  private func section(_ title: String, _ parameters: [Parameter]) -> [String] {
    guard !parameters.isEmpty else { return [] }
    return ["\(title)\n" + rows(parameters.map { ($0.term, $0.explanation) })]
  }

  static func effectText(of command: CommandSpecification) -> String {
    let effect =
      switch command.effect {
      case .reads: "Effect: reads only"
      case .writes: "Effect: writes to the store or to files"
      case .spends: "Effect: may spend money or quota of a model"
      }
    return effect + (command.startsProcesses ? ", and starts programs that others wrote." : ".")
  }
}

extension Parameter {
  /// What the parameter is called on a help page: `FILE`, `--mode batch|continuous`.
  public var term: String { isRequired ? usage : String(usage.dropFirst().dropLast()) }

  /// The summary, with whether it is required and what happens without it.
  public var explanation: String {
    let required = isRequired && !isPositional ? " (required)" : ""
    return summary + required + (defaultText.map { " (default: \($0))" } ?? "")
  }
}
