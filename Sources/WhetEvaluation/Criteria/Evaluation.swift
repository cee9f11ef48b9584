/// One criterion of one response.
public struct CriterionScore: Codable, Sendable, Equatable {
  public var criterion: Criterion
  /// From 0 to 100; `nil` (shown as n/a) where nothing was measured.
  public var value: Double?
  /// What was measured, or why nothing was; may quote untrusted output.
  public var evidence: [String]
  /// The verifier's verdict; `nil` for other criteria and without one.
  public var passed: Bool?

  public init(_ criterion: Criterion, value: Double?, evidence: [String], passed: Bool? = nil) {
    self.criterion = criterion
    self.value = value
    self.evidence = evidence
    self.passed = passed
  }

  /// A criterion for which nothing was measured.
  static func notMeasured(_ criterion: Criterion, _ reason: String) -> CriterionScore {
    CriterionScore(criterion, value: nil, evidence: [reason])
  }
}

/// The scores of one response on every criterion.
public struct Evaluation: Codable, Sendable, Equatable {
  /// What measured it, such as `offline`.
  public var engine: String
  /// One for each criterion, in the order of `Criterion.allCases`.
  public var scores: [CriterionScore]

  public init(engine: String, scores: [CriterionScore]) {
    self.engine = engine
    self.scores = scores
  }

  public subscript(criterion: Criterion) -> CriterionScore {
    scores.first { $0.criterion == criterion } ?? .notMeasured(criterion, "not evaluated")
  }
}
