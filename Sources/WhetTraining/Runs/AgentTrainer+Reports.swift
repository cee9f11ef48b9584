public import WhetCore
import WhetLearning
public import WhetStore

extension AgentTrainer {
  /// A run with its sessions and outcome.
  ///
  /// - Throws: `WhetError` with code `not-found`.
  public nonisolated func report(of id: RunID) throws -> RunReport {
    let run = try store.run(id)
    return RunReport(run: run, sessions: try store.sessions(run: id), outcome: try outcome(of: run))
  }

  /// What a finished run ended with, `nil` for any other and for one that trained a response only or was given up.
  public nonisolated func outcome(of run: RunRecord) throws -> RunOutcome? {
    try run.readOutcome()
  }

  /// A session with everything its steps left.
  ///
  /// - Throws: `WhetError` with code `not-found` or `session.artefact-unreadable`.
  public nonisolated func sessionReport(_ id: SessionID) throws -> SessionReport {
    let session = try store.session(id)
    let steps = try store.steps(of: id)
    let artefacts = try SessionArtefacts(steps)
    func text(_ digest: ArtefactDigest?) throws -> String? {
      guard let digest else { return nil }
      return String(decoding: try store.artefact(digest), as: UTF8.self)
    }
    let correction = try session.correction.map { try store.correction($0, revision: session.revision) }
    return SessionReport(
      session: session, run: try store.run(session.run), artefacts: artefacts, steps: steps,
      original: try text(artefacts.input?.original), prompt: try text(artefacts.prompt?.text),
      improved: try text(artefacts.response?.text),
      corrected: artefacts.adaptation == nil ? nil : correction?.corrected,
      choices: try store.choices(of: id).map { try MadeChoice($0) }, undone: try store.undoneSteps(of: id))
  }
}
