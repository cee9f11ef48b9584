import Foundation
import Testing
import WhetCore

@testable import WhetEvaluation

struct GateTests {
  @Test(
    arguments: [
      // fixed, broken, unchanged, policy, verdict, more cases
      (5, 0, 3, GatePolicy.strict, GateDecision.Verdict.deploy, 0), (4, 0, 0, .strict, .deploy, 0),
      (3, 0, 3, .strict, .refuse, 2), (3, 0, 0, .balanced, .deploy, 0), (2, 0, 0, .balanced, .refuse, 1),
      (6, 1, 0, .strict, .deploy, 0), (4, 1, 0, .strict, .refuse, 5), (0, 0, 10, .strict, .refuse, nil),
      (2, 3, 0, .balanced, .refuse, nil), (1, 1, 0, .strict, .refuse, nil),
    ] as [(Int, Int, Int, GatePolicy, GateDecision.Verdict, Int?)])
  func `verdicts follow from fixed and broken cases`(
    fixed: Int, broken: Int, same: Int, policy: GatePolicy, verdict: GateDecision.Verdict, more: Int?
  ) {
    let decision = Gate.decide(evidence(fixed: fixed, broken: broken, same: same), policy: policy, managedTokens: 10)
    #expect(decision.verdict == verdict)
    #expect(decision.moreCasesNeeded == more)
    #expect(decision.test == .mcNemar)
    #expect(decision.fixed.count == fixed && decision.broken.count == broken)
    #expect(!decision.reasons.isEmpty)
  }

  @Test func `as many more cases as it asks for are enough`() throws {
    for (fixed, broken, same) in [(3, 0, 3), (4, 1, 0), (5, 2, 20), (2, 1, 40)] {
      let decision = Gate.decide(evidence(fixed: fixed, broken: broken, same: same), policy: .strict, managedTokens: 0)
      let more = try #require(decision.moreCasesNeeded)
      let scale = Double(fixed + broken + same + more) / Double(fixed + broken + same)
      let then = (Int(Double(fixed) * scale), Int((Double(broken) * scale).rounded(.up)))
      let later = Gate.decide(evidence(fixed: then.0, broken: then.1, same: 0), policy: .strict, managedTokens: 0)
      #expect(later.verdict == .deploy)
    }
  }

  @Test func `a broken pinned case stops everything`() {
    var outcomes = evidence(fixed: 20, broken: 1, same: 0).outcomes
    outcomes[20].isPinned = true
    let decision = Gate.decide(
      HeldOutEvidence(outcomes: outcomes, engine: "offline"), policy: .balanced, managedTokens: 0)
    #expect(decision.verdict == .refuse)
    #expect(decision.brokenPinned == [outcomes[20].caseID])
    #expect(!decision.mayGoUnproven)
  }

  @Test func `a case made less safe stops everything`() {
    var outcomes = evidence(fixed: 20, broken: 0, same: 0).outcomes
    outcomes[7].isLessSafe = true
    let decision = Gate.decide(
      HeldOutEvidence(outcomes: outcomes, engine: "offline"), policy: .strict, managedTokens: 0)
    #expect(decision.verdict == .refuse)
    #expect(decision.reasons.contains { $0.contains("less safe: c7") })
  }

  @Test(arguments: [(2_000, GateDecision.Verdict.deploy), (2_001, .refuse)])
  func `the token budget is kept`(tokens: Int, verdict: GateDecision.Verdict) {
    let decision = Gate.decide(evidence(fixed: 9, broken: 0, same: 0), policy: .strict, managedTokens: tokens)
    #expect(decision.verdict == verdict)
  }

  @Test func `nothing measured is refused without a test`() {
    let outcomes = [
      PairedOutcome(caseID: CorrectionID("c1"), before: nil, after: 50),
      PairedOutcome(caseID: CorrectionID("c2"), before: nil, after: nil),
    ]
    let evidence = HeldOutEvidence(outcomes: outcomes, engine: "offline")
    let decision = Gate.decide(evidence, policy: .balanced, managedTokens: 0)
    #expect(evidence.unmeasured == 2 && evidence.measured == 0 && evidence.mean == nil)
    #expect(decision.verdict == .refuse)
    #expect(decision.test == nil && decision.p == nil && decision.moreCasesNeeded == nil)
  }

