/// Another title for a section.
struct SectionTitle: LineLesson {
  static let kind = "section-title"

  /// The title that is replaced, in small letters.
  var before: String
  var after: String

  var identity: String { before + "\n" + after }
  var topic: String { before }
  var summary: String { "# ‹\(before)› -> # \(after)" }
  var words: String { "Call the section “\(before)” “\(after)”." }
  /// One word more or less may have another reason than the section.
  var needed: Int { Sentence.likeness(before, HeadingParts.key(of: after)) == 0 ? 1 : 2 }

  func rewritten(_ line: Int, in text: MarkdownText) -> String? {
    guard let heading = HeadingParts(text.lines[line]), heading.key == before,
      !text.hasSection(HeadingParts.key(of: after)),
      let place = text.lines[line].text.firstRange(of: HeadingTrim.withoutNumber(heading.title))
    else { return nil }
    let original = text.lines[line].text
    return original[..<place.lowerBound] + after + original[place.upperBound...]
  }

  static func ideas(from before: Int, to after: Int, in pair: DocumentPair) -> [SectionTitle] {
    guard let old = HeadingParts(pair.source.lines[before]), let new = HeadingParts(pair.target.lines[after]),
      old.key != new.key, !new.title.isEmpty, !old.title.isEmpty,
      // Where one of them stands in both texts, sections were moved, not renamed.
      !pair.target.hasSection(old.key), !pair.source.hasSection(new.key),
      keepsBody(before, after, pair),
      // The title of the whole document is its own.
      pair.source.lines[..<before].contains(where: { $0.kind == .heading })
    else { return [] }
    return [SectionTitle(before: old.key, after: HeadingTrim.withoutNumber(new.title))]
  }

  /// Whether what stood below the old title stands below the new one.
  private static func keepsBody(_ before: Int, _ after: Int, _ pair: DocumentPair) -> Bool {
    let old = pair.source.lines[(before + 1)...].firstIndex { $0.kind != .blank }
    let new = pair.target.lines[(after + 1)...].firstIndex { $0.kind != .blank }
    guard let old, let new else { return old == nil && new == nil }
    return pair.targetLine[old] == new
  }
}
