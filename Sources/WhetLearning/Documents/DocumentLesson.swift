import WhetCore

/// A lesson about a document as a whole, which no edit at one place can express.
protocol DocumentLesson: Codable, Hashable, Sendable {
  /// The kind's name in commands and JSON.
  static var kind: String { get }
  /// The lesson in one readable line.
  var summary: String { get }
  /// The lesson as an instruction.
  var words: String { get }
  /// What makes it the same lesson, however much more is learned about it.
  var identity: String { get }
  /// Whether it may be applied to a response in this language; `nil` is a response that does not say.
  func covers(language: String?) -> Bool
  /// The improved text; `nil` where the lesson does not fit or is already followed.
  func apply(to text: TokenText, format: ResponseFormat) -> String?
}

extension DocumentLesson {
  var identity: String { Self.kind }
  func covers(language: String?) -> Bool { true }
}

/// Learns one kind of document lesson from pairs, one at a time.
protocol DocumentLessonInducer: Sendable {
  /// Takes one more pair.
  mutating func add(_ analysis: PairAnalysis)
  /// What the pairs so far bear out, in a fixed order, each with the corrections behind it. Validation comes after.
  func lessons() -> [(form: LessonBody.Form, supports: [CorrectionID])]
}

/// The kinds of document lesson; a new kind is one file and one line here.
enum DocumentLessons {
  static func inducers() -> [any DocumentLessonInducer] {
    [ImportLine.Inducer(), RequiredSection.Inducer(), HeadingCase.Inducer(), FenceLanguage.Inducer()]
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
