import Foundation
import Testing
import WhetAgents
import WhetCore
import WhetStore

@testable import WhetTraining

/// Deployments whose process died between writing them down and settling them.
@Suite(.timeLimit(.minutes(2))) struct SettlementTests {
  /// A first version that stands, a second that is prepared, and what the second would write.
  private func prepared() async throws -> (Workplace, DeploymentPlan) {
    let place = try await Workplace()
    try place.add(Sample.many(8))
    try await place.train()
    _ = try await place.trainer.deploy(agent: place.agent)
    let plan = try await place.trainer.plan(agent: place.agent)
    _ = try place.store.prepare(
      DeploymentDraft(
        agent: plan.agent, version: 2, tier: plan.tier.rawValue, definitionPath: plan.definitionURL.path(),
        rulesPath: plan.rulesURL.path(), run: RunID("r1"), kind: .deployed, definitionBefore: plan.definitionBefore,
        definitionAfter: plan.definitionAfter, rulesBefore: plan.rulesBefore, rulesAfter: plan.rulesAfter))
    return (place, plan)
  }

  private func startedState(_ place: Workplace) async throws -> DeploymentRecord.State? {
    try await place.otherTrainer().start()
    return try place.store.deployments().last?.state
  }

  @Test func `one that wrote nothing is given up`() async throws {
    let (place, plan) = try await prepared()
    #expect(try await startedState(place) == .abandoned)
    #expect(place.read("engineer.md") == plan.definitionBefore && place.read("engineer.rules.json") == plan.rulesBefore)
  }

  @Test func `one that wrote everything counts, and can be taken back`() async throws {
    let (place, plan) = try await prepared()
    try Deployer(folders: place.folders).apply(plan)
    #expect(try await startedState(place) == .applied)
    _ = try await place.trainer.rollback(agent: place.agent, deployment: DeploymentID("d2"))
    #expect(place.read("engineer.md") == plan.definitionBefore && place.read("engineer.rules.json") == plan.rulesBefore)
  }

  @Test func `one that wrote the rules only is completed`() async throws {
    let (place, plan) = try await prepared()
    try place.write(#require(plan.rulesAfter), to: "engineer.rules.json")
    #expect(try await startedState(place) == .applied)
    #expect(place.read("engineer.md") == plan.definitionAfter && place.read("engineer.rules.json") == plan.rulesAfter)
    _ = try await place.trainer.rollback(agent: place.agent)
    #expect(place.read("engineer.md") == plan.definitionBefore && place.read("engineer.rules.json") == plan.rulesBefore)
  }

  @Test func `one that wrote the rules only and met an edit of the user leaves the edit alone`() async throws {
    let (place, plan) = try await prepared()
    try place.write(#require(plan.rulesAfter), to: "engineer.rules.json")
    try place.edit("engineer.md", "## Lessons from", "## My lessons from")
    let edited = place.read("engineer.md")
    #expect(try await startedState(place) == .abandoned)
    #expect(place.read("engineer.md") == edited)
  }

  @Test func `one of another project waits until whet is started there`() async throws {
    let (place, plan) = try await prepared()
    try place.write(#require(plan.rulesAfter), to: "engineer.rules.json")
    try await place.otherTrainer(project: "elsewhere").start()
    #expect(try place.store.deployments().last?.state == .prepared)
    #expect(place.read("engineer.md") == plan.definitionBefore)
    #expect(try await startedState(place) == .applied)
  }

  @Test func `a rollback that removed the rules only is completed`() async throws {
    let (place, plan) = try await prepared()
    #expect(try await startedState(place) == .abandoned)
    _ = try place.store.prepare(
      DeploymentDraft(
        agent: plan.agent, version: 3, tier: plan.tier.rawValue, definitionPath: plan.definitionURL.path(),
        rulesPath: plan.rulesURL.path(), run: RunID("r1"), kind: .rolledBack, definitionBefore: plan.definitionBefore,
        definitionAfter: nil, rulesBefore: plan.rulesBefore, rulesAfter: nil))
    try FileManager.default.removeItem(at: plan.rulesURL)
    #expect(try await startedState(place) == .applied)
    #expect(place.read("engineer.md") == nil)
  }

  @Test func `starting twice settles once`() async throws {
    let (place, _) = try await prepared()
    _ = try await startedState(place)
    let before = try place.store.deployments()
    _ = try await startedState(place)
    #expect(try place.store.deployments() == before)
  }
}
