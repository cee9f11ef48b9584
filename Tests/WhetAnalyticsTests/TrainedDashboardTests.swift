import Foundation
import Testing
import WhetCore
import WhetEvaluation
import WhetStore
import WhetTraining

@testable import WhetAnalytics

/// Dashboards of agents that were really trained.
@Suite(.timeLimit(.minutes(2))) struct TrainedDashboardTests {
  /// One kind of mistake, comparing with `None` by `==`, in programs that differ.
  static func corrections(_ count: Int, agent: AgentName) throws -> [CorrectionDraft] {
    let words = [
      "order", "user", "path", "node", "token", "price", "label", "child", "route", "event", "image",
      "owner",
    ]
    return try (0..<count).map { index in
      let (name, other) = (words[index % words.count], words[(index * 5 + 3) % words.count])
      let body = (0...(index % 4)).map { "    \(other)_\($0) = \(name).get(\"\(other)\", \(index + $0))\n" }.joined()
      let original =
        "def check_\(name)_\(index)(\(name)):\n\(body)"
        + "    if \(name).\(other) == None:\n        return \(index)\n"
      return try CorrectionDraft(
        CorrectionFields(
          id: "k\(index)", agent: agent, task: "check the \(name) \(index)", original: original,
          corrected: original.replacing("== None", with: "is None"), language: "python"))
    }
  }

  @Test func `training, deploying and training again show in the dashboard`() async throws {
    let sample = try await SampleTrainer()
    _ = try sample.store.add(Self.corrections(24, agent: sample.agent))
    let report = try await sample.trainer.train(sample.agent)
    let dashboard = try await sample.trainer.dashboard(for: sample.agent)
    #expect(dashboard.statistics.corrections.trained == 24)
    #expect(dashboard.statistics.sessions.measured == 24)
    #expect(dashboard.statistics.evidence?.mean?.value == report.outcome?.heldOut.mean)
    #expect(dashboard.helped.first.map { $0.helped > 0 && $0.heldOutFixed > 0 } == true)
    #expect(dashboard.harmed.isEmpty)
    #expect(dashboard.next.map(\.kind) == [.deploy])

    let deployed = try await sample.trainer.deploy(agent: sample.agent)
    let after = try await sample.trainer.dashboard(for: sample.agent)
    #expect(after.deployed.map(\.id) == [deployed.record.id])
    #expect(after.next.isEmpty)
    _ = try await sample.trainer.rollback(agent: sample.agent)
    #expect(try await sample.trainer.dashboard(for: sample.agent).next.map(\.kind) == [.deploy])
  }

  @Test func `with the learner switched off nothing helped and the gate refused`() async throws {
    let sample = try await SampleTrainer(learner: false)
    _ = try sample.store.add(Self.corrections(8, agent: sample.agent))
    _ = try await sample.trainer.train(sample.agent)
    let dashboard = try await sample.trainer.dashboard(for: sample.agent)
    #expect(dashboard.statistics.sessions.successRate?.value == 0)
    #expect(dashboard.statistics.evidence?.decision.verdict == .refuse)
    #expect(dashboard.helped.isEmpty)
    #expect(dashboard.next.map(\.kind) == [.switchLearnerOn])
  }
}
