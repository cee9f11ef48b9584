import WhetCore

/// A paragraph that people put at the beginning of documents, below their title or at their end, or lines with which they
/// end the last paragraph, always in the same words.
struct RequiredPhrase: DocumentLesson {
  static let kind = "required-phrase"
  static let phase = DocumentPhase.addition

  enum Place: String, Codable {
    case opening, belowTitle, closing
    /// The last lines of the last paragraph, where that has several, as below a signature.
    case lastLine
  }

  var place: Place
  /// The paragraph's lines.
  var text: String
  /// The documents that get it; `nil` for all.
  var feature: DocumentFeature?

  var identity: String { place.rawValue + "\n" + text }
  private var shown: String {
    let line = text.replacing("\n", with: " ")
    return line.count <= 60 ? line : line.prefix(57) + "…"
  }
  var summary: String {
    let output =
      switch place {
      case .opening: "‹\(shown)› …"
      case .belowTitle: "‹title› ‹\(shown)› …"
      case .closing: "… ‹\(shown)›"
      case .lastLine: "… ‹last paragraph› ⏎ ‹\(shown)›"
      }
    return (feature ?? .any).summary + " -> " + output
  }
  var words: String {
    let document = feature.map { "a document \($0.words)" } ?? "every document"
    return switch place {
    case .opening: "Begin \(document) with the paragraph “\(text)”."
    case .belowTitle: "Below the title of \(document) put the paragraph “\(text)”."
    case .closing: "End \(document) with the paragraph “\(text)”."
    case .lastLine: "End the signature or other short last lines of \(document) with the line “\(text)”."
    }
  }

  static func inducer() -> any DocumentKindInducer { Inducer() }

  func apply(to text: TokenText, format: ResponseFormat) -> String? {
    guard format != .code else { return nil }
    let markdown = text.markdown
    guard !markdown.hasOpenFence, !markdown.contains(paragraph: self.text), !markdown.hasLabel(of: self.text),
      markdown.lines.contains(where: { $0.kind != .blank }),
      feature.map({ markdown.features.contains($0) }) ?? true
    else { return nil }
    let added = self.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let line: Int? =
      switch place {
      case .opening: 0
      case .belowTitle: markdown.titleLine.map { $0 + 1 }
      case .closing: markdown.lines.count
      case .lastLine: nil
      }
    if place == .lastLine { return markdown.isSigned ? markdown.appending(added) : nil }
    return line.map { markdown.inserting(added, before: $0) }
  }

  struct Inducer: DocumentKindInducer {
    private struct Phrase: Hashable {
      var place: Place
      var text: String
      /// Its words.
      var key: String

      init(_ place: Place, _ text: String) {
        self.place = place
        self.text = text
        key = Sentence.key(of: text)
      }
    }

    private var additions = Additions<Phrase>()

    mutating func add(_ pair: DocumentPair) {
      guard pair.isMarkdown else { return }
      let added = pair.isAccepted ? [] : Self.added(in: pair).map { (key: $0, places: [SectionPlace]()) }
      let keys = pair.target.paragraphKeys
      additions.take(pair, added: added) { phrase, other in
        (phrase.place != .belowTitle || other.target.titleLine != nil)
          && (phrase.place != .lastLine || other.target.isSigned)
          && !(other.id == pair.id ? keys : other.target.paragraphKeys).contains { $0.contains(phrase.key) }
          && !other.target.hasLabel(of: phrase.text)
      }
    }

