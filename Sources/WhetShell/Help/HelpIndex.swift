import WhetCore
import WhetScript

/// What `help WORDS` finds: commands, topics and explained words, the nearest first.
struct HelpIndex {
  /// One thing there is to read.
  struct Entry: Sendable, Equatable {
    /// What to type for it, such as `help train` or `explain gate`.
    var line: String
    var name: String
    var summary: String
    /// Texts of falling weight: names of flags, then discussion and the like.
    var texts: [String]
  }

  private let entries: [Entry]

  init(_ table: CommandTable) {
    entries =
      table.commands.map(Self.entry)
      + HelpTopic.all.map {
        Entry(line: "help \($0.name)", name: $0.name, summary: $0.summary, texts: [])
      }
      + Explanations.all.map {
        Entry(line: "explain \($0.name)", name: $0.name, summary: $0.summary, texts: ["", $0.text])
      }
  }

  private static func entry(_ command: CommandSpecification) -> Entry {
    let flags = command.parameters.flatMap { [$0.name] + $0.choices }.joined(separator: " ")
    let discussion =
      [command.discussion] + command.parameters.map(\.summary)
      + command.examples.flatMap { [$0.command, $0.explanation] }
    return Entry(
      line: "help \(command.name)", name: command.name, summary: command.summary,
      texts: [flags, discussion.joined(separator: " ")])
  }

  /// The entries in which every word is found, nearest first; equally near ones in the order of the overview.
  func search(_ words: [String]) -> [Entry] {
    let words = words.flatMap { $0.lowercased().split(whereSeparator: { $0.isWhitespace }).map(String.init) }
    guard !words.isEmpty else { return [] }
    let whole = words.joined(separator: " ")
    let ranked = entries.enumerated().compactMap { place, entry -> (Int, Int, Entry)? in
      if entry.name == whole { return (0, place, entry) }
      let ranks = words.compactMap { entry.rank(of: $0) }
      guard ranks.count == words.count else { return nil }
      return ((entry.name.hasPrefix(whole) ? 0 : 10) + ranks.reduce(1, +), place, entry)
    }
    return ranked.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  /// Names that are nearly what was typed.
  func suggestion(for words: [String]) -> String? {
    let names = entries.map(\.name) + entries.flatMap { $0.name.split(separator: " ").map(String.init) }
    return DidYouMean.nearest(to: words.joined(separator: " ").lowercased(), among: names)
      ?? words.compactMap { DidYouMean.nearest(to: $0.lowercased(), among: names) }.first
  }
}

extension HelpIndex.Entry {
  /// How far from the name a word is found; `nil` where it is not.
  fileprivate func rank(of word: String) -> Int? {
    // The plural of what the texts call by its singular.
    let stem = word.count > 3 && word.hasSuffix("s") ? String(word.dropLast()) : word
    if Self.words(of: name).contains(where: { $0.hasPrefix(stem) }) { return 1 }
    if name.contains(stem) { return 2 }
    for (index, text) in ([summary] + texts).enumerated() where !text.isEmpty {
      if Self.words(of: text).contains(where: { $0.hasPrefix(stem) }) { return 3 + index }
    }
    return nil
  }

  private static func words(of text: String) -> [Substring] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }
  }
}

extension Parameter {
  /// The values there are, where they are fixed.
  var choices: [String] { if case .choice(let choices) = kind { choices } else { [] } }
}
