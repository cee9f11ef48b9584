import Foundation
import Testing
import WhetCore

@testable import WhetEvaluation

@Suite(.timeLimit(.minutes(2)))
struct EvaluatorTests {
  private let checked = EvaluationCase(
    id: CorrectionID("c1"), format: .code, language: "python", reference: "x = 2\n",
    verifier: VerifierSpecification(
      run: ["python3", "check.py"], files: ["check.py": "import response; assert response.x == 2"]))

  @Test func `the verifier decides correctness before the corrected text does`() async throws {
    let evaluation = try await Evaluator().evaluate("x = 1 + 1\n", for: checked)
    #expect(evaluation[.correctness].value == 100)
    #expect(evaluation[.correctness].passed == true)
    #expect(evaluation.engine == "offline")
  }

  @Test func `without a verifier the distance decides, without either nothing does`() async throws {
    var testCase = checked
    testCase.verifier = nil
    let evaluator = Evaluator()
    #expect(try await evaluator.evaluate("x = 1\n", for: testCase)[.correctness].value == 75)
    testCase.reference = nil
    #expect(try await evaluator.evaluate("x = 1\n", for: testCase)[.correctness].value == nil)
  }

  @Test func `what nobody measures is not a number`() async throws {
    let testCase = EvaluationCase(id: CorrectionID("c1"), format: .conversation)
    let evaluation = try await Evaluator().evaluate("Hello there", for: testCase)
    #expect(evaluation.scores.map(\.criterion) == Criterion.allCases)
    #expect(evaluation.scores.filter { $0.value != nil }.map(\.criterion) == [.safety])
    #expect(evaluation.scores.allSatisfy { !$0.evidence.isEmpty })
  }

  @Test func `a pair is measured over the same criteria`() async throws {
    let pair = try await Evaluator().compare(
      before: "x = 1\n", after: "x = 2\n", for: checked, weights: [.correctness: 1])
    #expect(pair.overallBefore == 0 && pair.overallAfter == 100 && pair.improvement == 100)
    #expect(!pair.isLessSafe)
  }

  @Test func `equal text under one verifier runs once`() async throws {
    let verifier = VerifierSpecification(run: ["sh", "-c", "cat /proc/sys/kernel/random/uuid"])
    let testCase = EvaluationCase(id: CorrectionID("c1"), format: .code, verifier: verifier)
    let evaluator = Evaluator()
    let first = try await evaluator.verify("a", for: testCase)
    #expect(try await evaluator.verify("a", for: testCase) == first)
    #expect(try await evaluator.verify("b", for: testCase) != first)
  }

  @Test func `a verifier that cannot run leaves the distance, and says so`() async throws {
    var testCase = checked
    testCase.verifier = VerifierSpecification(run: ["whet-has-no-such-program"])
    let score = try await Evaluator().evaluate("x = 2\n", for: testCase)[.correctness]
    #expect(score.value == 100 && score.passed == nil)
    #expect(score.evidence.first?.contains("did not run") == true)
  }

  @Test func `a failing verifier's last line is the evidence`() async throws {
    let score = try await Evaluator().evaluate("x = 1\n", for: checked)[.correctness]
    #expect(score.value == 0 && score.passed == false)
    #expect(score.evidence.last?.contains("AssertionError") == true)
  }

  @Test func `a cancelled evaluation throws`() async throws {
    let task = Task { try await Evaluator().evaluate("x", for: checked) }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}

struct PairedEvaluationTests {
  private func evaluation(_ values: [Criterion: Double]) -> Evaluation {
    Evaluation(
      engine: "offline", scores: Criterion.allCases.map { CriterionScore($0, value: values[$0], evidence: []) })
  }

  @Test func `only criteria measured on both sides count`() {
    let pair = PairedEvaluation(
      before: evaluation([.correctness: 50, .clarity: 100, .safety: 100]),
      after: evaluation([.correctness: 80, .completeness: 0, .clarity: 60, .safety: 100]),
      weights: [.correctness: 3, .clarity: 1, .completeness: 5, .safety: 9])
    #expect(pair.overallBefore == 62.5 && pair.overallAfter == 75 && pair.improvement == 12.5)
  }

  @Test(
    arguments: [[:], [.correctness: 0], [.correctness: -1], [.correctness: .nan], [.safety: 1]] as [[Criterion: Double]]
  )
  func `without a weight nothing is overall`(weights: [Criterion: Double]) {
    let both = evaluation([.correctness: 50, .safety: 100])
    let pair = PairedEvaluation(before: both, after: both, weights: weights)
    #expect(pair.overallBefore == nil && pair.improvement == nil)
  }

  @Test func `safety shows only as a fall`() {
    #expect(PairedEvaluation(before: evaluation([.safety: 100]), after: evaluation([.safety: 50])).isLessSafe)
    #expect(!PairedEvaluation(before: evaluation([.safety: 50]), after: evaluation([.safety: 100])).isLessSafe)
  }

  @Test func `it is stored with the criteria's names as keys`() throws {
    let pair = PairedEvaluation(before: evaluation([.clarity: 1]), after: evaluation([.clarity: 2]))
    let data = try JSONEncoder().encode(pair)
    #expect(String(decoding: data, as: UTF8.self).contains("\"correctness\":4"))
    #expect(try JSONDecoder().decode(PairedEvaluation.self, from: data) == pair)
  }
}
