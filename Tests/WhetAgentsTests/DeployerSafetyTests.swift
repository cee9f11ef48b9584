import Foundation
import Testing
import WhetCore

@testable import WhetAgents

@Suite(.timeLimit(.minutes(1))) struct DeployerSafetyTests {
  let tiers: TemporaryTiers

  init() throws { tiers = try TemporaryTiers() }

  func refusal(_ body: () throws -> Void) -> WhetError? {
    #expect(throws: WhetError.self) { try body() }
  }

  func everything() throws -> [String: Data] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: tiers.root.path())
    return Dictionary(
      uniqueKeysWithValues: paths.map { path in
        (path, (try? Data(contentsOf: tiers.root.appending(path: path))) ?? Data())
      })
  }

  @Test func `a definition that becomes a link between plan and write is refused`() throws {
    try tiers.write(engineerText)
    let plan = try tiers.plan()
    let target = tiers.root.appending(component: "outside.md")
    try FileManager.default.moveItem(at: tiers.url("engineer.md"), to: target)
    try FileManager.default.createSymbolicLink(at: tiers.url("engineer.md"), withDestinationURL: target)
    let before = try everything()
    #expect(refusal { try tiers.deployer.apply(plan) }?.code == .pathUnsafe)
    #expect(refusal { _ = try tiers.plan() }?.code == .pathUnsafe)
    #expect(try everything() == before)
  }

  @Test func `rules that are a link are refused`() throws {
    let outside = tiers.root.appending(component: "outside.json")
    try Data("{}".utf8).write(to: outside)
    try FileManager.default.createSymbolicLink(at: tiers.url("engineer.rules.json"), withDestinationURL: outside)
    #expect(refusal { _ = try tiers.plan() }?.code == .pathUnsafe)
  }

  @Test func `a hard-linked definition is refused`() throws {
    try tiers.write(engineerText)
    try FileManager.default.linkItem(at: tiers.url("engineer.md"), to: tiers.root.appending(component: "other"))
    let plan = try tiers.plan()
    #expect(refusal { try tiers.deployer.apply(plan) }?.code == .pathUnsafe)
    #expect(try tiers.names() == ["engineer.md"])
  }

  @Test(arguments: ["../engineer.md", "../../x.md", "sub/engineer.md"])
  func `a plan for a file outside the tier's folder is refused`(_ path: String) throws {
    let url = tiers.folder(.project).appending(path: path)
    let plan = DeploymentPlan(
      agent: try AgentName("engineer"), tier: .project, definitionURL: url, rulesURL: tiers.url("engineer.rules.json"),
      definitionBefore: nil, definitionAfter: Data("x".utf8), rulesBefore: nil, rulesAfter: nil)
    let before = try everything()
    #expect(refusal { try tiers.deployer.apply(plan) }?.code == .pathUnsafe)
    #expect(try everything() == before)
  }

  @Test func `permissions stay, and a new file is 0644 less the mask`() throws {
    try tiers.write(engineerText)
    #expect(chmod(tiers.url("engineer.md").path(), 0o640) == 0)
    try tiers.deployer.apply(tiers.plan())
    let modes = try ["engineer.md", "engineer.rules.json"].map {
      try FileManager.default.attributesOfItem(atPath: tiers.url($0).path())[.posixPermissions] as? Int
    }
    let mask = umask(0)
    umask(mask)
    #expect(modes == [0o640, 0o644 & ~Int(mask)])
  }

  @Test func `while another process holds the folder a deployment is a conflict`() throws {
    let plan = try tiers.plan()
    let tierFolder = try #require(tiers.folders[.project])
    let folder = try #require(try Folder(tierFolder, creating: false))
    let lock = try FolderLock(folder, patience: 0)
    let deployer = Deployer(folders: tiers.folders, patience: 0) { _ throws(WhetError) in }
    #expect(refusal { try deployer.apply(plan) }?.code == .agentConflict)
    withExtendedLifetime(lock) {}
    #expect(try tiers.names().isEmpty)
  }

  @Test(arguments: [WriteStep.Action.createTemporary, .syncTemporary, .checkUnchanged])
  func `someone who saves while the deployment is under way keeps the file`(_ action: WriteStep.Action) throws {
    try tiers.write(engineerText)
    let plan = try tiers.plan()
    let url = tiers.url("engineer.md")
    let deployer = Deployer(folders: tiers.folders) { step throws(WhetError) in
      if step == WriteStep(action: action, file: "engineer.md") { try? Data("saved".utf8).write(to: url) }
    }
    #expect(refusal { try deployer.apply(plan) }?.code == .agentConflict)
    #expect(tiers.read() == Data("saved".utf8))
    #expect(try tiers.names() == ["engineer.md"])
  }

  @Test func `a file created while the deployment is under way is kept`() throws {
    let plan = try tiers.plan()
    let url = tiers.url("engineer.md")
    let deployer = Deployer(folders: tiers.folders) { step throws(WhetError) in
      if step == WriteStep(action: .link, file: "engineer.md") { try? Data("saved".utf8).write(to: url) }
    }
    #expect(refusal { try deployer.apply(plan) }?.code == .agentConflict)
    #expect(tiers.read() == Data("saved".utf8))
    #expect(try tiers.names() == ["engineer.md"])
  }
}
