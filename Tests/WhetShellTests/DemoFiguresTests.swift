import Testing
import WhetCore
import WhetEvaluation

@testable import WhetShell

struct DemoFiguresTests {
  private static func figures(_ change: (inout DemoFigures) -> Void = { _ in }) -> DemoFigures {
    var figures = DemoFigures(demo: "engineer", agent: "engineer")
    figures.failing = 10
    figures.fixed = ["a", "b", "c", "d", "e"]
    figures.decision = decision(.deploy)
    figures.isRestored = true
    change(&figures)
    return figures
  }

  private static func decision(_ verdict: GateDecision.Verdict) -> GateDecision {
    let outcomes = (0..<(verdict == .deploy ? 12 : 0)).map { number in
      PairedOutcome(
        caseID: CorrectionID("c\(number)"), before: 0, after: 100, passedBefore: false, passedAfter: true,
        isPinned: false, group: CorrectionID("c\(number)"), isLessSafe: false)
    }
    return Gate.decide(
      HeldOutEvidence(outcomes: outcomes, engine: "offline"), policy: .strict, tokenBudget: 2_000, managedTokens: 100)
  }

  @Test func `half of the failing cases fixed and nothing harmed is enough`() {
    #expect(Self.figures().failures == [])
    #expect(Self.figures().failure == nil)
  }

  @Test(arguments: [
    ("refused", figures { $0.decision = decision(.refuse) }), ("undecided", figures { $0.decision = nil }),
    ("fewer than half fixed", figures { $0.fixed = ["a", "b", "c", "d"] }),
    ("nothing to fix", figures { $0.failing = 0 }), ("one broken", figures { $0.broken = ["z"] }),
    ("an accepted case changed", figures { $0.touched = ["keep"] }),
    ("not restored", figures { $0.isRestored = false }),
  ])
  func `a demo that shows less fails`(name: String, figures: DemoFigures) {
    #expect(figures.failures.count == 1)
    #expect(figures.failure?.exitCode == .refused)
    #expect(figures.value["holds"] == .bool(false))
  }
}
