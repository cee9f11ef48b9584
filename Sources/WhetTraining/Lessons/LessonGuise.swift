import WhetCore
import WhetLearning
import WhetStore

/// Whether two lessons do the same under different ids: more corrections make a rule more general, and with that another.
enum LessonGuise {
  /// How many corrections are looked at.
  static let mostPairs = 8

  /// Whether one of the two makes all the edits that the other makes, in every correction that both change of those that
  /// one of them rests on; at least one such correction must be there.
  static func isSame(_ one: Lesson, _ other: Lesson, pair: (CorrectionID) -> TrainingPair?) -> Bool {
    guard one.kind == other.kind, one.kind != instruction else { return false }
    let shared = Set(one.supports).intersection(other.supports)
    let pairs = other.supports.filter(shared.contains).prefix(mostPairs).compactMap(pair)
    let (first, second) = (improver(one), improver(other))
    var isCovered = true
    var covers = true
    var changed = 0
    for pair in pairs {
      let (a, b) = (first.text(of: pair), second.text(of: pair))
      guard a != pair.original, b != pair.original else { continue }
      changed += 1
      // The one has nothing left to do where the other, doing as much or more, was at work.
      isCovered = isCovered && second.text(of: pair, from: a) == b && first.text(of: pair, from: b) == b
      covers = covers && first.text(of: pair, from: b) == a && second.text(of: pair, from: a) == a
      guard isCovered || covers else { return false }
    }
    return changed > 0
  }

  /// The kind of lessons in words, which edit nothing.
  static let instruction = "instruction"

  private static func improver(_ lesson: Lesson) -> OfflineImprover {
    var lesson = lesson
    lesson.status = .active
    return OfflineImprover(lessons: [lesson])
  }
}

extension OfflineImprover {
  fileprivate func text(of pair: TrainingPair, from text: String? = nil) -> String {
    improve(text ?? pair.original, format: pair.format, language: pair.language).text
  }
}

/// What people decided of lessons, among what an agent's memory holds.
extension AgentMemory {
  /// The lessons a session may use now: what the learner has, without what a person disabled, in the words that count.
  var usableLessons: [Lesson] {
    learner.lessons.filter { !isDisabled($0) }.map { lesson in
      var lesson = illustrated(lesson)
      if let words = records[lesson.id]?.ownWords { lesson.words = words }
      return lesson
    }
  }

  /// How many corrections are searched for an example.
  private static let longestSearch = 4

  /// The lesson with an example: the one it was stored with, else one from a correction that it rests on.
  func illustrated(_ lesson: Lesson) -> Lesson {
    guard lesson.example == nil, lesson.kind != LessonGuise.instruction else { return lesson }
    var lesson = lesson
    let known = records[lesson.id].flatMap { try? $0.learned() }
    lesson.example =
      known?.example
      ?? lesson.supports.prefix(Self.longestSearch).lazy.compactMap {
        pairs[$0].flatMap { lesson.example(in: $0.pair) }
      }
      .first
    return lesson
  }

  /// Whether a person disabled the lesson, or one that does the same.
  func isDisabled(_ lesson: Lesson) -> Bool {
    isNew(lesson) ? forerunner(of: lesson)?.status == .disabled : records[lesson.id]?.status == .disabled
  }

  /// The lesson that a person last decided on among those that do the same as a new one, one that stands for itself
  /// before others; `nil` for a lesson that is no
  /// news, or where there is none.
  func forerunner(of lesson: Lesson) -> LessonRecord? {
    guard isNew(lesson) else { return nil }
    let decided = records.values.filter { $0.isDecided && $0.id != lesson.id }
      .sorted { one, other in
        let (first, second) = (one.mergedInto == nil ? 0 : 1, other.mergedInto == nil ? 0 : 1)
        return (first, other.updatedAt, one.id) < (second, one.updatedAt, other.id)
      }
    return decided.first { record in
      (try? record.learned()).map { LessonGuise.isSame($0, lesson) { pairs[$0]?.pair } } ?? false
    }
  }

  private func isNew(_ lesson: Lesson) -> Bool {
    records[lesson.id].map { $0.status == .retired && !$0.isDecided } ?? true
  }

  /// Reads anew what people decided: they may have while the run went on.
  mutating func recallDecisions(_ store: Store) throws {
    for record in try store.lessons(agent: agent) { records[record.id] = record }
  }
}

extension LessonInstruction.Arrangement {
  /// As people decided of these lessons.
  init(_ records: some Sequence<LessonRecord>) {
    self.init()
    for record in records {
      merges[record.id] = record.mergedInto
      if record.ownWords != nil { worded.insert(record.id) }
    }
  }
}
