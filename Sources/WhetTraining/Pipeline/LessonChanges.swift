import WhetCore
import WhetLearning
import WhetStore

/// The lessons as they are after step 6: what the learner has is active, what it gave up is retired, and what a person
/// decided holds.
struct LessonChanges {
  let memory: AgentMemory
  let helped: [LessonID]
  let harmed: [LessonID]
  /// What new lessons take over from those they do the same as.
  let inherited: [InheritedDecision]
  /// What the correction speaks against.
  let against: [Contradiction]

  /// - Parameter correction: what the session trained; its feedback without a corrected text becomes a lesson in words.
  func all(_ correction: Correction?) -> [LessonChange] {
    var changes: [LessonID: LessonChange] = [:]
    let current = Set(memory.learner.lessons.map(\.id))
    // What a lesson did counts also where it is given up for it.
    for id in helped + harmed where !current.contains(id) {
      guard var record = memory.records[id] else { continue }
      count(&record)
      if record.status != .candidate { record.setStanding(.retired) }
      changes[id] = LessonChange(record, reason: "used in this session and given up")
    }
    for lesson in memory.learner.lessons {
      let (record, reason) = record(of: lesson)
      if record != memory.records[lesson.id] { changes[lesson.id] = LessonChange(record, reason: reason) }
    }
    for change in givenUp(current) where changes[change.lesson.id] == nil { changes[change.lesson.id] = change }
    if let change = instruction(of: correction) { changes[change.lesson.id] = change }
    for change in repointed(changes) { changes[change.lesson.id] = change }
    // A lesson stands under another only once that is there.
    return changes.values.sorted {
      ($0.lesson.mergedInto == nil ? 0 : 1, $0.lesson.id) < ($1.lesson.mergedInto == nil ? 0 : 1, $1.lesson.id)
    }
  }

  /// What the learner has no longer.
  private func givenUp(_ current: Set<LessonID>) -> [LessonChange] {
    memory.records.compactMap { id, record in
      guard !current.contains(id), record.kind != LessonGuise.instruction else { return nil }
      guard record.status == .active || record.status == .disabled && record.standing != .retired else { return nil }
      var retired = record
      retired.setStanding(.retired)
      guard let contradiction = against.first(where: { $0.lesson == id }) else {
        return LessonChange(retired, reason: "the corrections no longer bear it out")
      }
      if var lesson = try? record.learned(), !lesson.against.contains(contradiction.by) {
        lesson.against.append(contradiction.by)
        retired.body = StoredJSON.data(lesson)
      }
      return LessonChange(retired, reason: contradiction.reason)
    }
  }

  private func instruction(of correction: Correction?) -> LessonChange? {
    guard let correction, correction.corrected == nil, !memory.sealed.contains(correction.id),
      let feedback = correction.feedback
    else { return nil }
    let lesson = Lesson.instruction(feedback, from: correction.id)
    // A lesson nothing supports any more was taken back with the session that brought it.
    guard memory.records[lesson.id].map({ $0.status == .retired && $0.supports.isEmpty }) ?? true else { return nil }
    return LessonChange(record(of: lesson).0, reason: "feedback in words")
  }

  private func record(of learned: Lesson) -> (LessonRecord, reason: String) {
    let known = memory.records[learned.id]
    let lesson = memory.illustrated(learned)
    var record = LessonRecord(
      id: lesson.id, agent: memory.agent, status: lesson.status == .candidate ? .candidate : .active, kind: lesson.kind,
      words: lesson.words, body: StoredJSON.data(lesson), helped: known?.helped ?? 0, harmed: known?.harmed ?? 0,
      supports: lesson.supports)
    count(&record)
    (record.ownWords, record.mergedInto) = (known?.ownWords, known?.mergedInto)
    if known?.status == .disabled { record.setDisabled(true) }
    if let inheritance = inherited.first(where: { $0.lesson == lesson.id }) {
      inheritance.apply(to: &record)
      return (record, inheritance.reason)
    }
    if let known, record.isSame(as: known) { record = known }
    return (record, known == nil ? "learned" : known?.status == .retired ? "learned again" : "learned further")
  }

  private func count(_ record: inout LessonRecord) {
    if helped.contains(record.id) { record.helped += 1 }
    if harmed.contains(record.id) { record.harmed += 1 }
  }

  /// What stood under the words of a lesson that another one takes the place of stands under that one's.
  private func repointed(_ changes: [LessonID: LessonChange]) -> [LessonChange] {
    inherited.filter(\.replaces).flatMap { inheritance in
      let records = memory.records.merging(changes.mapValues(\.lesson)) { $1 }
      return records.values.filter { $0.mergedInto == inheritance.from.id && $0.id != inheritance.lesson }.map {
        record in
        var record = record
        record.mergedInto = inheritance.lesson
        return LessonChange(
          record, reason: changes[record.id]?.reason ?? inheritance.reason,
          movesMergeFrom: inheritance.from.id)
      }
    }
  }
}

/// A lesson that a correction speaks against, with the corrections that speak for it.
struct Contradiction {
  var lesson: LessonID
  var by: CorrectionID
  var supports: [CorrectionID]
  var isGivenUp: Bool

  private static let shown = 3

  /// For the lesson's history.
  var reason: String { "given up: the correction \(by) speaks against it, and the newer counts" }

  /// For the session, one clause; names both sides.
  var note: String {
    let all =
      supports.prefix(Self.shown).map(\.rawValue).joined(separator: ", ")
      + (supports.count > Self.shown ? " and \(supports.count - Self.shown) more" : "")
    return isGivenUp
      ? "\(by) contradicts \(all), which taught \(lesson): the newer counts, and \(lesson) is given up"
      : "\(by) leaves alone or undoes what \(lesson) does, which \(all) taught; it stays as long as more speaks for it"
  }
}

/// What a person decided of a lesson, taken over by one that does the same under another id.
struct InheritedDecision {
  var lesson: LessonID
  /// The lesson it was decided of.
  var from: LessonRecord
  /// Whether the learner has only the new one.
  var replaces: Bool

  var isDisabled: Bool { from.status == .disabled }

  /// For the lesson's history.
  var reason: String {
    isDisabled
      ? "disabled: it does the same as \(from.id), which a person disabled"
      : "learned in the place of \(from.id), with what a person decided of that"
  }

  /// For the session, one clause.
  var note: String {
    isDisabled
      ? "\(lesson) does the same as \(from.id), which is disabled, so it is disabled too ('lesson enable \(lesson)')"
      : "\(lesson) takes the place of \(from.id), with what you decided of that"
  }

  func apply(to record: inout LessonRecord) {
    if isDisabled { record.setDisabled(true) }
    guard replaces else { return }
    record.ownWords = record.ownWords ?? from.ownWords
    record.mergedInto = record.mergedInto ?? from.mergedInto
  }
}

extension AgentMemory {
  /// What lessons that are new to the store take over.
  func inheritedDecisions() -> [InheritedDecision] {
    let current = Set(learner.lessons.map(\.id))
    return learner.lessons.compactMap { lesson in
      guard let from = forerunner(of: lesson) else { return nil }
      let decision = InheritedDecision(lesson: lesson.id, from: from, replaces: !current.contains(from.id))
      return decision.isDisabled || decision.replaces ? decision : nil
    }
  }
}

extension LessonRecord {
  /// Whether the two say the same, whatever the store added.
  fileprivate func isSame(as other: LessonRecord) -> Bool {
    status == other.status && standing == other.standing && words == other.words && ownWords == other.ownWords
      && mergedInto == other.mergedInto && body == other.body && helped == other.helped && harmed == other.harmed
      && supports == other.supports
  }
}
