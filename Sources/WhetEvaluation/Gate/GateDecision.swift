public import WhetCore

/// Whether a run's lessons may be deployed, and why.
public struct GateDecision: Codable, Sendable, Equatable {
  public enum Verdict: String, Codable, Sendable { case deploy, refuse }

  /// The test that gave `p`; both are one-sided.
  public enum Test: String, Codable, Sendable {
    case mcNemar = "McNemar mid-p"
    case permutation = "paired permutation"
  }

  public var policy: GatePolicy
  public var verdict: Verdict
  /// `nil` when nothing was measured.
  public var test: Test?
  public var p: Double?
  /// The exact p: of McNemar's test beside its mid-p, of a permutation test that counted all sign patterns.
  public var exactP: Double?
  /// P(better): the posterior chance that a changed group of cases was changed for the better.
  public var posterior: Double?
  public var fixed: [CorrectionID]
  public var broken: [CorrectionID]
  /// The broken cases that are pinned.
  public var brokenPinned: [CorrectionID]
  /// Groups of near-duplicates measured, fixed and broken: what the test counted.
  public var groups: Int
  public var fixedGroups: Int
  public var brokenGroups: Int
  /// Further independent cases until the policy would be met, at the rates observed (`CasesNeeded`): 0 when the
  /// evidence suffices already, `nil` when the observed effect is not positive or no end is in sight.
  public var moreCasesNeeded: Int?
  /// Full sentences; for a refusal all that stands in the way.
  public var reasons: [String]
  /// Whether the effect is above 0 and only proof is lacking, so that it may go out as a canary.
  public var mayGoUnproven: Bool
  /// Set by deployment: sent out against the gate.
  public var isForced = false
  /// Set by deployment: sent out as a canary.
  public var isUnproven = false
}
