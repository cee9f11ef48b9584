import Foundation
import Testing
import WhetAgents
import WhetCore
import WhetEvaluation
import WhetLearning
import WhetStore

@testable import WhetTraining

@Suite(.timeLimit(.minutes(2))) struct DeploymentTests {
  /// CRLF, a byte-order mark, broken YAML and no final newline: what a deployment must leave alone.
  private static let definition = Data(
    "\u{FEFF}---\r\nname: engineer\r\ndescription: a: b\r\n---\r\n\r\nYou write code".utf8)

  private func trained(_ count: Int, policy: GatePolicy = .strict) async throws -> Workplace {
    let place = try await Workplace(policy: policy)
    try place.add(Sample.many(count))
    try await place.train()
    return place
  }

  private func refusal(_ place: Workplace, _ override: DeploymentOverride = .none) async -> WhetError? {
    await #expect(throws: WhetError.self) { try await place.trainer.deploy(agent: place.agent, override: override) }
  }

  @Test func `deploying writes words and rules, and rolling back restores every byte`() async throws {
    let place = try await trained(8)
    try place.write(Self.definition, to: "engineer.md")
    let report = try await place.trainer.deploy(agent: place.agent)
    #expect(report.record.kind == .deployed && report.record.state == .applied && report.record.version == 1)
    #expect(report.record.run == RunID("r1") && report.record.tier == "project" && report.lessonCount > 0)
    let bytes = try #require(place.read("engineer.md"))
    #expect(try bytes.starts(with: Self.definition) && ManagedSection.text(in: bytes)?.hasPrefix("## Lessons") == true)
    #expect(report.definitionAfter.map { Data($0.utf8) } == bytes)
    let improved = try place.trainer.improve(Sample.recurring(20).original, agent: place.agent, language: "Python")
    #expect(
      improved.improvement.text == Sample.recurring(20).corrected && improved.source == "deployed version 1 (project)")

    let back = try await place.trainer.rollback(agent: place.agent)
    #expect(back.record.kind == .rolledBack && back.notes == ["version 1 was taken back"])
    #expect(place.read("engineer.md") == Self.definition)
    #expect(place.read("engineer.rules.json") == nil)
    let learned = try place.trainer.improve(Sample.recurring(20).original, agent: place.agent, language: "python")
    #expect(learned.source == "learned, not deployed" && learned.improvement == improved.improvement)
  }

  @Test func `an agent that no tier has is deployed as a copy and its rollback removes it`() async throws {
    let place = try await trained(8)
    let report = try await place.trainer.deploy(agent: place.agent, tier: .user)
    #expect(report.definitionBefore == nil && report.record.tier == "user")
    #expect(place.read("engineer.md", .user) != nil && place.read("engineer.rules.json", .user) != nil)
    _ = try await place.trainer.rollback(agent: place.agent)
    #expect(place.read("engineer.md", .user) == nil && place.read("engineer.rules.json", .user) == nil)
  }

  @Test func `the tokens the gate counted are those of the section that is deployed`() async throws {
    let place = try await trained(8)
    let report = try await place.trainer.deploy(agent: place.agent)
    let definition = try #require(report.definitionAfter)
    let section = try #require(try ManagedSection.text(in: Data(definition.utf8)))
    let outcome = try #require(try place.trainer.report(of: RunID("r1")).outcome)
    #expect(outcome.managedTokens == ManagedSectionWriter.tokens(in: section))
    #expect(section.contains("they fixed 8 and broke 0 held-out cases") && section.contains("unmeasured"))
  }

  @Test func `a refusal exits 3, says how many cases are missing and writes nothing`() async throws {
    let place = try await trained(3)
    let error = try #require(await refusal(place))
    #expect(error.code == .deploymentRefused && error.exitCode == .refused)
    let needed = try #require(try place.trainer.report(of: RunID("r1")).outcome?.decision.moreCasesNeeded)
    #expect(needed > 0 && error.advice?.contains("\(needed) more cases needed") == true)
    #expect(error.advice?.contains("--unproven") == true)
    #expect(place.read("engineer.md") == nil)
    #expect(try place.store.deployments().isEmpty)
  }

  @Test func `a positive effect without proof may go out as a canary`() async throws {
    let place = try await trained(3)
    let report = try await place.trainer.deploy(agent: place.agent, override: .unproven)
    #expect(report.record.kind == .unproven)
    #expect(report.notes.contains { $0.hasPrefix("recorded as unproven") })
    #expect(place.read("engineer.rules.json") != nil)
  }

  @Test func `without a positive effect nothing goes out as a canary, but by force`() async throws {
    let place = try await Workplace()
    try place.add((0..<3).map { Sample.twin($0) })
    try await place.train()
    let error = try #require(await refusal(place, .unproven))
    #expect(error.code == .deploymentRefused && error.advice?.contains("--unproven") == false)
    let report = try await place.trainer.deploy(agent: place.agent, override: .forced)
    #expect(report.record.kind == .forced && report.notes.contains { $0.hasPrefix("recorded as forced") })
  }

  @Test(arguments: [DeploymentOverride.unproven, .forced])
  func `what the gate lets pass is recorded as deployed whatever was asked`(override: DeploymentOverride) async throws {
    let place = try await trained(8)
    #expect(try await place.trainer.deploy(agent: place.agent, override: override).record.kind == .deployed)
  }

  @Test func `without lessons nothing is deployed even by force`() async throws {
    let place = try await Workplace()
    var accepted = Sample.lonely
    accepted.corrected = accepted.original
    try place.add([accepted])
    try await place.train()
    #expect(await refusal(place, .forced)?.code == .deploymentNothing)
  }

  @Test func `without a run, and with another agent's, nothing is deployed`() async throws {
    let place = try await trained(3)
    let none = await #expect(throws: WhetError.self) { try await place.trainer.deploy(agent: AgentName("research")) }
    #expect(none?.code == .deploymentNothing)
    let other = await #expect(throws: WhetError.self) {
      try await place.trainer.deploy(agent: AgentName("research"), run: RunID("r1"))
    }
    #expect(other?.code == .notFound)
  }

  @Test func `with nothing deployed there is nothing to take back`() async throws {
    let place = try await trained(8)
    for _ in 0..<2 {
      let error = await #expect(throws: WhetError.self) { try await place.trainer.rollback(agent: place.agent) }
      #expect(error?.code == .deploymentNothing)
      _ = try await place.trainer.deploy(agent: place.agent)
      _ = try await place.trainer.rollback(agent: place.agent)
    }
  }

  @Test func `versions count on and are taken back one after the other`() async throws {
    let place = try await trained(8)
    let first = try await place.trainer.deploy(agent: place.agent)
    let bytes = place.read("engineer.md")
    let second = try await place.trainer.deploy(agent: place.agent)
    #expect([first, second].map(\.record.version) == [1, 2])
    let early = await #expect(throws: WhetError.self) {
      try await place.trainer.rollback(agent: place.agent, deployment: first.record.id)
    }
    #expect(early?.code == .deploymentNothing && early?.advice == "take 'd2' back first")
    _ = try await place.trainer.rollback(agent: place.agent, deployment: second.record.id)
    #expect(place.read("engineer.md") == bytes)
    _ = try await place.trainer.rollback(agent: place.agent)
    #expect(place.read("engineer.md") == nil)
  }

  @Test func `of two tiers each has its own order of rollbacks`() async throws {
    let place = try await trained(8)
    let user = try await place.trainer.deploy(agent: place.agent, tier: .user)
    _ = try await place.trainer.deploy(agent: place.agent, tier: .user)
    _ = try await place.trainer.deploy(agent: place.agent, tier: .project)
    let covered = await #expect(throws: WhetError.self) {
      try await place.trainer.rollback(agent: place.agent, deployment: user.record.id)
    }
    #expect(covered?.code == .deploymentNothing && covered?.advice == "take 'd2' back first")
    _ = try await place.trainer.rollback(agent: place.agent, deployment: DeploymentID("d2"))
    _ = try await place.trainer.rollback(agent: place.agent, deployment: user.record.id)
    #expect(place.read("engineer.md", .user) == nil && place.read("engineer.md") != nil)
  }

  @Test func `another project's deployment is not taken back without its id`() async throws {
    let place = try await trained(8)
    _ = try await place.trainer.deploy(agent: place.agent, tier: .project)
    let elsewhere = try await place.otherTrainer(project: "elsewhere")
    let error = await #expect(throws: WhetError.self) { try await elsewhere.rollback(agent: place.agent) }
    #expect(error?.code == .deploymentNothing && error?.advice?.contains("'rollback engineer d1'") == true)
    #expect(place.read("engineer.md") != nil)
    _ = try await place.trainer.rollback(agent: place.agent)
    #expect(place.read("engineer.md") == nil)
  }

  @Test func `what the user wrote between plan and deployment is a conflict`() async throws {
    let place = try await trained(8)
    try place.write(Self.definition, to: "engineer.md")
    let plan = try await place.trainer.plan(agent: place.agent)
    try place.edit("engineer.md", "You write", "You test")
    let edited = place.read("engineer.md")
    let error = #expect(throws: WhetError.self) { try Deployer(folders: place.folders).apply(plan) }
    #expect(error?.code == .agentConflict)
    #expect(place.read("engineer.md") == edited && place.read("engineer.rules.json") == nil)
  }

  @Test func `a rollback over an edited section is a conflict and leaves no standing record of itself`() async throws {
    let place = try await trained(8)
    _ = try await place.trainer.deploy(agent: place.agent)
    try place.edit("engineer.md", "## Lessons from", "## My lessons from")
    let edited = place.read("engineer.md")
    let error = await #expect(throws: WhetError.self) { try await place.trainer.rollback(agent: place.agent) }
    #expect(error?.code == .agentConflict)
    #expect(place.read("engineer.md") == edited)
    #expect(try place.store.deployments().filter { $0.state == .applied }.map(\.id.rawValue) == ["d1"])
  }

  @Test func `a rollback keeps what the user wrote outside the section`() async throws {
    let place = try await trained(8)
    try place.write(Self.definition, to: "engineer.md")
    _ = try await place.trainer.deploy(agent: place.agent)
    try place.edit("engineer.md", "You write", "You test")
    _ = try await place.trainer.rollback(agent: place.agent)
    #expect(
      place.read("engineer.md").map { String(decoding: $0, as: UTF8.self) }
        == String(decoding: Self.definition, as: UTF8.self).replacing("You write", with: "You test"))
  }

  @Test func `a deployment that cannot be written is given up`() async throws {
    let place = try await trained(8)
    try place.write(Data("no rules".utf8), to: "engineer.rules.json")
    try place.write(Self.definition, to: "engineer.md")
    try FileManager.default.removeItem(at: place.url("engineer.rules.json"))
    try FileManager.default.createDirectory(at: place.url("engineer.rules.json"), withIntermediateDirectories: true)
    let error = await #expect(throws: WhetError.self) { try await place.trainer.deploy(agent: place.agent) }
    #expect(error != nil && place.read("engineer.md") == Self.definition)
    #expect(try place.store.deployments().allSatisfy { $0.state == .abandoned })
  }

  @Test func `the section is no larger than the budget`() async throws {
    let place = try await Workplace(tokenBudget: 20)
    try place.add(Sample.many(8))
    let decision = try #require(try await place.train().outcome?.decision)
    #expect(decision.verdict == .refuse && decision.p.map { $0 < 0.05 } == true)
    #expect(decision.reasons.contains { $0.contains("the budget is 20") })
    #expect(await refusal(place, .unproven)?.code == .deploymentRefused)
  }
}
