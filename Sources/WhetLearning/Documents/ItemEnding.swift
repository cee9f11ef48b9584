/// The punctuation that list items end with, or that they end without any.
struct ItemEnding: LineLesson {
  static let kind = "item-ending"

  /// The sign at the end; nothing for items that end without.
  var sign: String
  /// What is taken away, if nothing is added.
  var removed: String?
  /// Whether only items that are sentences are meant: those with at least this many words.
  var leastWords: Int?

  var identity: String { "\(sign)|\(removed ?? "")|\(leastWords ?? 0)" }
  var topic: String { "" }
  var summary: String { removed.map { "- ‹item›\($0) -> - ‹item›" } ?? "- ‹item›\(condition) -> - ‹item›\(sign)" }
  var words: String {
    if let removed { return "Do not end list items with `\(removed)`." }
    return "End list items\(condition) with `\(sign)`."
  }
  private var condition: String { leastWords.map { " of \($0) words or more" } ?? "" }

  func includes(_ other: ItemEnding) -> Bool {
    sign == other.sign && removed == other.removed && (leastWords ?? 0) < (other.leastWords ?? 0)
  }

  func rewritten(_ line: Int, in text: MarkdownText) -> String? {
    guard let item = ItemParts(text.lines[line]), text.isWholeItem(line), let last = item.content.last else {
      return nil
    }
    let original = text.lines[line].text
    if let removed {
      guard item.content.hasSuffix(removed), !item.content.dropLast(removed.count).hasSuffix(removed),
        item.content.count > removed.count, !item.content.hasSuffix("etc.")
      else { return nil }
      return String(original.dropLast(removed.count))
    }
    guard last.isLetter || last.isNumber || "`)\"'*".contains(last) else { return nil }
    if let leastWords,
      LineTokens.of(item.content).count(where: { $0.first?.properties.isAlphabetic == true }) < leastWords
    {
      return nil
    }
    return original + sign
  }

  static func ideas(from before: Int, to after: Int, in pair: DocumentPair) -> [ItemEnding] {
    guard let old = ItemParts(pair.source.lines[before]), let new = ItemParts(pair.target.lines[after]),
      let oldLast = old.content.last, let newLast = new.content.last, oldLast != newLast
    else { return [] }
    let signs = ".;,!"
    if signs.contains(oldLast), !newLast.isPunctuation || "`)\"'*".contains(newLast) {
      return [ItemEnding(sign: "", removed: String(oldLast))]
    }
    guard signs.contains(newLast), !oldLast.isPunctuation || "`)\"'*".contains(oldLast) else { return [] }
    return [ItemEnding(sign: String(newLast))] + [3, 4, 5].map { ItemEnding(sign: String(newLast), leastWords: $0) }
  }
}

extension MarkdownText {
  /// Whether a list item has only the line it begins on.
  func isWholeItem(_ line: Int) -> Bool {
    guard line + 1 < lines.count else { return true }
    let next = lines[line + 1]
    return next.kind == .blank || next.kind == .item || next.kind == .heading
  }
}
