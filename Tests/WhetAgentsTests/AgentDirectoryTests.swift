import Foundation
import Testing
import WhetCore

@testable import WhetAgents

@Suite(.timeLimit(.minutes(1))) struct AgentDirectoryTests {
  let tiers: TemporaryTiers

  init() throws { tiers = try TemporaryTiers() }

  func row(_ name: String, _ tier: Tier) -> AgentListing? {
    tiers.directory.list().first { $0.tier == tier && ($0.name?.rawValue == name || $0.url?.lastPathComponent == name) }
  }

  @Test func `an empty machine has the built-in engineer`() throws {
    let agent = try tiers.directory.definition(for: AgentName("engineer"))
    #expect(agent.tier == .builtIn && agent.url == nil && agent.warnings.isEmpty)
    #expect(agent.frontMatter.description?.isEmpty == false)
    #expect(tiers.directory.list().map(\.name?.rawValue) == ["engineer"])
  }

  @Test func `project beats user beats system beats built-in`() throws {
    for (index, tier) in [Tier.system, .user, .project].enumerated() {
      try tiers.write(engineerText, to: "file\(index).md", tier)
      #expect(try tiers.directory.definition(for: AgentName("engineer")).tier == tier)
    }
    let shadows = tiers.directory.list().map { [$0.tier, $0.shadowedBy] }
    #expect(shadows == [[.project, nil], [.user, .project], [.system, .project], [.builtIn, .project]])
    #expect(try tiers.directory.definition(for: AgentName("engineer"), in: .system).tier == .system)
  }

  @Test(arguments: [
    "---\nname: other\ndescription: d\n---\n\nBody\n---\nname: not this\n---\n",
    "\u{FEFF}---\r\nname: other\r\n---  \r\nBody",
    "no front matter\n---\nname: x\n---\n", "---\nname: open\n", "----\nname: x\n---\n",
    "---\nname: a\n----\n--- \t\nBody", "",
    "---", "---\n---", "---\nname: 'broken\ndescription: as it seems\n---\n",
  ])
  func `a summary says of an agent what its whole file says`(text: String) throws {
    try tiers.write(text, to: "file.md")
    let listed = tiers.directory.list().filter { $0.shadowedBy == nil && $0.name != nil }
    let summaries = tiers.directory.summaries().sorted { $0.name < $1.name }
    #expect(summaries.map(\.name) == listed.map(\.name) && summaries.map(\.description) == listed.map(\.description))
    #expect(summaries.map(\.tier) == listed.map(\.tier) && summaries.count == 2)
  }

  @Test func `for a summary the prompt is not looked at`() throws {
    try tiers.write("---\nname: reviewer\n---\n\nA \0 in it.\n", to: "file.md")
    #expect(tiers.directory.summaries().map(\.name.rawValue) == ["reviewer", "engineer"])
  }

  @Test func `two files of a tier with one name are shown as such`() throws {
    try tiers.write(engineerText, to: "a.md")
    try tiers.write(engineerText, to: "b.md")
    let rows = tiers.directory.list().filter { $0.tier == .project }
    #expect(rows.map(\.shadowedBy) == [nil, .project])
    #expect(rows[1].warnings.map(\.code) == [.agentDuplicate])
    #expect(try tiers.directory.definition(for: AgentName("engineer")).url?.lastPathComponent == "a.md")
  }

  @Test(arguments: [
    ("---\nname: ../../etc/x\ndescription: d\n---\n", WhetError.Code.agentNameInvalid), ("a\u{0}b", .agentInvalid),
  ])
  func `a file that cannot be an agent is a row with an error`(_ text: String, _ code: WhetError.Code) throws {
    try tiers.write(text, to: "bad.md")
    try tiers.write("---\nname: good\ndescription: d\n---\n", to: "good.md")
    #expect(row("bad.md", .project)?.error?.code == code)
    #expect(row("bad.md", .project)?.error?.location?.file == tiers.url("bad.md").path())
    #expect(row("good", .project)?.error == nil)
  }

  @Test func `bytes that are not UTF-8 are named with their line`() throws {
    try Data([0x61, 0x0A, 0xFF, 0x0A]).write(to: tiers.url("bad.md"))
    #expect(row("bad.md", .project)?.error?.location?.line == 2)
  }

  @Test func `a file above the size limit is refused`() throws {
    try Data(repeating: 0x61, count: AgentDefinition.sizeLimit + 1).write(to: tiers.url("big.md"))
    #expect(row("big.md", .project)?.error?.code == .agentInvalid)
  }

  @Test func `damaged markers are a warning, and the agent can be used`() throws {
    try tiers.write(engineerText + "<!-- whet:begin -->\n")
    let agent = try tiers.directory.definition(for: AgentName("engineer"))
    #expect(agent.warnings.map(\.code) == [.sectionDamaged])
    #expect(agent.warnings.first?.location?.line == 7)
    #expect(agent.managedSection == nil)
  }

  @Test func `links, folders and pipes in a tier folder are refused`() throws {
    let secret = tiers.root.appending(component: "secret.md")
    try Data(engineerText.utf8).write(to: secret)
    let manager = FileManager.default
    try manager.createSymbolicLink(at: tiers.url("engineer.md"), withDestinationURL: secret)
    try manager.createDirectory(at: tiers.url("folder.md"), withIntermediateDirectories: false)
    #expect(mkfifo(tiers.url("pipe.md").path(), 0o644) == 0)
    for name in ["engineer.md", "folder.md", "pipe.md"] { #expect(row(name, .project)?.error?.code == .pathUnsafe) }
    let error = #expect(throws: WhetError.self) { try tiers.directory.definition(for: AgentName("engineer")) }
    #expect(error?.code == .pathUnsafe)
  }

  @Test(arguments: [".claude", ".claude/agents"])
  func `a project's folder that is a link is refused`(_ path: String) throws {
    let project = tiers.root.appending(component: "project")
    let elsewhere = tiers.root.appending(component: "elsewhere")
    try FileManager.default.createDirectory(
      at: elsewhere.appending(component: "agents"), withIntermediateDirectories: true)
    try FileManager.default.removeItem(at: project.appending(path: path))
    try FileManager.default.createSymbolicLink(at: project.appending(path: path), withDestinationURL: elsewhere)
    #expect(tiers.directory.list().first { $0.tier == .project }?.error?.code == .pathUnsafe)
    let error = #expect(throws: WhetError.self) { try tiers.plan() }
    #expect(error?.code == .pathUnsafe)
  }

  @Test func `the home folder's own links are followed`() throws {
    let real = tiers.root.appending(component: "dotfiles")
    try FileManager.default.moveItem(at: tiers.root.appending(component: "home"), to: real)
    try FileManager.default.createSymbolicLink(
      at: tiers.root.appending(component: "home"), withDestinationURL: real)
    try tiers.write(engineerText, to: "engineer.md", .user)
    #expect(try tiers.directory.definition(for: AgentName("engineer")).tier == .user)
  }

  @Test func `missing folders and no project are no error`() throws {
    let folders = TierFolders(
      project: nil, user: tiers.root.appending(path: "none/a"), system: tiers.root.appending(path: "b"))
    #expect(AgentDirectory(folders: folders).list().map(\.tier) == [.builtIn])
  }

  @Test func `an unknown agent is answered with the known ones`() throws {
    let error = #expect(throws: WhetError.self) { try tiers.directory.definition(for: AgentName("engneer")) }
    #expect(error?.code == .notFound)
    #expect(error?.advice?.contains("engineer") == true)
  }

  @Test func `the standard folders are Claude Code's`() {
    let folders = TierFolders.standard(project: URL(filePath: "/p"), home: URL(filePath: "/h"))
    #expect(folders[.project]?.url.path() == "/p/.claude/agents/")
    #expect(folders[.user]?.url.path() == "/h/.claude/agents/")
    #expect(folders[.system]?.url.path() == "/etc/whet/agents/")
    #expect(folders[.builtIn] == nil)
  }
}