    /// The first and the last block of lines, if nothing of them was in the original.
    private static func added(in pair: DocumentPair) -> [Phrase] {
      let blocks = pair.target.plainBlocks
      guard let first = blocks.first, let last = blocks.last else { return [] }
      var phrases: [Phrase] = []
      func isNew(_ block: Range<Int>) -> Bool { block.allSatisfy { pair.sourceLine[$0] == nil } }
      let written = pair.target.lines.indices.filter { pair.target.lines[$0].kind != .blank }
      if first.lowerBound == written.first, isNew(first), written.count > first.count {
        phrases.append(Phrase(.opening, pair.target.joined(first)))
      }
      if let title = pair.target.titleLine, isNew(first), written.count > first.count + 1,
        written.dropFirst().first == first.lowerBound, pair.sourceLine[title] != nil
      {
        phrases.append(Phrase(.belowTitle, pair.target.joined(first)))
      }
      if last.upperBound - 1 == written.last, let end = pair.source.lines.lastIndex(where: { $0.kind != .blank }),
        let kept = pair.targetLine[end], last.dropLast().contains(kept), isNew((kept + 1)..<last.upperBound),
        pair.source.isSigned
      {
        phrases.append(Phrase(.lastLine, pair.target.joined((kept + 1)..<last.upperBound)))
      }
      if last.upperBound - 1 == written.last, isNew(last), written.count > last.count {
        let heading = written.last { $0 < last.lowerBound }
        // Below a new heading it is part of a section.
        let isSection = heading.map { pair.target.lines[$0].kind == .heading && pair.sourceLine[$0] == nil } ?? false
        let section = pair.target.lines[..<last.lowerBound].lastIndex { $0.kind == .heading }
        let isInNew = section.map { pair.sourceLine[$0] == nil } ?? false
        if !isSection, !isInNew { phrases.append(Phrase(.closing, pair.target.joined(last))) }
      }
      return phrases
    }

    func lessons() -> [LearnedDocumentLesson] {
      additions.all.compactMap { addition in
        guard let (reason, evidence) = addition.reason else { return nil }
        let lesson = RequiredPhrase(
          place: addition.key.place, text: addition.key.text, feature: reason.kind == .any ? nil : reason)
        return LearnedDocumentLesson(lesson, supports: evidence.supports, against: evidence.against)
      }
    }
  }
}

extension MarkdownText {
  /// Runs of lines of running text or quotations.
  var plainBlocks: [Range<Int>] {
    var blocks: [Range<Int>] = []
    for (index, line) in lines.enumerated() where [.prose, .quote].contains(line.kind) {
      if let last = blocks.last, last.upperBound == index {
        blocks[blocks.count - 1] = last.lowerBound..<(index + 1)
      } else {
        blocks.append(index..<(index + 1))
      }
    }
    return blocks
  }

  /// The first line that is not empty, if it is a heading of the first level.
  var titleLine: Int? {
    guard let first = lines.firstIndex(where: { $0.kind != .blank }), HeadingParts(lines[first])?.level == 1 else {
      return nil
    }
    return first
  }

  /// Whether a paragraph begins with the label that the text begins with, such as `Status:`.
  fileprivate func hasLabel(of text: String) -> Bool {
    guard let label = Self.label(of: text) else { return false }
    return lines.contains { [.prose, .quote].contains($0.kind) && Self.label(of: $0.text) == label }
  }

  /// Whether the text ends with a paragraph of several short lines, each a line of its own, as a signature.
  fileprivate var isSigned: Bool {
    guard let last = plainBlocks.last, last.count > 1, lines[last.upperBound...].allSatisfy({ $0.kind == .blank })
    else {
      return false
    }
    return lines[last].allSatisfy { $0.kind == .prose && $0.text.count <= Self.longestSignature }
  }

  /// In characters of a line.
  private static var longestSignature: Int { 48 }

  /// The text with new lines after its last one.
  fileprivate func appending(_ added: [String]) -> String? {
    guard let last = lines.lastIndex(where: { $0.kind != .blank }) else { return nil }
    var result = Array(lines[...last])
    let end = result[last].end
    result[last].end = lineBreak
    result += added.map { Line(text: $0, end: lineBreak, kind: .prose) }
    result[result.count - 1].end = end
    return Self.text(of: result + lines[(last + 1)...])
  }

  /// Up to three words before the first colon, in small letters.
  static func label(of line: String) -> String? {
    guard let colon = line.firstIndex(of: ":"),
      line[..<colon].allSatisfy({ $0.isLetter || $0.isNumber || $0 == " " || "-*_>".contains($0) })
    else { return nil }
    let key = Sentence.key(of: line[..<colon])
    return key.isEmpty || key.split(separator: " ").count > 3 ? nil : key
  }

  fileprivate func joined(_ block: Range<Int>) -> String { block.map { lines[$0].text }.joined(separator: "\n") }

  /// The words of each block.
  fileprivate var paragraphKeys: [String] { plainBlocks.map { Sentence.key(of: joined($0)) } }

  /// Whether the lines stand in the text, case and punctuation aside.
  fileprivate func contains(paragraph: String) -> Bool {
    let key = Sentence.key(of: paragraph)
    return paragraphKeys.contains { $0.contains(key) }
  }
}
