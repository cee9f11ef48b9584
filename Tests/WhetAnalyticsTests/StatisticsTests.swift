import Foundation
import Testing
import WhetCore
import WhetEvaluation
import WhetStore
import WhetTraining

@testable import WhetAnalytics

@Suite(.timeLimit(.minutes(1))) struct StatisticsTests {
  @Test func `an empty store has no agents and no rates`() async throws {
    let statistics = try await SampleTrainer().trainer.statistics()
    #expect(statistics.agents.isEmpty)
    #expect(statistics.corrections == CorrectionFigures())
    #expect(statistics.sessions.successRate == nil)
    #expect(statistics.sessions.improvement == nil)
  }

  @Test func `corrections are counted by where they stand`() async throws {
    let sample = try await SampleTrainer()
    try sample.add(["c1", "c2", "c3", "c4"])
    try sample.add(["a1"], accepted: true)
    try sample.add(["p1"], pinned: true)
    try sample.add(["gone"])
    try sample.store.hide(CorrectionID("gone"))
    try sample.run([.init(correction: "c1"), .init(correction: "a1")], evidence: [])
    try sample.run([.init(correction: "c2", lastStep: .prompt)])
    let figures = try await sample.trainer.statistics().corrections
    #expect(figures == CorrectionFigures(all: 6, trained: 2, inTraining: 1, waiting: 3, accepted: 1, pinned: 1))
  }

  @Test func `an edited correction waits again`() async throws {
    let sample = try await SampleTrainer()
    try sample.add(["c1"])
    try sample.run([.init(correction: "c1")], evidence: [])
    var fields = CorrectionFields(try sample.store.correction(CorrectionID("c1")))
    fields.corrected = "much better"
    try sample.store.edit(CorrectionID("c1"), to: CorrectionDraft(fields))
    let figures = try await sample.trainer.statistics().corrections
    #expect(figures.trained == 0)
    #expect(figures.waiting == 1)
  }

  @Test func `sessions are counted by how they ended`() async throws {
    let sample = try await SampleTrainer()
    try sample.add(["c1", "c2", "c3", "c4"])
    try sample.run([.init(correction: "c1", improvement: 3)], evidence: [])
    let run = try sample.run([
      .init(correction: "c2", lastStep: .input), .init(correction: "c3", lastStep: .input),
      .init(correction: "c4", lastStep: nil),
    ])
    let lease = try sample.store.claim(run)
    let sessions = try sample.store.sessions(run: run)
    try sample.store.endSession(sessions[0].id, as: .failed)
    try sample.store.endSession(sessions[1].id, as: .aborted)
    lease.release()
    let figures = try await sample.trainer.statistics().sessions
    #expect(figures.all == 4)
    #expect((figures.finished, figures.failed, figures.aborted, figures.open) == (1, 1, 1, 1))
  }

  @Test(
    arguments: [
      ([10, 0, 5, -5], nil, nil), ([10, 0, 5, -5, 0], 0.4, 2), ([nil, 1, nil, 1, 1, 1, 1], 1, 1),
      ([nil, nil, nil, nil, nil], nil, nil), ([0, 0, 0, 0, 0, 0], 0, 0),
    ] as [([Double?], Double?, Double?)])
  func `rates need five measured sessions`(improvements: [Double?], rate: Double?, mean: Double?) async throws {
    let sample = try await SampleTrainer()
    let ids = improvements.indices.map { "c\($0)" }
    try sample.add(ids)
    try sample.run(zip(ids, improvements).map { .init(correction: $0, improvement: $1) }, evidence: [])
    let figures = try await sample.trainer.statistics().sessions
    #expect(figures.measured == improvements.count { $0 != nil })
    #expect(figures.successRate?.value == rate)
    #expect(figures.improvement?.value == mean)
  }

  @Test func `a correction that is trained again shows recall and no improvement`() async throws {
    let sample = try await SampleTrainer()
    let ids = (0..<5).map { "c\($0)" }
    try sample.add(ids)
    try sample.run(ids.map { .init(correction: $0, improvement: 0) }, evidence: [])
    try sample.run(ids.map { .init(correction: $0, improvement: 40) }, evidence: [])
    let figures = try await sample.trainer.statistics().sessions
    #expect(figures.finished == 10)
    #expect(figures.measured == 5)
    #expect(figures.successes == 0)
    #expect(figures.improvement?.value == 0)
  }

  @Test func `each agent has a row of its own`() async throws {
    let sample = try await SampleTrainer()
    try sample.add(["c1"])
    try sample.add(["q1", "q2"], agent: "qa")
    try sample.run([.init(correction: "q1", improvement: 1)], evidence: [], agent: AgentName("qa"))
    let statistics = try await sample.trainer.statistics()
    #expect(statistics.agents.map(\.agent.rawValue) == ["engineer", "qa"])
    #expect(statistics.agents.map(\.corrections.waiting) == [1, 1])
    #expect(statistics.agents.map(\.sessions.finished) == [0, 1])
    #expect(statistics.corrections.all == 3)
  }

  @Test func `the evidence is that of the newest run with an outcome`() async throws {
    let sample = try await SampleTrainer()
    try sample.run([], evidence: Evidence.judged(fixed: 0, same: 6))
    let second = try sample.run([], evidence: Evidence.judged(fixed: 6, same: 4))
    try sample.run([.init(correction: nil, lastStep: .input)])
    let evidence = try #require(try await sample.trainer.statistics().agents.first?.evidence)
    #expect(evidence.run == second)
    #expect(evidence.mean?.value == 60)
    #expect(evidence.mean?.interval != nil)
    #expect(evidence.fixed.count == 6)
    #expect(evidence.decision.verdict == .deploy)
  }

  @Test func `a held-out mean of four cases is not given`() async throws {
    let sample = try await SampleTrainer()
    try sample.run([], evidence: Evidence.scored(20, count: 4))
    let evidence = try #require(try await sample.trainer.statistics().agents.first?.evidence)
    #expect(evidence.measured == 4)
    #expect(evidence.mean == nil)
  }

  @Test func `what is not known is null in JSON, and the value survives coding`() async throws {
    let sample = try await SampleTrainer()
    try sample.add(["c1"])
    let statistics = try await sample.trainer.statistics()
    let row = try #require({ if case .array(let rows) = statistics.value["agents"] { rows.first } else { nil } }())
    #expect(row["successRate"] == .null)
    #expect(row["heldOut"] == .null)
    #expect(row["gate"] == .null)
    #expect(row["waiting"] == 1)
    let decoded = try JSONDecoder().decode(Statistics.self, from: JSONEncoder().encode(statistics))
    #expect(decoded == statistics)
  }
}
