public import WhetCore

/// What one correction taught.
public struct LearningReport: Sendable, Equatable, Codable {
  /// Lessons that became active with this correction.
  public var added: [LessonID]
  /// Lessons that were active before and rest on this correction too now.
  public var confirmed: [LessonID]
  /// Lessons that were active and no longer are, because the correction contradicts them or others explain more.
  public var retired: [LessonID]

  public init(added: [LessonID] = [], confirmed: [LessonID] = [], retired: [LessonID] = []) {
    self.added = added
    self.confirmed = confirmed
    self.retired = retired
  }

  /// Whether anything changed; where it did not, whoever shows the report says so.
  public var isEmpty: Bool { added.isEmpty && confirmed.isEmpty && retired.isEmpty }
}

/// Learns lessons from original and corrected texts without a model and without a network.
///
/// Its state is a function of the pairs in the order they were given: the same history gives the same lessons, so a
/// learner can be made again from stored corrections. Method: edit rules induced from aligned token lists and
/// validated on all known pairs, after Refazer (Rolim et al., ICSE 2017) and Getafix (Bader et al., OOPSLA 2019).
public struct OfflineLearner: Sendable {
  private(set) var pool = RulePool()
  private var inducers: [any DocumentLessonInducer] = DocumentLessons.inducers()
  private(set) var pairs: [PreparedPair] = []
  private var current: [Lesson] = []
  /// The lessons of edit rules as they were last written, by what they are written from.
  private var written: [Written: Lesson] = [:]
  /// The formats of the responses that were corrected.
  private var formats: [CorrectionID: ResponseFormat] = [:]
  /// The document lessons after the pairs so far.
  private var documents: [Lesson] = []

  public init() {}

  /// The active lessons, those that explain most first.
  public var lessons: [Lesson] { current }

  /// The corrections learned so far, in order.
  public var history: [CorrectionID] { pairs.map(\.pair.id) }

  /// Takes one pair more and says what it changed.
  @discardableResult
  public mutating func learn(_ pair: TrainingPair) -> LearningReport {
    learn(PreparedPair(pair))
  }

  /// As `learn(_:)` for a pair that is analysed already.
  @discardableResult
  public mutating func learn(_ pair: PreparedPair) -> LearningReport {
    add(pair)
    let before = current
    current = selected()
    return report(from: before, pair.pair.id)
  }

  /// Takes many pairs; the same lessons as learning them one by one, without the reports between.
  public mutating func learn(all pairs: [PreparedPair]) { learn(all: pairs, check: {}) }

  /// As `learn(all:)`, for work that may be given up.
  ///
  /// - Parameter check: called for each pair; what it throws ends the work and leaves the learner of no use.
  public mutating func learn(all pairs: [PreparedPair], check: () throws -> Void) rethrows {
    for pair in pairs {
      try check()
      add(pair)
    }
    try check()
    current = selected()
  }

  /// Document lessons take what they explain of a pair; edit rules are learned from what is left.
  private mutating func add(_ pair: PreparedPair) {
    pairs.append(pair)
    formats[pair.pair.id] = pair.pair.format
    for index in inducers.indices { inducers[index].add(pair.analysis) }
    documents = inducers.flatMap { $0.lessons() }.map { learned in
      LessonWriter.lesson(for: limited(learned), supports: learned.supports, against: learned.against)
    }
    pool.add(residual(of: pair))
  }

  /// The form of a document lesson; it holds in the one kind of text it was seen in, until it is right in a second one.
  private func limited(_ learned: LearnedDocumentLesson) -> LessonBody.Form {
    guard case .document(var form) = learned.form, !type(of: form.lesson).isOfCode else { return learned.form }
    let formats = Set(learned.supports.compactMap { self.formats[$0] })
    form.formats = formats.count == 1 ? Array(formats) : []
    return .document(form)
  }

  private func residual(of pair: PreparedPair) -> PreparedPair {
    guard !pair.pair.isAccepted, !documents.isEmpty else { return pair }
    var rest = pair.pair
    rest.original =
      OfflineImprover(lessons: documents).improve(
        rest.original, format: rest.format, language: rest.language
      ).text
    return rest.original == pair.pair.original ? pair : PreparedPair(rest)
  }

  /// What the text of a lesson depends on; most lessons are the same after one correction more.
  private struct Written: Hashable {
    var rule: EditRule
    var examples: [Int]
  }

  private mutating func selected() -> [Lesson] {
    var now: [Written: Lesson] = [:]
    let edits = RuleSelection.choose(from: pool).map { choice in
      let numbers = Array(Set(choice.entry.firings.map { $0.pair })).sorted()
      let key = Written(rule: choice.rule, examples: Array(numbers.prefix(LessonWriter.longestSearch)))
      var lesson =
        written[key] ?? LessonWriter.lesson(for: choice.rule, supports: key.examples.map { pool.pairs[$0] })
      now[key] = lesson
      lesson.supports = numbers.map { pool.pairs[$0].pair.id }
      lesson.against = choice.against.map { pool.pairs[$0].pair.id }
      return lesson
    }
    written = now
    var seen: Set<LessonID> = []
    return (edits + documents).filter { seen.insert($0.id).inserted }
  }

  private func report(from before: [Lesson], _ id: CorrectionID) -> LearningReport {
    let old = Dictionary(uniqueKeysWithValues: before.map { ($0.id, $0) })
    let new = Set(current.map(\.id))
    return LearningReport(
      added: current.filter { old[$0.id] == nil }.map(\.id),
      confirmed: current.filter { lesson in
        old[lesson.id].map { $0.supports != lesson.supports } ?? false && lesson.supports.contains(id)
      }.map(\.id),
      retired: before.filter { !new.contains($0.id) }.map(\.id))
  }
}
