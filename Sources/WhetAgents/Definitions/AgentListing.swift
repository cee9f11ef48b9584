public import Foundation
public import WhetCore

/// One definition file (or built-in definition) as a list of agents shows it.
public struct AgentListing: Sendable, Equatable {
  /// `nil` for a file that cannot be used; `error` says why.
  public let name: AgentName?
  public let tier: Tier
  /// `nil` for a built-in definition.
  public let url: URL?
  /// The front matter's, as written: text from outside, not made safe for a terminal.
  public let description: String?
  /// The tier whose definition of the same name wins over this one; the same tier for a duplicate in it.
  public let shadowedBy: Tier?
  public let hasManagedSection: Bool
  /// What is wrong but leaves the definition usable, damaged markers and duplicates among it.
  public let warnings: [WhetError]
  /// Why the file cannot be used.
  public let error: WhetError?

  init(_ definition: AgentDefinition, shadowedBy: Tier?, further: [WhetError] = []) {
    name = definition.name
    tier = definition.tier
    url = definition.url
    description = definition.frontMatter.description
    self.shadowedBy = shadowedBy
    hasManagedSection = definition.managedSection != nil
    warnings = definition.warnings + further
    error = nil
  }

  init(unusable url: URL, tier: Tier, error: WhetError) {
    name = nil
    self.tier = tier
    self.url = url
    description = nil
    shadowedBy = nil
    hasManagedSection = false
    warnings = []
    self.error = error
  }
}
