import WhetCore

/// Where a paragraph stands that begins with a label, such as `Summary:`, whatever else it says.
struct ParagraphPlace: TriedLesson {
  static let kind = "paragraph-place"

  enum Place: String, Codable, CaseIterable {
    case opening, belowTitle, closing
  }

  /// The words before the colon, in small letters.
  var label: String
  var place: Place

  var identity: String { label + "\n" + place.rawValue }
  var topic: String { label }
  var summary: String {
    switch place {
    case .opening: "‹\(label): …› -> first paragraph"
    case .belowTitle: "‹\(label): …› -> below the title"
    case .closing: "‹\(label): …› -> last paragraph"
    }
  }
  var words: String {
    switch place {
    case .opening: "Begin with the paragraph “\(label): …”."
    case .belowTitle: "Put the paragraph “\(label): …” right below the title."
    case .closing: "End with the paragraph “\(label): …”."
    }
  }

  func apply(to text: TokenText, format: ResponseFormat) -> String? {
    guard format != .code else { return nil }
    let markdown = text.markdown
    guard let paragraph = misplaced(in: markdown) else { return nil }
    let rest = MarkdownText(TokenText(markdown.without(paragraph), format: format))
    guard let line = Self.line(for: place, in: rest) else { return nil }
    let result = rest.inserting(markdown.lines[paragraph].map(\.text), before: line)
    return markdown.lines.last?.end.isEmpty == true && result.hasSuffix(rest.lineBreak)
      ? String(result.dropLast()) : result
  }

  /// The paragraph, if it is the only one with the label and does not stand where it should.
  private func misplaced(in text: MarkdownText) -> Range<Int>? {
    guard !text.hasOpenFence else { return nil }
    let paragraphs = text.plainBlocks.filter { MarkdownText.label(of: text.lines[$0.lowerBound].text) == label }
    guard paragraphs.count == 1, let paragraph = paragraphs.first, Self.exists(place, in: text, for: paragraph),
      !Self.places(of: paragraph, in: text).contains(place)
    else { return nil }
    return paragraph
  }

  /// Whether the text has the place, and something else to stand beside the paragraph.
  private static func exists(_ place: Place, in text: MarkdownText, for paragraph: Range<Int>) -> Bool {
    let others = text.lines.indices.filter { text.lines[$0].kind != .blank && !paragraph.contains($0) }
    return place == .belowTitle ? text.titleLine != nil && others.count > 1 : !others.isEmpty
  }

  private static func line(for place: Place, in text: MarkdownText) -> Int? {
    switch place {
    case .opening: 0
    case .belowTitle: text.titleLine.map { $0 + 1 }
    case .closing: text.lines.count
    }
  }

  /// The places that a paragraph has.
  private static func places(of paragraph: Range<Int>, in text: MarkdownText) -> [Place] {
    let written = text.lines.indices.filter { text.lines[$0].kind != .blank }
    let before = written.last { $0 < paragraph.lowerBound }
    var places: [Place] = []
    if before == nil { places.append(.opening) }
    if let title = text.titleLine, before == title { places.append(.belowTitle) }
    if paragraph.upperBound - 1 == written.last { places.append(.closing) }
    return places
  }

  static func ideas(in pair: DocumentPair) -> [ParagraphPlace] {
    func labelled(_ text: MarkdownText) -> [(label: String, paragraph: Range<Int>)] {
      text.plainBlocks.compactMap { block in
        MarkdownText.label(of: text.lines[block.lowerBound].text).map { ($0, block) }
      }
    }
    let old = labelled(pair.source)
    return labelled(pair.target).flatMap { label, paragraph -> [ParagraphPlace] in
      guard let before = old.first(where: { $0.label == label }) else { return [] }
      let places = places(of: before.paragraph, in: pair.source)
      return self.places(of: paragraph, in: pair.target).filter { !places.contains($0) }.map {
        ParagraphPlace(label: label, place: $0)
      }
    }
  }

  func trial(on pair: DocumentPair) -> (right: Int, wrong: Int) {
    if misplaced(in: pair.target) != nil { return (0, 1) }
    guard !pair.isAccepted, misplaced(in: pair.source) != nil,
      pair.target.plainBlocks.contains(where: { MarkdownText.label(of: pair.target.lines[$0.lowerBound].text) == label }
      )
    else { return (0, 0) }
    return (1, 0)
  }
}

extension MarkdownText {
  /// The text without a paragraph and the empty lines on one side of it.
  fileprivate func without(_ paragraph: Range<Int>) -> String {
    var (start, end) = (paragraph.lowerBound, paragraph.upperBound)
    while end < lines.count, lines[end].kind == .blank { end += 1 }
    if end == lines.count { while start > 0, lines[start - 1].kind == .blank { start -= 1 } }
    return Self.text(of: Array(lines[..<start] + lines[end...]))
  }
}
