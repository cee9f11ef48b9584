import Foundation
import Testing
import WhetCore

@testable import WhetAgents

/// Three tier folders in a fresh place, removed at the end of the test.
final class TemporaryTiers: Sendable {
  let root: URL
  let folders: TierFolders

  init() throws {
    root = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(component: "whet-agents-\(UUID().uuidString)", directoryHint: .isDirectory)
    folders = TierFolders(
      project: TierFolder(base: root.appending(component: "project"), path: ".claude/agents"),
      user: TierFolder(base: root.appending(component: "home"), path: "agents"),
      system: TierFolder(base: root.appending(component: "etc"), path: "whet/agents"))
    for tier in [Tier.project, .user, .system] {
      try FileManager.default.createDirectory(at: folder(tier), withIntermediateDirectories: true)
    }
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  var directory: AgentDirectory { AgentDirectory(folders: folders) }
  var deployer: Deployer { Deployer(folders: folders) }

  func folder(_ tier: Tier) -> URL { folders[tier]?.url ?? root }

  func url(_ name: String, _ tier: Tier = .project) -> URL {
    folder(tier).appending(component: name, directoryHint: .notDirectory)
  }

  @discardableResult
  func write(_ text: String, to name: String = "engineer.md", _ tier: Tier = .project) throws -> URL {
    try Data(text.utf8).write(to: url(name, tier))
    return url(name, tier)
  }

  func read(_ name: String = "engineer.md", _ tier: Tier = .project) -> Data? { try? Data(contentsOf: url(name, tier)) }

  func names(_ tier: Tier = .project) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder(tier).path()).sorted()
  }

  func plan(
    _ section: String = "Do better.", agent: String = "engineer", tier: Tier = .project, version: Int = 1
  ) throws -> DeploymentPlan {
    try deployer.plan(agent: AgentName(agent), tier: tier, section: section, rules: rules(section, agent, version))
  }

  func rules(_ section: String, _ agent: String = "engineer", _ version: Int = 1) throws -> Data {
    try RulesFile(
      agent: AgentName(agent), version: version, run: RunID("r\(version)"), section: section,
      lessons: [Data(#"{"words":"\#(version)"}"#.utf8)]
    ).encoded()
  }
}

let engineerText = "---\nname: engineer\ndescription: Writes code.\n---\n\nYou write code.\n"
