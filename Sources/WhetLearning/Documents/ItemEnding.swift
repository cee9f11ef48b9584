/// The punctuation that list items end with, or that they end without any.
struct ItemEnding: LineLesson {
  static let kind = "item-ending"

  /// The sign at the end; nothing for items that end without.
  var sign: String
  /// What is taken away, if nothing is added.
  var removed: String?
  /// Whether only items that are sentences are meant: those with at least this many words.
  var leastWords: Int?
  /// Whether only the items of numbered lists are meant, or only those of the others; `nil` for all.
  var isOrdered: Bool?

  var identity: String { "\(sign)|\(removed ?? "")|\(leastWords ?? 0)" + (isOrdered.map { "|\($0)" } ?? "") }
  var topic: String { isOrdered.map { $0 ? "ordered" : "unordered" } ?? "" }
  var summary: String {
    let mark = isOrdered == true ? "1. " : "- "
    return mark + "‹item›" + (removed ?? condition) + " -> " + mark + "‹item›" + sign
      + (isOrdered == false ? " if the list is not numbered" : "")
  }
  var words: String {
    let items = isOrdered.map { $0 ? "items of numbered lists" : "items of lists without numbers" } ?? "list items"
    if let removed { return "Do not end \(items) with `\(removed)`." }
    return "End \(items)\(condition) with `\(sign)`."
  }
  private var condition: String { leastWords.map { " of \($0) words or more" } ?? "" }

  func includes(_ other: ItemEnding) -> Bool {
    self != other && sign == other.sign && removed == other.removed && (leastWords ?? 0) <= (other.leastWords ?? 0)
      && (isOrdered == nil || isOrdered == other.isOrdered)
  }

  func rewritten(_ line: Int, in text: MarkdownText) -> String? {
    guard let item = ItemParts(text.lines[line]), text.isWholeItem(line), let last = item.content.last,
      isOrdered.map({ $0 == item.isOrdered }) ?? true
    else { return nil }
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
    let kinds = [nil, old.isOrdered]
    if signs.contains(oldLast), !newLast.isPunctuation || "`)\"'*".contains(newLast) {
      return kinds.map { ItemEnding(sign: "", removed: String(oldLast), isOrdered: $0) }
    }
    guard signs.contains(newLast), !oldLast.isPunctuation || "`)\"'*".contains(oldLast) else { return [] }
    return kinds.flatMap { kind in
      [nil, 3, 4, 5].map { ItemEnding(sign: String(newLast), leastWords: $0, isOrdered: kind) }
    }
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
