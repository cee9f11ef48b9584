public import Foundation
public import WhetCore
public import WhetEvaluation
import WhetStore
import WhetTraining

/// One finished run in a plot over runs.
public struct RunPoint: Sendable, Equatable, Codable {
  public var run: RunID
  public var startedAt: Date
  public var sessions: Int
  /// The mean improvement on the sessions' own cases by what was known before them, in points.
  public var local: Estimate?
  /// The mean over cases scored by lessons learned without them, in points.
  public var heldOut: Estimate?
  /// The gate's, at the end of the run.
  public var verdict: GateDecision.Verdict
  /// Without the learner a run shows what no learning gives; trends leave it out.
  public var isLearnerEnabled: Bool

  /// One row.
  public var value: JSONValue {
    .object(
      [
        JSONValue.Member("run", .string(run.rawValue)),
        JSONValue.Member("startedAt", .string(startedAt.formatted(.iso8601))),
        JSONValue.Member("sessions", JSONValue(sessions)),
      ] + Estimate.members("heldOut", heldOut) + Estimate.members("local", local) + [
        JSONValue.Member("gate", .string(verdict.rawValue)), JSONValue.Member("learner", .bool(isLearnerEnabled)),
      ])
  }
}

/// A run with what it ended with.
struct FinishedRun {
  var run: RunRecord
  var outcome: RunOutcome

  /// - Parameter improvements: of all the agent's sessions.
  func point(_ improvements: [LocalImprovement]) -> RunPoint {
    let own = improvements.filter { $0.session.run == run.id }
    return RunPoint(
      run: run.id, startedAt: run.startedAt, sessions: outcome.local.sessions,
      local: .mean(of: LocalImprovement.grouped(own, by: AgentHistory.groups(of: outcome))),
      heldOut: .mean(of: outcome.heldOut), verdict: outcome.decision.verdict,
      isLearnerEnabled: outcome.isLearnerEnabled)
  }
}
