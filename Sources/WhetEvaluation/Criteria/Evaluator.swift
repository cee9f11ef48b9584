internal import WhetCore

/// Measures responses offline: verifier, distance to the corrected text, required parts, structure, safety scan.
///
/// The same text under the same verifier is run once in an evaluator's life, so a verdict never changes under a
/// comparison.
public actor Evaluator {
  /// The name under which the results are reported.
  public static let engine = "offline"

  private let sandbox: Sandbox
  private var results: [VerifierRun: VerifierResult] = [:]

  public init(sandbox: Sandbox = Sandbox()) {
    self.sandbox = sandbox
  }

  /// Measures one response.
  ///
  /// - Throws: `CancellationError` when the task is cancelled.
  public func evaluate(_ response: String, for testCase: EvaluationCase) async throws -> Evaluation {
    try evaluation(of: response, for: testCase, verified: try await verify(response, for: testCase))
  }

  /// Measures two responses to one case the same way.
  ///
  /// Correctness comes from the verifier only when it could run on both, so that a verdict is never held against a
  /// distance.
  /// - Throws: `CancellationError` when the task is cancelled.
  public func compare(
    before: String, after: String, for testCase: EvaluationCase,
    weights: [Criterion: Double] = Criterion.defaultWeights
  ) async throws -> PairedEvaluation {
    if before == after {
      let both = try await evaluate(before, for: testCase)
      return PairedEvaluation(before: both, after: both, weights: weights)
    }
    var verified = (before: try await verify(before, for: testCase), after: try await verify(after, for: testCase))
    if verified.before?.passed == nil, verified.after?.passed != nil { verified.after = verified.before }
    if verified.after?.passed == nil, verified.before?.passed != nil { verified.before = verified.after }
    return PairedEvaluation(
      before: try evaluation(of: before, for: testCase, verified: verified.before),
      after: try evaluation(of: after, for: testCase, verified: verified.after), weights: weights)
  }

  /// Runs the case's verifier on a response, or remembers what it said; `nil` without a verifier.
  ///
  /// - Throws: `CancellationError` when the task is cancelled.
  public func verify(_ response: String, for testCase: EvaluationCase) async throws -> VerifierResult? {
    guard let verifier = testCase.verifier else { return nil }
    let run = VerifierRun(verifier, file: ResponseFile(response, language: testCase.language))
    if let known = results[run] { return known }
    let result = try await sandbox.run(verifier, response: response, language: testCase.language)
    // Another task may have come first while this one ran: its verdict stands.
    if let known = results[run] { return known }
    if result.passed != nil { results[run] = result }
    return result
  }

  private func evaluation(
    of response: String, for testCase: EvaluationCase, verified: VerifierResult?
  ) throws -> Evaluation {
    let scores = try Criterion.allCases.map { criterion -> CriterionScore in
      try Task.checkCancellation()
      return switch criterion {
      case .correctness: Correctness.score(of: response, for: testCase, verified: verified)
      case .completeness: RequiredParts.score(of: response, parts: testCase.requiredParts)
      case .clarity: Clarity.score(of: response, format: testCase.format, language: testCase.language)
      case .safety: SafetyScan.score(of: response)
      case .relevance, .helpfulness: .notMeasured(criterion, "needs a judge or a reward model")
      case .efficiency: .notMeasured(criterion, "processor time and memory were not measured")
      }
    }
    return Evaluation(engine: Self.engine, scores: scores)
  }
}

/// What decides a verifier's verdict.
private struct VerifierRun: Hashable {
  private let run: [String]
  private let standardInput: String?
  private let files: [String: String]
  private let timeout: Double?
  private let name: String
  private let text: String

  init(_ verifier: VerifierSpecification, file: ResponseFile) {
    run = verifier.run
    standardInput = verifier.stdin
    files = verifier.files ?? [:]
    timeout = verifier.timeout
    name = file.name
    text = file.text
  }
}