  @Test func `copies of one case are one piece of evidence`() {
    let outcomes = (0..<12).map {
      PairedOutcome(
        caseID: CorrectionID("c\($0)"), before: 0, after: 100, passedBefore: false, passedAfter: true,
        group: CorrectionID("c0"))
    }
    let decision = Gate.decide(
      HeldOutEvidence(outcomes: outcomes, engine: "offline"), policy: .strict, managedTokens: 0)
    #expect(decision.verdict == .refuse)
    #expect(decision.groups == 1 && decision.fixedGroups == 1 && decision.fixed.count == 12)
    #expect(decision.mayGoUnproven)
  }

  @Test func `scores without verdicts go through the permutation test`() {
    let differences = [3.0, -1, 4, -1, 5, 9, -2, 6]
    let decision = Gate.decide(scored(differences), policy: .strict, managedTokens: 0)
    #expect(decision.test == .permutation)
    #expect(decision.p == 0.046875 && decision.exactP == 0.046875)
    #expect(decision.verdict == .deploy)
    #expect(decision.fixedGroups == 5 && decision.brokenGroups == 3)
  }

  @Test func `a verdict missing on one measured case means scores`() {
    var outcomes = evidence(fixed: 6, broken: 0, same: 0).outcomes
    outcomes[0].passedBefore = nil
    #expect(!HeldOutEvidence(outcomes: outcomes, engine: "offline").isPassFail)
  }

  @Test func `many small rises do not outweigh a fall`() {
    let decision = Gate.decide(scored([Double](repeating: 1, count: 9) + [-80]), policy: .balanced, managedTokens: 0)
    #expect(decision.verdict == .refuse)
    #expect(decision.posterior ?? 0 > 0.9)
  }

  @Test func `unchanged scores are refused, with noise in the last bit too`() {
    let decision = Gate.decide(scored([1e-13, 1e-13, 1e-13, 1e-13, 1e-13, 1e-13]), policy: .balanced, managedTokens: 0)
    #expect(decision.fixed.isEmpty)
    #expect(decision.verdict == .refuse)
  }

  @Test func `evidence and decision survive being stored`() throws {
    let evidence = evidence(fixed: 6, broken: 1, same: 2)
    let decision = Gate.decide(evidence, policy: .strict, managedTokens: 1)
    let coder = (JSONEncoder(), JSONDecoder())
    #expect(try coder.1.decode(HeldOutEvidence.self, from: coder.0.encode(evidence)) == evidence)
    #expect(try coder.1.decode(GateDecision.self, from: coder.0.encode(decision)) == decision)
  }

  private func evidence(fixed: Int, broken: Int, same: Int) -> HeldOutEvidence {
    let verdicts =
      [(false, true)].repeated(fixed) + [(true, false)].repeated(broken) + [(true, true)].repeated(same)
    let outcomes = verdicts.enumerated().map { index, verdict in
      PairedOutcome(
        caseID: CorrectionID("c\(index)"), before: verdict.0 ? 100 : 0, after: verdict.1 ? 100 : 0,
        passedBefore: verdict.0, passedAfter: verdict.1)
    }
    return HeldOutEvidence(outcomes: outcomes, engine: "offline")
  }

  private func scored(_ differences: [Double]) -> HeldOutEvidence {
    let outcomes = differences.enumerated().map { index, difference in
      PairedOutcome(caseID: CorrectionID("c\(index)"), before: 80, after: 80 + difference)
    }
    return HeldOutEvidence(outcomes: outcomes, engine: "offline")
  }
}

extension Array {
  fileprivate func repeated(_ count: Int) -> [Element] { (0..<count).flatMap { _ in self } }
}
