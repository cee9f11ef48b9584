import Foundation
import Testing
import WhetCore

@testable import WhetAgents

@Suite(.timeLimit(.minutes(1))) struct DeployerTests {
  let tiers: TemporaryTiers

  init() throws { tiers = try TemporaryTiers() }

  func code(_ body: () throws -> Void) -> WhetError.Code? {
    #expect(throws: WhetError.self) { try body() }?.code
  }

  @Test func `deploying writes section and rules, and restoring brings every byte back`() throws {
    let original = Data("\u{FEFF}---\r\nname: engineer\r\ndescription: a: b\r\n---\r\n\r\nBody without end".utf8)
    try original.write(to: tiers.url("my file.md"))
    let plan = try tiers.plan("Do better.\nAlways.")
    #expect(tiers.read("my file.md") == original)
    try tiers.deployer.apply(plan)
    let definition = try tiers.directory.definition(for: AgentName("engineer"))
    #expect(try ManagedSection.text(in: definition.bytes) == "Do better.\nAlways.")
    let rules = try #require(try tiers.directory.deployedRules(with: definition))
    #expect(rules.isPaired && rules.file.version == 1 && rules.url.lastPathComponent == "my file.rules.json")
    #expect(try tiers.names() == ["my file.md", "my file.rules.json"])
    try tiers.deployer.restore(plan)
    #expect(tiers.read("my file.md") == original)
    #expect(try tiers.names() == ["my file.md"])
  }

  @Test func `a tier without the agent gets a copy of the winning definition`() throws {
    try FileManager.default.removeItem(at: tiers.folder(.user))
    let plan = try tiers.plan(tier: .user)
    #expect(plan.definitionBefore == nil && plan.shadowedBy == nil)
    try tiers.deployer.apply(plan)
    let builtIn = try tiers.directory.definition(for: AgentName("engineer"), in: .builtIn).bytes
    #expect(try ManagedSection.removing(from: #require(tiers.read("engineer.md", .user))) == builtIn)
    try tiers.deployer.restore(plan)
    #expect(try tiers.names(.user).isEmpty)
  }

  @Test func `a copy of a deployed definition has one section`() throws {
    try tiers.deployer.apply(tiers.plan("Old.", tier: .user))
    try tiers.deployer.apply(tiers.plan("New.", tier: .project))
    #expect(try ManagedSection.text(in: #require(tiers.read())) == "New.")
    #expect(try tiers.plan(tier: .user).shadowedBy == .project)
  }

  @Test func `a second version replaces the first and goes back to it`() throws {
    try tiers.write(engineerText)
    try tiers.deployer.apply(tiers.plan("One."))
    let first = tiers.read()
    let second = try tiers.plan("Two.", version: 2)
    try tiers.deployer.apply(second)
    try tiers.deployer.apply(second)
    try tiers.deployer.restore(second)
    #expect(tiers.read() == first)
    #expect(try RulesFile(decoding: #require(tiers.read("engineer.rules.json"))).version == 1)
  }

  @Test(arguments: ["engineer.md", "engineer.rules.json"])
  func `of two writers the second sees a conflict and changes nothing`(_ name: String) throws {
    try tiers.write(engineerText)
    try tiers.deployer.apply(tiers.plan("One."))
    let plan = try tiers.plan("Two.", version: 2)
    try tiers.write("someone else's", to: name)
    let before = try tiers.names().map { tiers.read($0) }
    #expect(code { try tiers.deployer.apply(plan) } == .agentConflict)
    #expect(try tiers.names().map { tiers.read($0) } == before)
  }

  @Test func `of two deployments planned on one state the second sees a conflict`() throws {
    let (first, second) = (try tiers.plan("One."), try tiers.plan("Two.", version: 2))
    try tiers.deployer.apply(first)
    #expect(code { try tiers.deployer.apply(second) } == .agentConflict)
    #expect(tiers.read() == first.definitionAfter)
  }

  @Test func `a file that vanished or appeared is a conflict`() throws {
    let new = try tiers.plan()
    try tiers.write(engineerText)
    #expect(code { try tiers.deployer.apply(new) } == .agentConflict)
    let change = try tiers.plan()
    try FileManager.default.removeItem(at: tiers.url("engineer.md"))
    #expect(code { try tiers.deployer.apply(change) } == .agentConflict)
    #expect(try tiers.names().isEmpty)
  }

  @Test func `rolling back keeps what the user wrote outside the section`() throws {
    try tiers.write(engineerText)
    let plan = try tiers.plan()
    try tiers.deployer.apply(plan)
    #expect(try tiers.deployer.planRollback(of: plan) == plan.inverse)
    let edited = try String(contentsOf: tiers.url("engineer.md"), encoding: .utf8).replacing(
      "You write", with: "You test")
    try tiers.write(edited)
    #expect(code { try tiers.deployer.restore(plan) } == .agentConflict)
    try tiers.deployer.apply(tiers.deployer.planRollback(of: plan))
    #expect(tiers.read() == Data(engineerText.replacing("You write", with: "You test").utf8))
    #expect(try tiers.names() == ["engineer.md"])
  }

  @Test func `rolling back refuses a section that was edited`() throws {
    let plan = try tiers.plan()
    try tiers.deployer.apply(plan)
    try tiers.write(String(contentsOf: tiers.url("engineer.md"), encoding: .utf8).replacing("better", with: "worse"))
    #expect(code { _ = try tiers.deployer.planRollback(of: plan) } == .agentConflict)
  }

  @Test func `an edited section no longer belongs to its rules`() throws {
    try tiers.deployer.apply(tiers.plan())
    try tiers.write(String(contentsOf: tiers.url("engineer.md"), encoding: .utf8).replacing("better", with: "worse"))
    let definition = try tiers.directory.definition(for: AgentName("engineer"))
    #expect(try tiers.directory.deployedRules(with: definition)?.isPaired == false)
  }

  @Test func `damaged markers refuse the deployment with file and line`() throws {
    try tiers.write(engineerText + "<!-- whet:begin -->\n")
    let error = #expect(throws: WhetError.self) { try tiers.plan() }
    #expect(error?.code == .sectionDamaged)
    #expect(error?.location == SourceLocation(file: tiers.url("engineer.md").path(), line: 7))
  }

  @Test func `an agent is made as a copy or from a form`() throws {
    try tiers.deployer.apply(tiers.plan(tier: .user))
    try tiers.deployer.apply(tiers.deployer.planCreation(of: AgentName("engineer"), in: .project))
    #expect(try tiers.directory.definition(for: AgentName("engineer"), in: .project).managedSection == nil)
    let name = try AgentName("Café 2")
    let plan = try tiers.deployer.planCreation(
      of: name, in: .user, description: "Use: \"always\" # yes\n", prompt: "Hi.")
    try tiers.deployer.apply(plan)
    let agent = try tiers.directory.definition(for: name)
    #expect(agent.frontMatter.description == "Use: \"always\" # yes\n" && agent.warnings.isEmpty)
    #expect(agent.body == "\nHi.\n")
    #expect(code { _ = try tiers.deployer.planCreation(of: name, in: .user) } == .agentExists)
  }

  @Test func `what cannot be planned says why`() throws {
    try tiers.write("---\nname: other\ndescription: d\n---\n", to: "engineer.md")
    #expect(code { _ = try tiers.plan() } == .agentFileTaken)
    try tiers.write(engineerText, to: "a.md", .user)
    try tiers.write(engineerText, to: "b.md", .user)
    #expect(code { _ = try tiers.plan(tier: .user) } == .agentDuplicate)
    #expect(code { _ = try tiers.plan(tier: .builtIn) } == .tierUnavailable)
    #expect(code { _ = try tiers.plan(agent: "nobody") } == .notFound)
    let rules = try tiers.rules("Other words.")
    #expect(
      code { _ = try tiers.deployer.plan(agent: AgentName("engineer"), tier: .system, section: "x", rules: rules) }
        == .rulesInvalid)
  }
}
