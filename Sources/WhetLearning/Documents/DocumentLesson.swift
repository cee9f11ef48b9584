import WhetCore

/// A lesson about a document as a whole, which no edit at one place can express.
protocol DocumentLesson: Codable, Hashable, Sendable {
  /// The kind's name in commands and JSON.
  static var kind: String { get }
  /// When it is applied among the others.
  static var phase: DocumentPhase { get }
  /// Whether it is about code, which is the same in every kind of response.
  static var isOfCode: Bool { get }
  /// What learns lessons of this kind.
  static func inducer() -> any DocumentKindInducer
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

/// In which order document lessons go over a text: what is left out first, then what is written otherwise, then what
/// is added, and the space between at last.
enum DocumentPhase: Int, Comparable, Sendable {
  case removal, form, addition, spacing

  static func < (left: DocumentPhase, right: DocumentPhase) -> Bool { left.rawValue < right.rawValue }
}

extension DocumentLesson {
  static var phase: DocumentPhase { .form }
  static var isOfCode: Bool { false }
  var identity: String { Self.kind }
  func covers(language: String?) -> Bool { true }
}

/// A document lesson that people's corrections bear out.
struct LearnedDocumentLesson: Sendable {
  var form: LessonBody.Form
  /// The corrections that follow it, in order.
  var supports: [CorrectionID]
  /// The corrections that left alone or undid what it does, in order.
  var against: [CorrectionID]

  init(_ lesson: any DocumentLesson, supports: [CorrectionID], against: [CorrectionID] = []) {
    form = .document(DocumentForm(lesson))
    self.supports = supports
    self.against = against
  }
}

/// Learns document lessons from pairs, one at a time.
///
/// It weighs for and against by itself: a lesson it gives needs no other trial.
protocol DocumentLessonInducer: Sendable {
  /// Takes one more pair.
  mutating func add(_ analysis: PairAnalysis)
  /// What the pairs so far bear out, in a fixed order, each with the corrections behind it.
  func lessons() -> [LearnedDocumentLesson]
}

/// Learns the lessons of one kind.
protocol DocumentKindInducer: Sendable {
  /// Takes one more pair.
  mutating func add(_ pair: DocumentPair)
  /// What the pairs so far bear out, in a fixed order, each with the corrections behind it.
  func lessons() -> [LearnedDocumentLesson]
}

/// The kinds of document lesson; a new kind is one file and one line here.
enum DocumentLessons {
  static let kinds: [any DocumentLesson.Type] = [
    ImportLine.self, OtherPhrase.self, LeftOutPhrases.self, LeftOutRules.self, LeftOutSection.self,
    UnderlinedHeading.self,
    BoldHeading.self, HeadingCase.self, HeadingTrim.self, HeadingLevel.self, SectionTitle.self, SectionOrder.self,
    BulletMark.self, ListKind.self, ListNumbering.self, ItemEnding.self, ItemCase.self, TermCase.self, BoldText.self,
    FenceMark.self, FenceLanguage.self, RequiredSection.self, ParagraphPlace.self, RequiredPhrase.self, Spacing.self,
    BlankLines.self, FinalNewlines.self,
  ]

  static func inducers() -> [any DocumentLessonInducer] { [DocumentInduction()] }
}

/// Learns document lessons of every kind.
struct DocumentInduction: DocumentLessonInducer {
  /// How many of the newest pairs are kept to try a new idea on.
  static let mostRecent = 24

  private var inducers: [any DocumentKindInducer] = DocumentLessons.kinds.map { $0.inducer() }
  private var recent: [DocumentPair] = []

  mutating func add(_ analysis: PairAnalysis) {
    var pair = DocumentPair(analysis)
    pair.earlier = recent
    for index in inducers.indices { inducers[index].add(pair) }
    pair.earlier = []
    if recent.count == Self.mostRecent { recent.removeFirst() }
    recent.append(pair)
  }

  func lessons() -> [LearnedDocumentLesson] { inducers.flatMap { $0.lessons() } }
}
