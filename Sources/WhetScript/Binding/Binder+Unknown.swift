extension Binder {
  /// Reports words that are no command, with the nearest one or what may follow the noun.
  mutating func reportUnknown(_ command: ParsedCommand) {
    let words = command.leadingWords
    let known = knownPrefix(of: words)
    let continuations = table.commands(beginningWith: Array(words.prefix(known))).compactMap {
      $0.path.count > known ? $0.path[known] : nil
    }
    let name = VisibleText.quoted(words.prefix(known + 1).joined(separator: " "))
    guard known > 0 else {
      return report(
        .unknownCommand, "there is no command '\(name)'", at: pathSpan(of: command, words: 1),
        notes: [.init("'help' lists the commands")], suggestion: table.suggestion(for: words))
    }
    let noun = words.prefix(known).joined(separator: " ")
    let list = "after '\(noun)' comes \(Self.unique(continuations).joined(separator: ", "))"
    let message = words.count > known ? "there is no command '\(name)'" : "'\(noun)' alone is not a command"
    let suggestion = words.count > known ? table.suggestion(for: Array(words.prefix(known + 1))) : nil
    report(
      .unknownCommand, message, at: pathSpan(of: command, words: min(words.count, known + 1)),
      notes: [.init(list)], suggestion: suggestion)
  }

  /// How many of the words begin the path of some command.
  private func knownPrefix(of words: [String]) -> Int {
    var count = 0
    while count < words.count, !table.commands(beginningWith: Array(words.prefix(count + 1))).isEmpty { count += 1 }
    return count
  }

  private func pathSpan(of command: ParsedCommand, words: Int) -> Span {
    let items = command.items.prefix(max(words, 1))
    guard let first = items.first, let last = items.last else { return command.span }
    return first.span.joined(with: last.span)
  }

  private static func unique(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }
}
