import WhetCore

/// Sentences that people delete at the beginning or at the end of responses.
struct LeftOutPhrases: DocumentLesson {
  static let kind = "left-out-phrases"
  static let phase = DocumentPhase.removal

  enum Place: String, Codable {
    case opening, closing
  }

  var place: Place
  /// The sentences that were deleted, as their words in small letters, newest first.
  var sentences: [String]
  /// The first two words that several of them share.
  var starts: [String]
  /// Words that only such sentences have; a sentence made of them is one too.
  var cues: [String]

  var identity: String { place.rawValue }
  var summary: String {
    (place == .opening ? "begins with" : "ends with") + " ‹"
      + sentences.prefix(3).joined(separator: " | ") + (sentences.count > 3 ? " | …" : "") + "› -> leave out"
  }
  var words: String {
    let examples = sentences.prefix(3).map { "“\($0)”" }.joined(separator: ", ")
    return place == .opening
      ? "Begin with the matter itself: leave out phrases such as \(examples)."
      : "End with the matter itself: leave out phrases such as \(examples)."
  }

  static func inducer() -> any DocumentKindInducer { Inducer() }

  /// What stands at the end after one phrase is gone may be another.
  func apply(to text: TokenText, format: ResponseFormat) -> String? {
    guard format != .code else { return nil }
    var result: String?
    for _ in 0..<8 {
      guard let next = removed(from: (result.map { TokenText($0, format: format) } ?? text).markdown) else { break }
      result = next
    }
    return result
  }

  private func removed(from markdown: MarkdownText) -> String? {
    var editor = PhraseEditor(markdown)
    let known = Set(sentences)
    switch place {
    case .opening:
      if let paragraph = markdown.opening {
        let all = Sentence.all(in: markdown.text(of: paragraph))
        editor.removeFirst(all.prefix { isMeant($0, known) }.count, of: all, in: paragraph)
      }
    case .closing:
      if let paragraph = markdown.closing {
        let all = Sentence.all(in: markdown.text(of: paragraph))
        editor.removeLast(all.reversed().prefix { isMeant($0, known) }.count, of: all, in: paragraph)
      }
      if !editor.isChanged { removeInside(markdown, known, &editor) }
    }
    return editor.result
  }

  /// A paragraph that is just a known phrase is one wherever it stands.
  private func removeInside(_ text: MarkdownText, _ known: Set<String>, _ editor: inout PhraseEditor) {
    for paragraph in text.paragraphs.reversed() where paragraph.count == 1 && paragraph.lowerBound > 0 {
      let content = text.lines[paragraph.lowerBound].text
      guard content.utf8.count <= 200, known.contains(Sentence.key(of: content)), content.contains(" ") else {
        continue
      }
      let all = Sentence.all(in: content)
      editor.removeLast(all.count, of: all, in: paragraph)
    }
  }

  func isMeant(_ sentence: Sentence, _ known: Set<String>) -> Bool {
    if known.contains(sentence.key) { return true }
    if let start = sentence.start, starts.contains(start) { return true }
    let words = sentence.key.split(separator: " ").map(String.init)
    let telling = words.filter(cues.contains)
    return telling.count >= 3 && telling.count * 5 >= words.count * 3
  }
}

/// Takes sentences out of a text's paragraphs, and the empty lines that would be left.
struct PhraseEditor {
  private let text: MarkdownText
  private var lines: [MarkdownText.Line]
  private(set) var isChanged = false

  init(_ text: MarkdownText) {
    self.text = text
    lines = text.lines
  }

  /// The text; `nil` where nothing was taken out or nothing would be left.
  var result: String? {
    isChanged && lines.contains { $0.kind != .blank } ? MarkdownText.text(of: lines) : nil
  }

  mutating func removeFirst(_ count: Int, of sentences: [Sentence], in paragraph: Range<Int>) {
    guard count > 0 else { return }
    isChanged = true
    if count == sentences.count { return remove(paragraph) }
    let content = text.text(of: paragraph)
    replace(paragraph, by: String(content[sentences[count].range.lowerBound...]))
  }

  mutating func removeLast(_ count: Int, of sentences: [Sentence], in paragraph: Range<Int>) {
    guard count > 0 else { return }
    isChanged = true
    if count == sentences.count { return remove(paragraph) }
    let content = text.text(of: paragraph)
    replace(paragraph, by: String(content[..<sentences[sentences.count - count - 1].range.upperBound]))
  }

  private mutating func replace(_ paragraph: Range<Int>, by content: String) {
    let end = lines[paragraph.upperBound - 1].end
    lines.replaceSubrange(paragraph, with: [MarkdownText.Line(text: content, end: end, kind: .prose)])
  }

  /// Removes whole lines with the empty lines on one side, and at the end a line that would separate nothing.
  private mutating func remove(_ paragraph: Range<Int>) {
    var range = paragraph
    while range.upperBound < lines.count, lines[range.upperBound].kind == .blank {
      range = range.lowerBound..<(range.upperBound + 1)
    }
    if range.upperBound == lines.count {
      let end = lines[range.upperBound - 1].end
      while range.lowerBound > 0, [.blank, .rule].contains(lines[range.lowerBound - 1].kind) {
        range = (range.lowerBound - 1)..<range.upperBound
      }
      lines.removeSubrange(range)
      if !lines.isEmpty { lines[lines.count - 1].end = end.isEmpty ? "" : lines[lines.count - 1].end }
    } else {
      lines.removeSubrange(range)
    }
  }
}
