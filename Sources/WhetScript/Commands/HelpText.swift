/// Help pages made from the declarations.
public struct HelpText: Sendable {
  private let table: CommandTable
  /// Columns of a line, at least 40.
  private let width: Int

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
    let found = table.commands(beginningWith: words)
    if found.count == 1, let only = found.first, only.path == words { return page(for: only) }
    if let exact = table[words] {
      return page(for: exact) + "\n\nSee also\n" + list(found.filter { $0.path != words })
    }
    return found.isEmpty ? nil : list(found)
  }

  /// One line for each command, in the order of declaration.
  public var overview: String { list(table.commands) }

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
    sections.append(wrap(Self.effectText(command.effect)))
    return sections.joined(separator: "\n\n")
  }

  private func list(_ commands: [CommandSpecification]) -> String {
    rows(commands.map { ($0.name, $0.summary) })
  }

  private func section(_ title: String, _ parameters: [Parameter]) -> [String] {
    guard !parameters.isEmpty else { return [] }
    let lines = parameters.map { parameter in
      let term = parameter.isRequired ? parameter.usage : String(parameter.usage.dropFirst().dropLast())
      let required = parameter.isRequired && !parameter.isPositional ? " (required)" : ""
      return (term, parameter.summary + required + (parameter.defaultText.map { " (default: \($0))" } ?? ""))
    }
    return ["\(title)\n" + rows(lines)]
  }

  /// Terms in a column, their texts in a second one; a long term has its text on the next line.
  private func rows(_ rows: [(term: String, text: String)]) -> String {
    let widest = rows.map(\.term.count).filter { $0 <= 28 }.max() ?? 0
    return rows.map { term, text in
      let column = widest + 4
      let body = wrap(text, indent: column)
      guard term.count <= widest else { return "  \(term)\n\(body)" }
      return "  " + term + String(repeating: " ", count: column - 2 - term.count) + body.dropFirst(column)
    }.joined(separator: "\n")
  }

  private func wrap(_ text: String, indent: Int = 0, hanging: Int = 0) -> String {
    var lines: [String] = []
    var line = String(repeating: " ", count: indent)
    var isEmpty = true
    for word in text.split(whereSeparator: \.isWhitespace) {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = String(repeating: " ", count: indent + hanging)
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return (lines + [line]).joined(separator: "\n")
  }

  private static func effectText(_ effect: CommandSpecification.Effect) -> String {
    switch effect {
    case .reads: "Effect: reads only."
    case .writes: "Effect: writes to the store or to files."
    case .spends: "Effect: may spend money or quota of a model."
    }
  }
}
