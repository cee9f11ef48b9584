import WhetCore

/// A section that people add to documents which have a certain other heading, or something else, or to all.
///
/// Its text is exactly what they wrote, the same in every correction behind it: nothing is invented.
struct RequiredSection: DocumentLesson {
  static let kind = "required-section"
  static let phase = DocumentPhase.addition

  /// The heading with its number signs.
  var heading: String
  /// The lines below the heading.
  var body: String
  /// A document needs the section only if it has this heading (compared without case); `nil` for every document.
  var condition: String?
  /// Another condition, if it is not a heading.
  var feature: DocumentFeature?
  /// Where it stands; at the end where nothing is said.
  var place: SectionPlace?
  /// Whether no empty line stands below the heading.
  var isTight: Bool?

  private var reason: DocumentFeature {
    feature ?? condition.map { DocumentFeature(kind: .section, value: $0) } ?? .any
  }

  var identity: String { heading + "\n" + body }
  var summary: String { "\(reason.summary) -> \(heading)" }
  var words: String {
    let document = reason.kind == .any ? "Every document" : "A document \(reason.words)"
    let text = body.count <= 200 ? ": “\(body)”" : ""
    let place =
      switch self.place ?? .end {
      case .end: "ends with the section `\(heading)`"
      case .top: "begins with the section `\(heading)`"
      case .before(let title): "has the section `\(heading)` before “\(title)”"
      case .after(let title): "has the section `\(heading)` after “\(title)”"
      }
    return "\(document) \(place)\(text)."
  }

  static func inducer() -> any DocumentKindInducer { Inducer() }

  func apply(to text: TokenText, format: ResponseFormat) -> String? {
    guard format != .code else { return nil }
    let markdown = text.markdown
    guard !markdown.hasOpenFence, markdown.lines.contains(where: { $0.kind == .heading }), isMissing(in: markdown),
      holds(in: markdown)
    else {
      return nil
    }
    let line = place.flatMap { markdown.line(for: $0) } ?? markdown.lines.count
    return markdown.inserting(
      (heading + (isTight == true ? "\n" : "\n\n") + body).split(
        separator: "\n", omittingEmptySubsequences: false
      ).map(String.init), before: line)
  }

  private func holds(in text: MarkdownText) -> Bool {
    if let condition, !text.hasSection(HeadingParts.key(of: condition)) { return false }
    return feature.map { text.features.contains($0) } ?? true
  }

  private func isMissing(in text: MarkdownText) -> Bool {
    !text.hasSection(HeadingParts.key(of: Self.title(of: heading)))
  }

  static func title(of heading: String) -> String { String(heading.drop { $0 == "#" }).trimmed }

  struct Inducer: DocumentKindInducer {
    private struct Section: Hashable {
      var heading: String
      var body: String
      var isTight: Bool
    }

    private var additions = Additions<Section>()

    mutating func add(_ pair: DocumentPair) {
      guard pair.isMarkdown, pair.target.lines.contains(where: { $0.kind == .heading }) else { return }
      additions.take(pair, added: pair.isAccepted ? [] : Self.added(in: pair)) { section, pair in
        !pair.target.hasSection(HeadingParts.key(of: RequiredSection.title(of: section.heading)))
          && pair.target.lines.contains { $0.kind == .heading }
      }
    }

    /// Sections with new headings and nothing of the original below them.
    private static func added(in pair: DocumentPair) -> [(key: Section, places: [SectionPlace])] {
      pair.target.sections.compactMap { range in
        let heading = pair.target.lines[range.lowerBound]
        guard let title = HeadingParts(heading)?.key, !pair.source.hasSection(title),
          !range.contains(where: { line in
            pair.sourceLine[line].map { pair.source.lines[$0].kind == pair.target.lines[line].kind } ?? false
          })
        else { return nil }
        let body = pair.target.body(of: range)
        guard !body.isEmpty else { return nil }
        let isTight = pair.target.lines[range.lowerBound + 1].kind != .blank
        let key = Section(heading: heading.text.trimmed, body: body, isTight: isTight)
        return (key, pair.target.places(of: range))
      }
    }

    func lessons() -> [LearnedDocumentLesson] {
      additions.all.compactMap { addition in
        guard let (reason, evidence) = addition.reason else { return nil }
        var lesson = RequiredSection(heading: addition.key.heading, body: addition.key.body)
        if reason.kind == .section {
          lesson.condition = reason.value
        } else if reason.kind != .any {
          lesson.feature = reason
        }
        if addition.place != .end { lesson.place = addition.place }
        if addition.key.isTight { lesson.isTight = true }
        return LearnedDocumentLesson(lesson, supports: evidence.supports, against: evidence.against)
      }
    }
  }
}

extension String {
  var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}

extension TokenText {
  /// The lines as token ranges without their line ends.
  var lines: [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for (index, token) in tokens.enumerated() where token.kind == .newline {
      lines.append(start..<index)
      start = index + 1
    }
    if start < count { lines.append(start..<count) }
    return lines
  }
}
