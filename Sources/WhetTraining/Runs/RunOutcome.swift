public import WhetCore
public import WhetEvaluation
public import WhetStore

/// How the sessions of a run went on their own cases, each with what was known before its correction.
public struct ScoreSummary: Sendable, Equatable, Codable {
  /// All sessions of the run.
  public var sessions: Int
  /// Sessions whose improvement could be measured.
  public var measured: Int
  /// Sessions that improved.
  public var successes: Int
  /// The mean local improvement over the measured sessions, in points; `nil` if there are none.
  public var mean: Double?

  init(_ sessions: [SessionRecord]) {
    let improvements = sessions.filter { $0.state != .aborted }.compactMap(\.improvement)
    self.sessions = sessions.count
    measured = improvements.count
    successes = improvements.count { $0 > 0 }
    mean = improvements.isEmpty ? nil : improvements.reduce(0, +) / Double(improvements.count)
  }
}

/// What a run ended with.
public struct RunOutcome: Sendable, Equatable, Codable {
  public var local: ScoreSummary
  /// Every case scored by lessons learned without its group.
  public var heldOut: HeldOutEvidence
  /// What the gate made of the evidence.
  public var decision: GateDecision
  /// The lessons the decision is about, as a JSON array; `nil` when there are none.
  public var lessons: ArtefactDigest?
  /// How many lessons the decision is about.
  public var lessonCount: Int
  /// Tokens of the managed section these lessons make: a quarter of its bytes, rounded up.
  public var managedTokens: Int
  /// Whether the learner was on; off, the evidence shows what no learning gives.
  public var isLearnerEnabled: Bool
  /// Sealed cases that were opened for this decision.
  public var sealedOpened: Int
}

extension RunRecord {
  /// What the run ended with; `nil` while it is not finished, and for one that trained a response only or was given
  /// up.
  ///
  /// - Throws: `WhetError` with code `session.artefact-unreadable`.
  public func readOutcome() throws(WhetError) -> RunOutcome? {
    guard let outcome else { return nil }
    return try StoredJSON.value(RunOutcome.self, from: outcome, what: "the outcome of run '\(id)'")
  }
}

/// A run with its sessions and, once it is finished, its outcome.
public struct RunReport: Sendable, Equatable {
  /// The run as the store has it.
  public var run: RunRecord
  /// Its sessions in order.
  public var sessions: [SessionRecord]
  /// `nil` while the run is open or failed, and for one that trained a response only or was given up.
  public var outcome: RunOutcome?

  /// The improvements as the design speaks of them, in points.
  public var improvement: (local: Double?, heldOut: Double?) { (outcome?.local.mean, outcome?.heldOut.mean) }
}

/// A session with everything its steps left.
public struct SessionReport: Sendable {
  /// The session as the store has it.
  public var session: SessionRecord
  public var run: RunRecord
  /// What its steps left, as far as it got.
  public var artefacts: SessionArtefacts
  /// The committed steps as the store has them.
  public var steps: [StepRecord]
  /// The agent's response.
  public var original: String?
  /// The training prompt.
  public var prompt: String?
  /// The response after step 4.
  public var improved: String?
  /// What the person made of it; shown only after step 6 has used it.
  public var corrected: String?
  /// What a person chose, oldest first, with what holds no more.
  public var choices: [MadeChoice]
  /// The steps that were taken back, in that order.
  public var undone: [UndoneStep]
}

/// What happens while a run goes on.
public enum TrainingEvent: Sendable {
  case runStarted(RunRecord, sessions: Int)
  case stepCommitted(SessionID, PipelineStep)
  case sessionFinished(SessionRecord, position: Int, of: Int)
  /// Held-out cases scored so far.
  case measuring(done: Int, of: Int)
  case runFinished(RunReport)
}

/// Is told what happens; called from the training task, so it must be quick.
public typealias TrainingObserver = @Sendable (TrainingEvent) -> Void
