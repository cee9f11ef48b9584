import Foundation
import WhetCore

/// The files an agent's deployment to a tier concerns, as they are now.
struct DeploymentTarget {
  let agent: AgentName
  let tier: Tier
  let definitionURL: URL
  let rulesURL: URL
  /// The tier's own definition; `nil` if it has none.
  let bytes: Data?
  let rules: Data?
  /// The winning definition of the other tiers, to begin a new file with.
  let model: Data?
  let shadowedBy: Tier?

  var path: String { definitionURL.path(percentEncoded: false) }
}

extension Deployer {
  func target(of agent: AgentName, in tier: Tier) throws(WhetError) -> DeploymentTarget {
    let tierFolder = try Self.folder(of: tier, in: folders)
    let own = try ownDefinition(of: agent, in: tier)
    let name = own?.url?.lastPathComponent ?? agent.rawValue + AgentDirectory.definitionSuffix
    let rulesName = AgentDirectory.rulesName(ofDefinition: name)
    let rules = try Folder(tierFolder, creating: false)?.read(rulesName, limit: RulesFile.sizeLimit)
    let others = Tier.allCases.filter { $0 != tier }
    let winner = winner(of: agent, among: others)
    return DeploymentTarget(
      agent: agent, tier: tier, definitionURL: tierFolder.url.appending(component: name, directoryHint: .notDirectory),
      rulesURL: tierFolder.url.appending(component: rulesName, directoryHint: .notDirectory), bytes: own?.bytes,
      rules: rules?.bytes, model: winner?.bytes, shadowedBy: winner.flatMap { $0.tier < tier ? $0.tier : nil })
  }

  /// The tier's only definition of that name.
  private func ownDefinition(of agent: AgentName, in tier: Tier) throws(WhetError) -> AgentDefinition? {
    var own: AgentDefinition?
    var obstacle: WhetError?
    for entry in directory.entries(in: tier) {
      switch entry.content {
      case .success(let definition) where definition.name == agent:
        guard own == nil else { throw duplicate(agent, entry) }
        own = definition
      case .success(let definition) where entry.stem == agent.rawValue:
        obstacle = taken(by: definition, agent)
      case .failure(let error) where entry.stem == nil || entry.stem == agent.rawValue: obstacle = error
      default: break
      }
    }
    if own == nil, let obstacle { throw obstacle }
    return own
  }

  private func winner(of agent: AgentName, among tiers: [Tier]) -> AgentDefinition? {
    for tier in tiers {
      for case .success(let definition) in directory.entries(in: tier).map(\.content) where definition.name == agent {
        return definition
      }
    }
    return nil
  }

  private func duplicate(_ agent: AgentName, _ entry: TierEntry) -> WhetError {
    WhetError(
      .agentDuplicate, "two files of the \(entry.tier.rawValue) tier define '\(agent)'",
      at: SourceLocation(file: entry.url.path(percentEncoded: false)),
      advice: "rename one of the two agents or remove its file")
  }

  private func taken(by definition: AgentDefinition, _ agent: AgentName) -> WhetError {
    WhetError(
      .agentFileTaken, "the file that '\(agent)' would get defines '\(definition.name)'",
      at: definition.url.map { SourceLocation(file: $0.path(percentEncoded: false)) },
      advice: "rename the file after its agent")
  }
}
