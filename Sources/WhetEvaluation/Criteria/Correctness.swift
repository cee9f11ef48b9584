internal import WhetCore

/// How right a response is: what the verifier says, else how near it is to the corrected text.
enum Correctness {
  /// - Parameter verified: what the case's verifier showed, if it has one.
  static func score(of response: String, for testCase: EvaluationCase, verified: VerifierResult?) -> CriterionScore {
    guard let verified else {
      return distance(of: response, for: testCase, missing: "no verifier and no corrected text")
    }
    if case .unavailable(let error) = verified.outcome {
      var score = distance(of: response, for: testCase, missing: "no corrected text")
      score.evidence.insert("the verifier did not run: \(error.message)", at: 0)
      return score
    }
    var evidence = [describe(verified)]
    if verified.passed == false, let line = verified.lastLine { evidence.append("it printed: \(line)") }
    return CriterionScore(.correctness, value: verified.value, evidence: evidence, passed: verified.passed)
  }

  private static func distance(of response: String, for testCase: EvaluationCase, missing: String) -> CriterionScore {
    guard let reference = testCase.reference else { return .notMeasured(.correctness, missing) }
    guard let rate = EditRate(from: response, to: reference, indentation: testCase.format == .code) else {
      return .notMeasured(.correctness, "too long to compare with the corrected text")
    }
    return CriterionScore(
      .correctness, value: rate.similarity,
      evidence: ["\(rate.edits) token edits from the corrected text of \(rate.referenceTokens) tokens"])
  }

  private static func describe(_ result: VerifierResult) -> String {
    let score = result.score.map { ", score \($0.reached)/\($0.possible)" } ?? ""
    return switch result.outcome {
    case .passed: "verifier passed" + score
    case .failed(0): "verifier exited 0 without a full score" + score
    case .failed(let status): "verifier failed with exit status \(status)" + score
    case .timedOut(let seconds): "verifier stopped after \(seconds) s"
    case .outputLimit: "verifier stopped: it printed too much"
    case .memoryLimit: "verifier stopped: it used too much memory"
    case .killed(let signal): "verifier ended by signal \(signal)"
    case .unavailable(let error): error.message
    }
  }
}

extension VerifierResult {
  /// The last line of the output that is not blank, at most 200 characters; untrusted.
  fileprivate var lastLine: String? {
    let lines = String(decoding: outputTail, as: UTF8.self).split(whereSeparator: \.isNewline)
    return lines.last { !$0.allSatisfy(\.isWhitespace) }.map { String($0.prefix(200)) }
  }
}
