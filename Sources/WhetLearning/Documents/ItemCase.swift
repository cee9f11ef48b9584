/// Whether the first word of a list item has a capital.
struct ItemCase: LineLesson {
  static let kind = "item-case"

  var isCapital: Bool

  var identity: String { "\(isCapital)" }
  var topic: String { "" }
  var summary: String { isCapital ? "- item -> - Item" : "- Item -> - item" }
  var words: String {
    isCapital ? "Begin list items with a capital letter." : "Begin list items with a small letter, names excepted."
  }

  func rewritten(_ line: Int, in text: MarkdownText) -> String? {
    guard let item = ItemParts(text.lines[line]), let first = item.content.first, first.isLetter else { return nil }
    let word = item.content.prefix { $0.isLetter || $0.isNumber || "_-./'’".contains($0) }
    let rest = word.dropFirst()
    guard rest.allSatisfy({ $0.isLowercase || $0 == "-" }), isCapital ? first.isLowercase : first.isUppercase,
      !word.contains("."), isCapital || (word.count > 1 && !CommonNames.contains(String(word)))
    else { return nil }
    let start = text.lines[line].text.dropLast(item.content.count)
    let letter = isCapital ? first.uppercased() : first.lowercased()
    return letter.count == 1 ? start + letter + item.content.dropFirst() : nil
  }

  static func ideas(from before: Int, to after: Int, in pair: DocumentPair) -> [ItemCase] {
    guard let old = ItemParts(pair.source.lines[before])?.content.first,
      let new = ItemParts(pair.target.lines[after])?.content.first, old != new, old.lowercased() == new.lowercased()
    else { return [] }
    return [ItemCase(isCapital: new.isUppercase)]
  }
}
