public import Foundation
public import WhetCore

/// The exact change of the two files of one deployment, to be shown, applied, or undone.
///
/// It is a plain value: a caller may keep its parts and build it anew to roll back later.
public struct DeploymentPlan: Sendable, Equatable {
  public let agent: AgentName
  public let tier: Tier
  public let definitionURL: URL
  public let rulesURL: URL
  /// What the file must hold for the plan to be applied; `nil` if it must not exist.
  public let definitionBefore: Data?
  /// What the file will hold; `nil` if it will be removed.
  public let definitionAfter: Data?
  /// As `definitionBefore`, for the rules file.
  public let rulesBefore: Data?
  /// As `definitionAfter`, for the rules file.
  public let rulesAfter: Data?
  /// The tier whose definition keeps winning over the deployed one; `nil` if the deployed one will be used.
  public let shadowedBy: Tier?

  public init(
    agent: AgentName, tier: Tier, definitionURL: URL, rulesURL: URL, definitionBefore: Data?, definitionAfter: Data?,
    rulesBefore: Data?, rulesAfter: Data?, shadowedBy: Tier? = nil
  ) {
    self.agent = agent
    self.tier = tier
    self.definitionURL = definitionURL
    self.rulesURL = rulesURL
    self.definitionBefore = definitionBefore
    self.definitionAfter = definitionAfter
    self.rulesBefore = rulesBefore
    self.rulesAfter = rulesAfter
    self.shadowedBy = shadowedBy
  }

  /// The plan that takes this one back.
  public var inverse: DeploymentPlan {
    DeploymentPlan(
      agent: agent, tier: tier, definitionURL: definitionURL, rulesURL: rulesURL, definitionBefore: definitionAfter,
      definitionAfter: definitionBefore, rulesBefore: rulesAfter, rulesAfter: rulesBefore, shadowedBy: shadowedBy)
  }
}
