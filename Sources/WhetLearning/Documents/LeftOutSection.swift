import WhetCore

/// A section that people take out, whatever stands below its heading.
struct LeftOutSection: TriedLesson {
  static let kind = "left-out-section"
  static let phase = DocumentPhase.removal

  /// The title in small letters.
  var title: String
  /// Whether it was the first or last section of its document: those are seldom about the matter.
  var isAtEdge: Bool

  var identity: String { title }
  var topic: String { title }
  var needed: Int { isAtEdge ? 1 : 2 }
  var summary: String { "# ‹\(title)› … -> leave out" }
  var words: String { "Leave out the section “\(title)”." }

  func includes(_ other: LeftOutSection) -> Bool { title == other.title && isAtEdge && !other.isAtEdge }

  func apply(to text: TokenText, format: ResponseFormat) -> String? {
    guard format != .code else { return nil }
    let markdown = text.markdown
    let sections = markdown.sections.filter { section in
      section.lowerBound > 0 && HeadingParts(markdown.lines[section.lowerBound])?.key == title
    }
    guard !sections.isEmpty else { return nil }
    let gone = Set(sections.joined())
    var lines = markdown.lines.indices.filter { !gone.contains($0) }.map { markdown.lines[$0] }
    guard lines.contains(where: { $0.kind != .blank }) else { return nil }
    if gone.contains(markdown.lines.count - 1) {
      while lines.last?.kind == .blank { lines.removeLast() }
      if markdown.lines.last?.end.isEmpty ?? true { lines[lines.count - 1].end = "" }
    }
    return MarkdownText.text(of: lines)
  }

  static func ideas(in pair: DocumentPair) -> [LeftOutSection] {
    pair.source.sections.compactMap { section in
      guard section.lowerBound > 0, let title = HeadingParts(pair.source.lines[section.lowerBound])?.key,
        isGone(section, title, pair)
      else { return nil }
      return LeftOutSection(title: title, isAtEdge: section.upperBound == pair.source.lines.count)
    }
  }

  /// Whether the corrected text has neither the heading nor most of what stood below it.
  private static func isGone(_ section: Range<Int>, _ title: String, _ pair: DocumentPair) -> Bool {
    guard !pair.target.hasSection(title), pair.targetLine[section.lowerBound] == nil else { return false }
    let body = section.dropFirst().filter { pair.source.lines[$0].kind != .blank }
    let kept = body.filter { line in
      pair.targetLine[line].map {
        LineTokens.distance(pair.target.lines[$0].text, pair.source.lines[line].text) * 2
          < LineTokens.of(pair.source.lines[line].text).count
      } ?? false
    }
    return !body.isEmpty && kept.count * 3 < body.count
  }

  func trial(on pair: DocumentPair) -> (right: Int, wrong: Int) {
    if let section = pair.target.section(title), section.lowerBound > 0 { return (0, 1) }
    guard !pair.isAccepted, let section = pair.source.section(title), Self.isGone(section, title, pair) else {
      return (0, 0)
    }
    return (1, 0)
  }
}

extension MarkdownText {
  /// The lines of the section with a title, given in small letters.
  func section(_ title: String) -> Range<Int>? {
    sections.first { HeadingParts(lines[$0.lowerBound])?.key == title }
  }
}
