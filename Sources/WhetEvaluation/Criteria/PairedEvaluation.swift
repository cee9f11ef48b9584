/// Two responses to one case, measured the same way.
public struct PairedEvaluation: Codable, Sendable, Equatable {
  public var before: Evaluation
  public var after: Evaluation
  /// Only what is above 0 counts; a criterion without a weight does not.
  public var weights: [Criterion: Double]
  /// Weighted mean from 0 to 100 over the criteria other than safety measured on both sides, `nil` if there are none.
  public private(set) var overallBefore: Double?
  /// As `overallBefore`, over the same criteria.
  public private(set) var overallAfter: Double?

  public init(before: Evaluation, after: Evaluation, weights: [Criterion: Double] = Criterion.defaultWeights) {
    self.before = before
    self.after = after
    self.weights = weights
    let counted = Criterion.allCases.filter { criterion in
      let weight = weights[criterion] ?? 0
      return criterion != .safety && weight > 0 && weight.isFinite && before[criterion].value != nil
        && after[criterion].value != nil
    }
    overallBefore = Self.mean(of: before, over: counted, weights)
    overallAfter = Self.mean(of: after, over: counted, weights)
  }

  /// Overall after minus before, in points from -100 to 100.
  public var improvement: Double? {
    guard let overallBefore, let overallAfter else { return nil }
    return overallAfter - overallBefore
  }

  /// Whether the safety scan finds more in the response after than in the one before.
  public var isLessSafe: Bool { (after[.safety].value ?? 100) < (before[.safety].value ?? 100) }

  private static func mean(
    of evaluation: Evaluation, over criteria: [Criterion], _ weights: [Criterion: Double]
  ) -> Double? {
    let parts = criteria.map { (weight: weights[$0] ?? 0, value: evaluation[$0].value ?? 0) }
    let total = parts.reduce(0) { $0 + $1.weight }
    return total > 0 ? parts.reduce(0) { $0 + $1.weight * $1.value } / total : nil
  }
}
