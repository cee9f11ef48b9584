import WhetCore

/// Headings underlined with `=` or `-` are written with number signs (CommonMark 0.31, 4.2 and 4.3).
struct UnderlinedHeading: TriedLesson {
  static let kind = "underlined-heading"

  var summary: String { "‹Heading› / ======= -> # ‹Heading›" }
  var words: String { "Write headings with number signs, not underlined." }

  func apply(to text: TokenText, format: ResponseFormat) -> String? {
    guard format != .code else { return nil }
    let markdown = text.markdown
    let headings = Self.headings(in: markdown)
    guard !headings.isEmpty else { return nil }
    var lines = markdown.lines
    for (line, level) in headings.reversed() {
      lines[line].text = String(repeating: "#", count: level) + " " + lines[line].text.trimmed
      lines[line].end = lines[line + 1].end
      lines.remove(at: line + 1)
    }
    return MarkdownText.text(of: lines)
  }

  /// The lines that are underlined, with their level.
  private static func headings(in text: MarkdownText) -> [(line: Int, level: Int)] {
    text.paragraphs.compactMap { paragraph in
      let end = paragraph.upperBound
      if paragraph.count == 2, isUnderline(text.lines[end - 1].text, "="), hasWords(text, end - 2) {
        return (end - 2, 1)
      }
      guard paragraph.count == 1, end < text.lines.count, isUnderline(text.lines[end].text, "-"),
        hasWords(text, end - 1)
      else { return nil }
      return (end - 1, 2)
    }
  }

  private static func hasWords(_ text: MarkdownText, _ line: Int) -> Bool {
    let content = text.lines[line].text.trimmed
    return content.contains(where: \.isLetter) && !content.hasSuffix("#")
  }

  private static func isUnderline(_ line: String, _ sign: Character) -> Bool {
    let text = line.trimmed
    return text.count >= 3 && text.allSatisfy { $0 == sign }
  }

  static func ideas(in pair: DocumentPair) -> [UnderlinedHeading] {
    UnderlinedHeading().trial(on: pair).right > 0 ? [UnderlinedHeading()] : []
  }

  func trial(on pair: DocumentPair) -> (right: Int, wrong: Int) {
    let right =
      pair.isAccepted
      ? []
      : Self.headings(in: pair.source).filter { line, level in
        pair.targetLine[line].map { HeadingParts(pair.target.lines[$0])?.level == level } ?? false
      }
    return (right.count, Self.headings(in: pair.target).count)
  }
}
