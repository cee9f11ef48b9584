import Foundation
import Testing
import WhetCore

@testable import WhetStore

@Suite struct DeploymentTests {
  @Test func `a deployment is written down before and after the files change`() throws {
    let store = try Store.sample()
    let lease = try store.sampleRun(0)
    let draft = try draft(version: 1, run: lease.run.id)
    let prepared = try store.prepare(draft)
    #expect(prepared.id.rawValue == "d1" && prepared.state == .prepared && prepared.run == lease.run.id)
    #expect(try store.artefact(#require(prepared.definitionAfter)) == draft.definitionAfter)
    #expect(prepared.definitionBefore == nil && prepared.rulesBefore == nil)
    #expect(try store.settle(prepared.id, as: .applied).state == .applied)
    #expect(try store.deployment(matching: "last").state == .applied)
  }

  @Test func `a version is made once, an abandoned one may be made again, a rollback names an old one`() throws {
    let store = try Store.sample()
    #expect(try store.nextDeploymentVersion(of: Samples.engineer()) == 1)
    let first = try store.prepare(draft(version: 1))
    #expect(code { _ = try store.prepare(draft(version: 1)) } == .deploymentVersionTaken)
    try store.settle(first.id, as: .abandoned)
    _ = try store.prepare(draft(version: 1))
    _ = try store.prepare(draft(version: 2))
    _ = try store.prepare(draft(version: 1, kind: .rolledBack))
    #expect(try store.nextDeploymentVersion(of: Samples.engineer()) == 3)
    #expect(try store.deployments(agent: Samples.engineer()).map(\.version) == [1, 1, 2, 1])
    #expect(try store.deployments(agent: AgentName("qa")) == [])
  }

  private func draft(
    version: Int, run: RunID? = nil, kind: DeploymentDraft.Kind = .deployed
  ) throws -> DeploymentDraft {
    DeploymentDraft(
      agent: try Samples.engineer(), version: version, tier: "project", definitionPath: "/p/engineer.md",
      rulesPath: "/p/engineer.rules.json", run: run, kind: kind, definitionBefore: nil,
      definitionAfter: Data("---\nname: engineer\n---\n".utf8), rulesBefore: nil, rulesAfter: Data("{}".utf8))
  }
}
