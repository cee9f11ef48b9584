public import Foundation
public import WhetCore

extension Deployer {
  /// Plans the deployment of a managed section and rules.
  ///
  /// The definition is the tier's own of that name; where the tier has none, the winning definition of the other tiers
  /// is copied, its own managed section replaced.
  /// - Parameters:
  ///   - section: the words of the managed section, without markers.
  ///   - rules: an encoded `RulesFile` made for this agent and section.
  /// - Throws: `WhetError` with code `not-found`, `rules.invalid`, `agent.duplicate`, `agent.file-taken`,
  ///   `agent.tier-unavailable`, `section.damaged`, `section.doubled` or `section.text-invalid`.
  public func plan(
    agent: AgentName, tier: Tier, section: String, rules: Data
  ) throws(WhetError) -> DeploymentPlan {
    try requireWritable(tier)
    let file = try RulesFile(decoding: rules)
    guard file.agent == agent, file.belongs(toSection: section) else {
      throw WhetError(.rulesInvalid, "the rules were not made for agent '\(agent)' and this section")
    }
    let target = try target(of: agent, in: tier)
    guard let base = target.bytes ?? target.model else {
      throw directory.missing(agent)
    }
    let after = try ManagedSection.replacing(section, in: base, file: target.path)
    return plan(target, definitionAfter: after, rulesAfter: rules)
  }

  /// Plans a new definition without rules.
  ///
  /// It is a copy of the winning definition of that name, if another tier has one, without its managed section; else
  /// a form to fill in.
  /// - Parameters:
  ///   - description: when to use the agent; for a form only.
  ///   - prompt: the body; for a form only.
  /// - Throws: `WhetError` with code `agent.exists`, `agent.file-taken`, `agent.tier-unavailable`.
  public func planCreation(
    of agent: AgentName, in tier: Tier, description: String? = nil, prompt: String? = nil
  ) throws(WhetError) -> DeploymentPlan {
    try requireWritable(tier)
    let target = try target(of: agent, in: tier)
    guard target.bytes == nil else {
      throw WhetError(
        .agentExists, "the \(tier.rawValue) tier has an agent '\(agent)' already",
        at: SourceLocation(file: target.path), advice: "edit that file")
    }
    let isForm = description != nil || prompt != nil
    let after =
      if !isForm, let model = target.model {
        try ManagedSection.removing(from: model, file: target.path)
      } else {
        DefinitionTemplate.bytes(name: agent, description: description, prompt: prompt)
      }
    return plan(target, definitionAfter: after, rulesAfter: target.rules)
  }

  /// Plans to take an applied deployment back while keeping what the user has since written outside the section.
  ///
  /// Equal to `deployed.inverse` if nothing changed since.
  /// - Throws: `WhetError` with code `agent.conflict` if the managed section or the rules have changed since.
  public func planRollback(of deployed: DeploymentPlan) throws(WhetError) -> DeploymentPlan {
    try requireWritable(deployed.tier)
    let inverse = deployed.inverse
    let name = deployed.definitionURL.lastPathComponent
    let tierFolder = try Self.folder(of: deployed.tier, in: folders)
    guard let folder = try Folder(tierFolder, creating: false),
      let present = try folder.read(name, limit: AgentDefinition.sizeLimit)?.bytes, present != inverse.definitionBefore
    else { return inverse }
    let words = try ManagedSection.text(in: present, file: folder.path(of: name))
    guard let after = deployed.definitionAfter, words == (try ManagedSection.text(in: after)) else {
      throw folder.conflict(name)
    }
    let before = try deployed.definitionBefore.flatMap { bytes throws(WhetError) in try ManagedSection.text(in: bytes) }
    let restored =
      if let before {
        try ManagedSection.replacing(before, in: present, file: name)
      } else {
        try ManagedSection.removing(from: present, file: name)
      }
    return DeploymentPlan(
      agent: deployed.agent, tier: deployed.tier, definitionURL: deployed.definitionURL, rulesURL: deployed.rulesURL,
      definitionBefore: present, definitionAfter: restored, rulesBefore: deployed.rulesAfter,
      rulesAfter: deployed.rulesBefore, shadowedBy: deployed.shadowedBy)
  }

  private func plan(_ target: DeploymentTarget, definitionAfter: Data, rulesAfter: Data?) -> DeploymentPlan {
    DeploymentPlan(
      agent: target.agent, tier: target.tier, definitionURL: target.definitionURL, rulesURL: target.rulesURL,
      definitionBefore: target.bytes, definitionAfter: definitionAfter, rulesBefore: target.rules,
      rulesAfter: rulesAfter, shadowedBy: target.shadowedBy)
  }
}
