public import WhetCore
public import WhetEvaluation
import WhetTraining

/// What an agent's newest run with an outcome showed on held-out cases, and what the gate made of it.
public struct RunEvidence: Sendable, Equatable, Codable {
  public var run: RunID
  /// What measured, such as `offline`.
  public var engine: String
  /// Whether the run learned at all; without it the evidence is about nothing.
  public var isLearnerEnabled: Bool
  /// Lessons the decision is about.
  public var lessonCount: Int
  /// Cases measured on both sides.
  public var measured: Int
  /// Cases that could not be measured on both sides.
  public var unmeasured: Int
  /// Points.
  public var mean: Estimate?
  /// Cases that passed only after the lessons; without verifiers, whose score rose.
  public var fixed: [CorrectionID]
  /// Cases that passed only before; without verifiers, whose score fell.
  public var broken: [CorrectionID]
  /// As it was made at the end of the run.
  public var decision: GateDecision

  init(_ run: RunID, _ outcome: RunOutcome) {
    self.run = run
    engine = outcome.heldOut.engine
    isLearnerEnabled = outcome.isLearnerEnabled
    lessonCount = outcome.lessonCount
    measured = outcome.heldOut.measured
    unmeasured = outcome.heldOut.unmeasured
    mean = .mean(of: outcome.heldOut)
    fixed = outcome.heldOut.fixed
    broken = outcome.heldOut.broken
    decision = outcome.decision
  }

  /// The members of a row, all `null` where an agent has no run with an outcome.
  static func members(_ evidence: RunEvidence?) -> [JSONValue.Member] {
    Estimate.members("heldOut", evidence?.mean) + [
      JSONValue.Member("heldOutCases", evidence.map { JSONValue($0.measured) } ?? .null),
      JSONValue.Member("fixed", evidence.map { JSONValue($0.fixed.count) } ?? .null),
      JSONValue.Member("broken", evidence.map { JSONValue($0.broken.count) } ?? .null),
      JSONValue.Member("gate", JSONValue(evidence?.decision.verdict.rawValue)),
      JSONValue.Member("p", JSONValue(evidence?.decision.p)),
      JSONValue.Member("run", JSONValue(evidence?.run.rawValue)),
    ]
  }
}
