public import WhetCore
import WhetLearning
import WhetStore

extension AgentTrainer {
  /// Decides something for the rest of a session. Steps that rest on it are taken back and done anew, up to where the
  /// session stood; before its step is done a choice is kept until then.
  ///
  /// - Throws: `step.choice` for a strategy, lesson or prompt that cannot be; `step.not-here` for a prompt that is not
  ///   made yet; `model.unknown`; `response.invalid`; `step.none`, `step.elsewhere`, `run.finished`.
  public func choose(
    _ choice: StepChoice, agent: AgentName? = nil, session: SessionID? = nil, observer: TrainingObserver? = nil
  ) async throws -> SteppingReport {
    try await inStepping(agent, session, changing: true) { walk in
      let session = walk.place.session
      guard session.state != .aborted else {
        throw WhetError(.sessionClosed, "the session '\(session.id)' is aborted", advice: "go on with 'step next'")
      }
      let planner = try await ChoicePlanner(session, walk.pipeline, walk.usableLessons(), store)
      switch try planner.plan(choice) {
      case .nothing(let note): walk.note(note)
      case .change(let plan): try await carryOut(plan, session, &walk, observer)
      }
    }
  }

  private func carryOut(
    _ plan: ChoicePlan, _ session: SessionRecord, _ walk: inout StepWalk, _ observer: TrainingObserver?
  ) async throws {
    let stood = session.lastStep
    let isDone = stood.map { $0 >= plan.step } ?? false
    let last = isDone ? plan.step.previous : stood
    let lessons = try store.lessonsBefore(session, last)
    try walk.reverse(
      StepReversal(
        last: last, reason: "step set \(plan.kind.rawValue)", withdrawn: plan.withdrawn, choices: plan.drafts,
        texts: plan.texts, lessons: lessons),
      from: stood)
    plan.notes.forEach { walk.note($0) }
    if !isDone { walk.note("kept for step \(plan.step.rawValue), \(plan.step.name)") }
    guard let stood, isDone else { return }
    if stood >= .adaptation { walk.forgetMemory() }
    try await walk.advance(session.id, to: stood, observer)
  }
}

/// What a choice changes, worked out before anything is written.
struct ChoicePlan {
  var kind: StoredChoice.Kind
  /// Choices that the new ones replace.
  var withdrawn: [Int64]
  var drafts: [ChoiceDraft]
  var texts: [ArtefactDraft] = []
  var notes: [String] = []

  /// The first step that is done anew.
  var step: PipelineStep { kind.step }

  enum Result {
    /// It is so already.
    case nothing(String)
    case change(ChoicePlan)
  }
}
