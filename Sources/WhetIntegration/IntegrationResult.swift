public import WhetCore
public import WhetEvaluation
import WhetStore
import WhetTraining

/// What the training of one reported correction gave.
public struct IntegrationResult: Sendable, Equatable, Codable {
  public var correctionID: CorrectionID
  /// The run of one session that trained it.
  public var runID: RunID
  public var sessionID: SessionID
  /// The held-out mean after the run, in points, over all of the agent's cases; `nil` while none can be measured.
  public var improvementScore: Double?
  /// The 95 % interval of `improvementScore`.
  public var interval: Interval?
  /// The improvement on the correction's own case by what was known before it, in points; `nil` where nothing was
  /// measured.
  public var local: Double?
  /// The gate's decision about the agent as it is after the run.
  public var decision: GateDecision?
  /// What measured: `offline`; `nil` while nothing is measured.
  public var engine: String?
  /// Whether this call trained it; else it was trained before, and this is what came of it then.
  public var isNew: Bool

  /// The result as commands return it; what was not measured is `null`.
  public var value: JSONValue {
    .record([
      "correction": .string(correctionID.rawValue), "run": .string(runID.rawValue),
      "session": .string(sessionID.rawValue), "improvementScore": JSONValue(improvementScore),
      "low": JSONValue(interval?.low), "high": JSONValue(interval?.high), "local": JSONValue(local),
      "gate": JSONValue(decision?.verdict.rawValue), "engine": JSONValue(engine), "new": .bool(isNew),
    ])
  }
}

extension IntegrationResult {
  /// - Throws: `WhetError` with code `not-found` if the run has no session on the correction.
  init(_ report: RunReport, correction: CorrectionID, isNew: Bool) throws(WhetError) {
    guard let session = report.sessions.last(where: { $0.correction == correction }) else {
      throw WhetError(.notFound, "the run '\(report.run.id)' has no session on '\(correction)'")
    }
    let heldOut = report.outcome?.heldOut
    self.init(
      correctionID: correction, runID: report.run.id, sessionID: session.id, improvementScore: heldOut?.mean,
      interval: heldOut?.interval, local: session.improvement, decision: report.outcome?.decision,
      engine: heldOut?.engine, isNew: isNew)
  }
}
