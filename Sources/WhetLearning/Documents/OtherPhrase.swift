import WhetCore

/// A short first or last paragraph, such as a greeting, that people replace by another.
///
/// Where further lines follow, such as a name, the phrase is the paragraph's first line.
struct OtherPhrase: TriedLesson {
  static let kind = "other-phrase"

  /// The longest paragraph that is a phrase, in characters.
  private static let longest = 80

  var place: LeftOutPhrases.Place
  /// The words that are replaced, in small letters.
  var before: String
  var after: String

  var identity: String { place.rawValue + "\n" + before + "\n" + after }
  var topic: String { place.rawValue + "\n" + before }
  var summary: String {
    (place == .opening ? "begins with" : "ends with") + " ‹\(before)› -> \(after.replacing("\n", with: " / "))"
  }
  var words: String {
    (place == .opening ? "Begin" : "End") + " with “\(after.replacing("\n", with: " / "))”, not with “\(before)”."
  }

  func apply(to text: TokenText, format: ResponseFormat) -> String? {
    guard format != .code else { return nil }
    let markdown = text.markdown
    guard let paragraph = Self.paragraph(place, of: markdown), Sentence.key(of: after) != before else { return nil }
    let line = paragraph.lowerBound
    let content = after.replacing("\n", with: markdown.lineBreak)
    var lines = markdown.lines
    if Sentence.key(of: lines[line].text) == before {
      lines[line].text = content
    } else if Sentence.key(of: markdown.text(of: paragraph)) == before {
      lines.replaceSubrange(
        paragraph, with: [.init(text: content, end: lines[paragraph.upperBound - 1].end, kind: .prose)])
    } else {
      return nil
    }
    return MarkdownText.text(of: lines)
  }

  private static func paragraph(_ place: LeftOutPhrases.Place, of text: MarkdownText) -> Range<Int>? {
    place == .opening ? text.opening : text.closing
  }

  static func ideas(in pair: DocumentPair) -> [OtherPhrase] {
    guard !pair.isAccepted else { return [] }
    return [LeftOutPhrases.Place.opening, .closing].compactMap { place in
      guard let old = paragraph(place, of: pair.source), let new = paragraph(place, of: pair.target),
        pair.source.paragraphs.count > 1
          || pair.source.lines.contains(where: { [.item, .heading, .code].contains($0.kind) })
      else { return nil }
      let (before, after) = phrases(old, new, pair)
      let (key, other) = (Sentence.key(of: before), Sentence.key(of: after))
      // Punctuation at the end tells a phrase from another one; a sentence that was only edited is none.
      guard before.count <= longest, after.count <= longest, !key.isEmpty, !other.isEmpty, key != other,
        mark(before) == mark(after), !Sentence.isLike(key, other), !other.hasPrefix(key + " "),
        isNeighbour(old, new, place, pair)
      else { return nil }
      return OtherPhrase(place: place, before: key, after: after)
    }
  }

  private static func mark(_ text: String) -> Character? { text.last.flatMap { $0.isLetter || $0.isNumber ? nil : $0 } }

  /// The first lines, if only these differ; else the paragraphs.
  private static func phrases(_ old: Range<Int>, _ new: Range<Int>, _ pair: DocumentPair) -> (String, String) {
    let (before, after) = (pair.source.lines[old], pair.target.lines[new])
    if before.count == after.count, before.dropFirst().map(\.text) == after.dropFirst().map(\.text) {
      return (pair.source.lines[old.lowerBound].text, pair.target.lines[new.lowerBound].text)
    }
    return (before.map(\.text).joined(separator: "\n"), after.map(\.text).joined(separator: "\n"))
  }

  /// Whether what stood beside the old paragraph stands beside the new one.
  private static func isNeighbour(
    _ old: Range<Int>, _ new: Range<Int>, _ place: LeftOutPhrases.Place, _ pair: DocumentPair
  ) -> Bool {
    let (source, target) = (pair.source.lines, pair.target.lines)
    func isWritten(_ line: MarkdownText.Line) -> Bool { line.kind != .blank }
    let before =
      place == .opening
      ? source[old.upperBound...].firstIndex(where: isWritten) : source[..<old.lowerBound].lastIndex(where: isWritten)
    let after =
      place == .opening
      ? target[new.upperBound...].firstIndex(where: isWritten) : target[..<new.lowerBound].lastIndex(where: isWritten)
    guard let before, let after else { return false }
    return pair.targetLine[before] == after
  }

  func trial(on pair: DocumentPair) -> (right: Int, wrong: Int) {
    /// The words of the first line and of the paragraph.
    func keys(_ text: MarkdownText) -> [String] {
      Self.paragraph(place, of: text).map {
        [Sentence.key(of: text.lines[$0.lowerBound].text), Sentence.key(of: text.text(of: $0))]
      } ?? []
    }
    let result = keys(pair.target)
    if result.contains(before) { return (0, 1) }
    guard !pair.isAccepted, keys(pair.source).contains(before) else { return (0, 0) }
    return result.contains(Sentence.key(of: after)) ? (1, 0) : (0, 1)
  }
}
