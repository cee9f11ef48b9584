import WhetCore

/// The case of headings as people corrected them, everywhere or on some levels.
struct HeadingCase: LineLesson {
  static let kind = "heading-case"

  enum Style: String, Codable {
    /// Only the first word and names begin with a capital.
    case sentence
    /// All words but small ones such as articles do.
    case title
    /// Only names do.
    case lower
    /// All letters are capitals.
    case capitals
  }

  /// Words that keep the case they have here, sorted: names, and in title case the small words.
  var names: [String]
  /// Sentence case where an older program wrote the lesson.
  var style: Style?
  /// The only levels meant; `nil` for all.
  var levels: [Int]?

  init(names: [String] = [], style: Style = .sentence, levels: [Int]? = nil) {
    self.names = names
    self.style = style
    self.levels = levels
  }

  private var writing: Style { style ?? .sentence }

  var identity: String {
    Self.kind + (writing == .sentence ? "" : writing.rawValue) + (levels.map { "\($0)" } ?? "")
  }
  var topic: String { levels.map { "\($0)" } ?? "" }
  var summary: String {
    let place = levels.map { $0.map { String(repeating: "#", count: $0) }.joined(separator: ", ") + " " } ?? ""
    switch writing {
    case .sentence: return place + "‹Heading Words› -> ‹Heading words›"
    case .title: return place + "‹Heading words› -> ‹Heading Words›"
    case .lower: return place + "‹Heading Words› -> ‹heading words›"
    case .capitals: return place + "‹Heading Words› -> ‹HEADING WORDS›"
    }
  }
  var words: String {
    let headings = levels.map { "headings of level " + $0.map(String.init).joined(separator: ", ") } ?? "headings"
    switch writing {
    case .sentence: return "Write \(headings) in sentence case: only the first word and names begin with a capital."
    case .title: return "Write \(headings) in title case: all words but small ones begin with a capital."
    case .lower: return "Write \(headings) in small letters, names excepted."
    case .capitals: return "Write \(headings) in capitals."
    }
  }

  func includes(_ other: HeadingCase) -> Bool { writing == other.writing && levels == nil && other.levels != nil }

  static func inducer() -> any DocumentKindInducer { Inducer() }

  func rewritten(_ line: Int, in text: MarkdownText) -> String? {
    HeadingSpeaker(self, names: text.namesInSentences).rewritten(text.lines[line])
  }

  /// A text's own names count too; they are found once for all its headings.
  func rewrites(in text: MarkdownText) -> [(line: Int, text: String)] {
    let headings = text.lines.indices.filter { text.lines[$0].kind == .heading }
    guard !headings.isEmpty else { return [] }
    let keepsNames = writing == .sentence || writing == .lower
    let speaker = HeadingSpeaker(self, names: keepsNames ? text.namesInSentences : [])
    return headings.compactMap { index in
      guard let line = speaker.rewritten(text.lines[index]), line != text.lines[index].text else { return nil }
      return (index, line)
    }
  }

  static func ideas(from before: Int, to after: Int, in pair: DocumentPair) -> [HeadingCase] {
    guard let old = HeadingParts(pair.source.lines[before]), let new = HeadingParts(pair.target.lines[after]) else {
      return []
    }
    let changes = HeadingWord.changes(from: old.title, to: new.title)
    let later = changes.filter { !$0.isFirst }
    var styles: [Style] = []
    if !later.isEmpty, later.allSatisfy({ $0.isLowered }), !changes.contains(where: { $0.isFirst && $0.isLowered }) {
      styles.append(.sentence)
    }
    if changes.contains(where: { $0.isFirst && $0.isLowered }), changes.allSatisfy(\.isLowered) {
      styles.append(.lower)
    }
    if later.contains(where: { $0.isRaised }) {
      let isLoud = new.title.allSatisfy { !$0.isLowercase }
      styles.append(isLoud ? .capitals : .title)
    }
    return styles.flatMap { [HeadingCase(style: $0), HeadingCase(style: $0, levels: [new.level])] }
  }
}

extension HeadingCase {
  /// Tries the styles like any line lesson, with the names that texts and corrected headings tell of.
  struct Inducer: DocumentKindInducer {
    private var lines = TrialInducer<HeadingCase>()
    private var lexicon = NameLexicon()

    mutating func add(_ pair: DocumentPair) {
      guard pair.isMarkdown else { return }
      lexicon.add(pair)
      let names = lexicon.names
      lines.add(pair) { lesson in
        var lesson = lesson
        lesson.names = lesson.writing == .title ? lexicon.titleWords : names
        return lesson
      }
    }

    func lessons() -> [LearnedDocumentLesson] {
      lines.lessons { lesson in
        var lesson = lesson
        lesson.names = lesson.writing == .title ? lexicon.titleWords : lesson.writing == .capitals ? [] : lexicon.names
        return lesson
      }
    }
  }
}
