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
    let (report, learned) = learn(from: correction, &memory)
    let inherited = configuration.isLearnerEnabled ? memory.inheritedDecisions() : []
    let against = contradictions(of: correction, report, memory)
    let note = ([learned] + against.map(\.note) + inherited.map(\.note)).joined(separator: "; ")
    let artefact = AdaptationArtefact(
      report: report, note: note, helped: gain > 0 ? used : [], harmed: gain < 0 ? used : [],
      isRecalled: isRecalled(correction, memory))
    let changes =
      configuration.isLearnerEnabled
      ? LessonChanges(
        memory: memory, helped: artefact.helped, harmed: artefact.harmed, inherited: inherited, against: against
      )
      .all(correction) : []
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
    return
      "no lesson changes: the correction names too little for a rule yet, or no rule of it leaves alone what people left alone"
  }

  /// The lessons that a correction speaks against: those the learner has, and those it has just given up.
  private func contradictions(
    of correction: Correction?, _ report: LearningReport, _ memory: AgentMemory
  ) -> [Contradiction] {
    guard let correction, memory.learner.history.last == correction.id, let pair = memory.pairs[correction.id]?.pair
    else { return [] }
    let current = memory.learner.lessons
    let given = report.retired.compactMap { id in memory.records[id].flatMap { try? $0.learned() } }
    let stays = pair.contradicted(among: current)
    // One by one: what one of them does may be what another undoes.
    let goes = given.filter { !pair.contradicted(among: [$0]).isEmpty }.map(\.id)
    return (goes + stays).map { id in
      let supports = (given + current).first { $0.id == id }?.supports ?? []
      return Contradiction(
        lesson: id, by: correction.id, supports: supports.filter { $0 != correction.id }, isGivenUp: goes.contains(id))
    }
  }

  /// Whether the lessons now make the corrected text of the original; the answer is known by then, so this is recall.
  private func isRecalled(_ correction: Correction?, _ memory: AgentMemory) -> Bool? {
    guard let correction, let corrected = correction.corrected, configuration.isLearnerEnabled else { return nil }
    let improver = OfflineImprover(lessons: memory.usableLessons)
    return improver.improve(correction.original, format: correction.format, language: correction.language).text
      == corrected
  }
}
