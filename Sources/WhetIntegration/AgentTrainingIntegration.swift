public import WhetAgents
public import WhetCore
import WhetStore
public import WhetTraining

/// Brings what happens outside whet into training: corrections of a sub-process agent's answers, and the answers
/// themselves.
///
/// It keeps nothing of its own; all it learns of goes through the trainer into the store.
public actor AgentTrainingIntegration {
  /// What it trains with.
  public nonisolated let trainer: AgentTrainer

  /// - Parameter trainer: started by the caller, who also stops it.
  public init(trainer: AgentTrainer) {
    self.trainer = trainer
  }

  /// Adds the correction of one sub-process agent's answer and trains it as a run of one session.
  ///
  /// An answer that is reported twice is trained once: the second call returns what the first one gave, so a caller
  /// that does not know whether its call arrived can repeat it.
  ///
  /// - Parameters:
  ///   - subprocessID: kept as the correction's source, `subprocess:ID`.
  ///   - original: what the agent answered.
  ///   - correction: what a person made of it; equal to `original` for an accepted answer.
  ///   - context: what the agent knew; its entry `task` is the task, which otherwise names the sub-process only.
  /// - Throws: `WhetError` with code `correction.invalid`, `integration.correction-removed` if somebody removed this
  ///   correction; of the store; `CancellationError`.
  public func trainSubprocessResponse(
    subprocessID: String, agent: AgentName, original: String, correction: String, context: [String: String] = [:],
    observer: TrainingObserver? = nil
  ) async throws -> IntegrationResult {
    let added = try add(
      SubprocessCorrection(
        subprocessID: subprocessID, agent: agent, original: original, corrected: correction, context: context))
    if let earlier = try earlierResult(of: added) { return earlier }
    let report = try await trainer.train(correction: added, observer: observer)
    return try IntegrationResult(report, correction: added.id, isNew: true)
  }

  /// As above, for an agent's name that is not checked yet.
  ///
  /// - Throws: also `WhetError` with code `agent.name-invalid`.
  public func trainSubprocessResponse(
    subprocessID: String, agent: String, original: String, correction: String, context: [String: String] = [:],
    observer: TrainingObserver? = nil
  ) async throws -> IntegrationResult {
    try await trainSubprocessResponse(
      subprocessID: subprocessID, agent: AgentName(agent), original: original, correction: correction,
      context: context, observer: observer)
  }

  /// Deploys what a run learned, through the gate.
  ///
  /// - Parameter run: the agent's newest run with an outcome if `nil`.
  /// - Throws: as `AgentTrainer.deploy`: `deployment.refused` where the gate is against it.
  @discardableResult
  public func deploy(
    agent: AgentName, run: RunID? = nil, tier: Tier = .project
  ) async throws -> DeploymentReport {
    try await trainer.deploy(agent: agent, run: run, tier: tier)
  }

  /// As above, for an agent's name that is not checked yet.
  ///
  /// - Throws: also `WhetError` with code `agent.name-invalid`.
  @discardableResult
  public func deploy(agent: String, run: RunID? = nil, tier: Tier = .project) async throws -> DeploymentReport {
    try await deploy(agent: AgentName(agent), run: run, tier: tier)
  }

  private func add(_ reported: SubprocessCorrection) throws -> Correction {
    switch try trainer.store.add([reported.draft()]).first {
    case .added(let correction): return correction
    case .unchanged(let id): return try trainer.store.correction(id)
    case .hidden(let id):
      throw WhetError(
        .correctionRemoved, "the correction '\(id)' was removed and is not trained again",
        advice: "add it once more under an id of its own if it is right after all")
    case .conflict(let error): throw error
    case nil: preconditionFailure("adding one correction gives one answer")
    }
  }

  /// What the last finished session on this revision of the correction gave; `nil` if there is none.
  private func earlierResult(of correction: Correction) throws -> IntegrationResult? {
    let session = try trainer.store.sessions(agent: correction.agent).last {
      $0.correction == correction.id && $0.revision == correction.revision && $0.state == .finished
    }
    guard let session else { return nil }
    let report = try trainer.report(of: session.run)
    // A run that was killed before its end has sessions but no evidence: it is for `resume` to finish.
    guard report.outcome != nil else { return nil }
    return try IntegrationResult(report, correction: correction.id, isNew: false)
  }
}
