import WhetCore
import WhetEvaluation
import WhetLearning
import WhetStore

extension SessionPipeline {
  /// Step 6: learns from the correction, and counts which lessons helped or harmed in this session.
  func adapt(
    _ session: SessionRecord, _ strategy: StrategyArtefact, _ response: ResponseArtefact,
    _ evaluation: EvaluationArtefact, _ memory: inout AgentMemory
  ) throws -> StepProduct {
    // What a person arranged is no evidence on the lessons, nor on the strategy.
    let isEvidence = !evaluation.isRecall && evaluation.chosenBy == nil
    let gain = isEvidence ? evaluation.paired.improvement ?? 0 : 0
    let used = response.applications.map(\.lesson)
    let correction = correction(of: session, memory)
    // What follows changes the memory before the commit; if the commit fails, the run ends and the memory with it.
    let (report, note) = learn(from: correction, &memory)
    let artefact = AdaptationArtefact(
      report: report, note: note, helped: gain > 0 ? used : [], harmed: gain < 0 ? used : [],
      isRecalled: isRecalled(correction, memory))
    let changes = lessonChanges(memory, helped: artefact.helped, harmed: artefact.harmed, feedbackOf: correction)
    var product = StepProduct(.adaptation, artefact, StepChanges(lessons: changes))
    product.strategy = strategy.chosenBy == nil ? strategy.strategy : nil
    return product
  }

  private func learn(from correction: Correction?, _ memory: inout AgentMemory) -> (LearningReport, String) {
    let nothing = LearningReport()
    guard let correction else { return (nothing, "nothing was learned: there is no correction, only the response") }
    guard configuration.isLearnerEnabled else { return (nothing, "nothing was learned: the learner is switched off") }
    if memory.sealed.contains(correction.id) {
      return (nothing, "nothing was learned: this case is sealed for the gate")
    }
    guard let pair = memory.pairs[correction.id] else {
      return (
        nothing,
        correction.feedback == nil
          ? "nothing was learned: there is no corrected text"
          : "the feedback was kept as a candidate lesson in words; its effect is n/a until it is measured"
      )
    }
    // A correction trained again is no further evidence.
    let report = memory.learner.history.contains(correction.id) ? nothing : memory.learner.learn(pair)
    return (report, Self.note(report, correction))
  }

  private static func note(_ report: LearningReport, _ correction: Correction) -> String {
    func count(_ number: Int, _ word: String) -> String? {
      number == 0 ? nil : "\(number) lesson\(number == 1 ? "" : "s") \(word)"
    }
    let parts = [
      count(report.added.count, "learned"), count(report.confirmed.count, "confirmed"),
      count(report.retired.count, "given up"),
    ].compactMap { $0 }
    if !parts.isEmpty { return parts.joined(separator: ", ") }
    if correction.isAccepted { return "no lesson changes; from now on none may change this response" }
    return "no lesson changes: nothing in this correction was seen twice yet, or it is known already"
  }

  /// Whether the lessons now make the corrected text of the original; the answer is known by then, so this is recall.
  private func isRecalled(_ correction: Correction?, _ memory: AgentMemory) -> Bool? {
    guard let correction, let corrected = correction.corrected, configuration.isLearnerEnabled else { return nil }
    let improver = OfflineImprover(lessons: memory.usableLessons)
    return improver.improve(correction.original, format: correction.format, language: correction.language).text
      == corrected
  }

  /// The lessons as they are after the step: what the learner has is active, what it gave up is retired. Switched off,
  /// it has none and gives up none.
  private func lessonChanges(
    _ memory: AgentMemory, helped: [LessonID], harmed: [LessonID], feedbackOf correction: Correction?
  ) -> [LessonChange] {
    guard configuration.isLearnerEnabled else { return [] }
    var changes: [LessonID: LessonChange] = [:]
    // What a lesson did counts also where it is given up for it.
    for id in helped + harmed where memory.learner.lessons.allSatisfy({ $0.id != id }) {
      guard var record = memory.records[id] else { continue }
      record.helped += helped.contains(id) ? 1 : 0
      record.harmed += harmed.contains(id) ? 1 : 0
      if record.status == .active { record.status = .retired }
      changes[id] = LessonChange(record, reason: "used in this session and given up")
    }
    let current = Dictionary(uniqueKeysWithValues: memory.learner.lessons.map { ($0.id, $0) })
    for lesson in memory.learner.lessons {
      let record = record(of: lesson, memory, helped: helped, harmed: harmed)
      if record != memory.records[lesson.id] { changes[lesson.id] = LessonChange(record, reason: "learned") }
    }
    for (id, record) in memory.records
    where current[id] == nil && changes[id] == nil && record.status == .active && record.kind != "instruction" {
      var retired = record
      retired.status = .retired
      changes[id] = LessonChange(retired, reason: "the corrections no longer bear it out")
    }
    if let correction, correction.corrected == nil, !memory.sealed.contains(correction.id),
      let feedback = correction.feedback
    {
      let lesson = Lesson.instruction(feedback, from: correction.id)
      // A lesson nothing supports any more was taken back with the session that brought it.
      if memory.records[lesson.id].map({ $0.status == .retired && $0.supports.isEmpty }) ?? true {
        changes[lesson.id] = LessonChange(
          record(of: lesson, memory, helped: [], harmed: []), reason: "feedback in words")
      }
    }
    return changes.values.sorted { $0.lesson.id < $1.lesson.id }
  }

  private func record(of lesson: Lesson, _ memory: AgentMemory, helped: [LessonID], harmed: [LessonID]) -> LessonRecord
  {
    let known = memory.records[lesson.id]
    let status: LessonRecord.Status =
      known?.status == .disabled ? .disabled : lesson.status == .candidate ? .candidate : .active
    var record = LessonRecord(
      id: lesson.id, agent: memory.agent, status: status, kind: lesson.kind, words: lesson.words,
      body: StoredJSON.data(lesson), helped: (known?.helped ?? 0) + (helped.contains(lesson.id) ? 1 : 0),
      harmed: (known?.harmed ?? 0) + (harmed.contains(lesson.id) ? 1 : 0), supports: lesson.supports)
    if let known, record.isSame(as: known) { record = known }
    return record
  }
}

extension LessonRecord {
  /// Whether the two say the same, whatever the store added.
  fileprivate func isSame(as other: LessonRecord) -> Bool {
    status == other.status && words == other.words && body == other.body && helped == other.helped
      && harmed == other.harmed && supports == other.supports
  }
}
