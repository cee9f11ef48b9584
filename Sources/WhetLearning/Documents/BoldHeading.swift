/// A line in bold type that stands for a heading becomes one.
struct BoldHeading: LineLesson {
  static let kind = "bold-heading"

  var level: Int

  var identity: String { "\(level)" }
  var topic: String { "" }
  private var signs: String { String(repeating: "#", count: level) }
  var summary: String { "**‹Heading›** -> \(signs) ‹Heading›" }
  var words: String { "Write headings with `\(signs)`, not as a line in bold type." }

  func rewritten(_ line: Int, in text: MarkdownText) -> String? {
    guard let title = Self.title(line, in: text) else { return nil }
    return signs + " " + title
  }

  /// The text of a line that is bold as a whole and stands alone.
  private static func title(_ line: Int, in text: MarkdownText) -> String? {
    guard text.lines[line].kind == .prose, line == 0 || text.lines[line - 1].kind == .blank,
      line + 1 == text.lines.count || text.lines[line + 1].kind == .blank
    else { return nil }
    var content = text.lines[line].text.trimmed
    if content.hasSuffix(":") { content.removeLast() }
    guard content.contains(where: \.isLetter), content.count <= 80,
      BoldText.isWholly(content, "**") || BoldText.isWholly(content, "__")
    else { return nil }
    var title = String(content.dropFirst(2).dropLast(2)).trimmed
    if title.hasSuffix(":") { title.removeLast() }
    // A whole sentence in bold type is a warning or a summary.
    return title.isEmpty || "#.!?…".contains(title.last ?? "#") ? nil : title
  }

  static func ideas(from before: Int, to after: Int, in pair: DocumentPair) -> [BoldHeading] {
    guard title(before, in: pair.source) != nil, let heading = HeadingParts(pair.target.lines[after]) else { return [] }
    return [BoldHeading(level: heading.level)]
  }
}
