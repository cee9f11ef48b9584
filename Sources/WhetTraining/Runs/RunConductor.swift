import Foundation
import WhetCore
import WhetEvaluation
import WhetLearning
import WhetStore

/// Takes a claimed run through its open sessions, the held-out evidence and the gate's decision.
struct RunConductor: Sendable {
  let store: Store
  let evaluator: Evaluator
  let configuration: TrainerConfiguration

  func conduct(_ run: RunRecord, observer: TrainingObserver?) async throws -> RunReport {
    var memory = try await AgentMemory.load(run.agent, from: store, configuration: configuration)
    let sessions = try store.sessions(run: run.id)
    observer?(.runStarted(run, sessions: sessions.count))
    let pipeline = SessionPipeline(store: store, evaluator: evaluator, configuration: configuration, responses: [:])
    for session in sessions where session.state == .open || session.state == .failed {
      let finished = try await train(session, pipeline, &memory, observer)
      observer?(.sessionFinished(finished, position: finished.position, of: sessions.count))
    }
    // A response alone teaches nothing and proves nothing: such a run has no outcome.
    let hasCorrections = sessions.isEmpty || sessions.contains { $0.correction != nil }
    if hasCorrections { try memory.recallDecisions(store) }
    let outcome = hasCorrections ? try await outcome(of: run, memory, observer) : nil
    let finished = try store.finishRun(run.id, outcome: outcome.map { StoredJSON.data($0) })
    return RunReport(run: finished, sessions: try store.sessions(run: run.id), outcome: outcome)
  }

  /// All steps of one session; one whose correction was removed or edited meanwhile is aborted, and the run goes on.
  private func train(
    _ session: SessionRecord, _ pipeline: SessionPipeline, _ memory: inout AgentMemory, _ observer: TrainingObserver?
  ) async throws -> SessionRecord {
    if Self.isOutdated(session, memory) {
      try store.abort(session, reason: "its correction was edited or removed")
      if session.losesLearning(backAt: nil) {
        memory = try await AgentMemory.load(session.agent, from: store, configuration: configuration)
      }
      return try store.session(session.id)
    }
    var session = session
    while session.lastStep != .deployment {
      session = try await pipeline.advance(session, memory: &memory)
      if let step = session.lastStep { observer?(.stepCommitted(session.id, step)) }
    }
    return session
  }

  /// Whether a session's correction was removed or edited since it was made.
  static func isOutdated(_ session: SessionRecord, _ memory: AgentMemory) -> Bool {
    session.correction.map { memory.corrections[$0]?.revision != session.revision } ?? false
  }

  private func outcome(of run: RunRecord, _ memory: AgentMemory, _ observer: TrainingObserver?) async throws
    -> RunOutcome
  {
    let fitting = CrossFitting(memory: memory, evaluator: evaluator, configuration: configuration)
    let (evidence, opened) = try await fitting.evidence(observer: observer)
    let lessons = configuration.isLearnerEnabled ? memory.usableLessons : []
    let tokens = ManagedSectionWriter.tokens(
      in: ManagedSectionWriter.section(
        lessons: lessons, arrangement: .init(memory.records.values), version: 1, run: run.id, evidence: evidence,
        budget: configuration.tokenBudget))
    let decision = Gate.decide(
      evidence, policy: configuration.gatePolicy, tokenBudget: configuration.tokenBudget, managedTokens: tokens)
    let digest = lessons.isEmpty ? nil : try store.put(ArtefactDraft(StoredJSON.data(lessons)))
    return RunOutcome(
      local: ScoreSummary(try store.sessions(run: run.id)), heldOut: evidence, decision: decision, lessons: digest,
      lessonCount: lessons.count, managedTokens: tokens, isLearnerEnabled: configuration.isLearnerEnabled,
      sealedOpened: opened)
  }
}
