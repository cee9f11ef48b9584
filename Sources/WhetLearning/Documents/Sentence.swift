/// One sentence of a paragraph.
struct Sentence {
  /// Where it stands in the paragraph, the white space after it not included.
  var range: Range<String.Index>
  /// Its words in small letters, one space between: what makes it the same sentence.
  var key: String

  /// Its first two words.
  var start: String? {
    let words = key.split(separator: " ", maxSplits: 2)
    return words.count >= 3 ? words[0] + " " + words[1] : nil
  }

  /// The sentences of a paragraph; what has no words belongs to the sentence before it.
  static func all(in paragraph: String) -> [Sentence] {
    var sentences: [Sentence] = []
    var start = paragraph.startIndex
    var index = start
    func finish(at end: String.Index) {
      let key = Self.key(of: paragraph[start..<end])
      if key.isEmpty, !sentences.isEmpty {
        sentences[sentences.count - 1].range = sentences[sentences.count - 1].range.lowerBound..<end
      } else if !key.isEmpty {
        sentences.append(Sentence(range: start..<end, key: key))
      }
    }
    while index < paragraph.endIndex {
      let next = paragraph.index(after: index)
      let isEnd = ".!?".contains(paragraph[index]) && (next == paragraph.endIndex || paragraph[next].isWhitespace)
      let following = paragraph[next...].firstIndex { !$0.isWhitespace } ?? paragraph.endIndex
      if isEnd, !isAbbreviation(paragraph[start..<index]), canBegin(following, in: paragraph) {
        finish(at: next)
        start = following
        index = start
      } else {
        index = next
      }
    }
    if start < paragraph.endIndex { finish(at: paragraph.endIndex) }
    return sentences
  }

  /// A sentence does not begin with a small letter or a digit: the point before it was an abbreviation's.
  private static func canBegin(_ index: String.Index, in text: String) -> Bool {
    index == text.endIndex || !(text[index].isLowercase || text[index].isNumber)
  }

  /// `e.g` and the like: single letters with points between.
  private static func isAbbreviation(_ text: Substring) -> Bool {
    let last = text.split(whereSeparator: \.isWhitespace).last ?? ""
    return last.contains(".") && last.split(separator: ".").allSatisfy { $0.count == 1 }
  }

  static func key(of text: some StringProtocol) -> String {
    text.split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "’") }.map { $0.lowercased() }.joined(
      separator: " ")
  }

  /// The share of words that two keys have in common, 0 to 1.
  static func likeness(_ left: String, _ right: String) -> Double {
    let (left, right) = (Set(left.split(separator: " ")), Set(right.split(separator: " ")))
    return Double(left.intersection(right).count) / Double(max(left.union(right).count, 1))
  }

  /// Whether one key is the other after some rewriting: most words of the shorter one are in the longer one.
  static func isLike(_ left: String, _ right: String) -> Bool {
    if likeness(left, right) >= 0.5 { return true }
    let (left, right) = (Set(left.split(separator: " ")), Set(right.split(separator: " ")))
    let least = min(left.count, right.count)
    return least >= 3 && left.intersection(right).count * 2 > least
  }
}

extension MarkdownText {
  /// The paragraphs of running text, as ranges of lines.
  var paragraphs: [Range<Int>] {
    var paragraphs: [Range<Int>] = []
    for (index, line) in lines.enumerated() where line.kind == .prose {
      if let last = paragraphs.last, last.upperBound == index {
        paragraphs[paragraphs.count - 1] = last.lowerBound..<(index + 1)
      } else if index == 0 || ![.item, .quote, .table].contains(lines[index - 1].kind) {
        paragraphs.append(index..<(index + 1))
      }
    }
    return paragraphs
  }

  /// The lines of a range with the line ends between them.
  func text(of range: Range<Int>) -> String {
    var text = ""
    for index in range { text += lines[index].text + (index == range.upperBound - 1 ? "" : lines[index].end) }
    return text
  }

  /// The paragraph the text begins with, if it begins with one.
  var opening: Range<Int>? {
    guard let first = lines.firstIndex(where: { $0.kind != .blank }), let paragraph = paragraphs.first,
      paragraph.lowerBound == first
    else { return nil }
    // A line under it makes it a heading.
    if paragraph.upperBound < lines.count, lines[paragraph.upperBound].kind == .rule { return nil }
    return lines[paragraph.upperBound - 1].text.allSatisfy { $0 == "=" } ? nil : paragraph
  }

  /// The paragraph the text ends with, if it ends with one.
  var closing: Range<Int>? {
    guard let last = lines.lastIndex(where: { $0.kind != .blank }), let paragraph = paragraphs.last,
      paragraph.upperBound == last + 1
    else { return nil }
    return paragraph
  }
}
