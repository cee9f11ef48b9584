public import WhetCore

/// One held-out case: scored before, and after with lessons learned without its group.
public struct PairedOutcome: Codable, Sendable, Equatable {
  public var caseID: CorrectionID
  /// Overall score from 0 to 100, `nil` if nothing was measured on both sides.
  public var before: Double?
  /// As `before`, over the same criteria.
  public var after: Double?
  /// The verifier's verdict, `nil` without one.
  public var passedBefore: Bool?
  public var passedAfter: Bool?
  /// Whether this case must never get worse.
  public var isPinned: Bool
  /// The group of near-duplicates, named by its oldest member.
  public var group: CorrectionID
  /// Whether the safety scan finds more after than before.
  public var isLessSafe: Bool

  public init(
    caseID: CorrectionID, before: Double?, after: Double?, passedBefore: Bool? = nil, passedAfter: Bool? = nil,
    isPinned: Bool = false, group: CorrectionID? = nil, isLessSafe: Bool = false
  ) {
    self.caseID = caseID
    self.before = before
    self.after = after
    self.passedBefore = passedBefore
    self.passedAfter = passedAfter
    self.isPinned = isPinned
    self.group = group ?? caseID
    self.isLessSafe = isLessSafe
  }

  /// Whether the verifier judged both sides.
  public var hasVerdicts: Bool { passedBefore != nil && passedAfter != nil }

  /// After minus before in points; from the verdicts (100 or 0) where there are no scores, `nil` where nothing was
  /// measured on both sides.
  public var difference: Double? {
    if let before, let after { return after - before }
    guard let passedBefore, let passedAfter else { return nil }
    return (passedAfter ? 100 : 0) - (passedBefore ? 100 : 0)
  }

  /// 1 for a fixed case, -1 for a broken one, else 0: by the verdicts, without them by the rise or fall of the score.
  public var change: Int {
    if let passedBefore, let passedAfter { return (passedAfter ? 1 : 0) - (passedBefore ? 1 : 0) }
    // Scores that differ by rounding alone are equal.
    guard let difference, abs(difference) > 1e-9 else { return 0 }
    return difference > 0 ? 1 : -1
  }
}
