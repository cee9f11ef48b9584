public import Foundation
public import WhetCore

extension WhetError.Code {
  /// Another deployment of the agent got that version first.
  public static let deploymentVersionTaken = Self(rawValue: "deployment.version-taken")
}

/// A deployment about to be made: which files change from what to what.
public struct DeploymentDraft: Sendable {
  /// On whose decision it is made.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// The gate was for it.
    case deployed
    /// The gate was against it and the user insisted.
    case forced
    /// Positive but unproven, on the user's word.
    case unproven
    case rolledBack = "rolled-back"
    /// A rollback was undone: what it had taken back stands again.
    case restored
  }

  public var agent: AgentName
  /// From 1; rollbacks and restored deployments count too.
  public var version: Int
  /// The name of the tier the files lie in.
  public var tier: String
  /// The definition's file, absolute.
  public var definitionPath: String
  /// The rules file beside it, absolute.
  public var rulesPath: String
  /// The run whose lessons are deployed.
  public var run: RunID?
  public var kind: Kind
  /// The file's bytes when the deployment was planned; `nil` for no file.
  public var definitionBefore: Data?
  /// The bytes to be written; `nil` to remove the file.
  public var definitionAfter: Data?
  /// As `definitionBefore`.
  public var rulesBefore: Data?
  /// As `definitionAfter`.
  public var rulesAfter: Data?

  public init(
    agent: AgentName, version: Int, tier: String, definitionPath: String, rulesPath: String, run: RunID?, kind: Kind,
    definitionBefore: Data?, definitionAfter: Data?, rulesBefore: Data?, rulesAfter: Data?
  ) {
    self.agent = agent
    self.version = version
    self.tier = tier
    self.definitionPath = definitionPath
    self.rulesPath = rulesPath
    self.run = run
    self.kind = kind
    self.definitionBefore = definitionBefore
    self.definitionAfter = definitionAfter
    self.rulesBefore = rulesBefore
    self.rulesAfter = rulesAfter
  }
}

/// One deployment or rollback; `Store.artefact` gives the files' bytes by digest.
public struct DeploymentRecord: Sendable, Equatable, Identifiable {
  /// How far it got.
  public enum State: String, Sendable, Codable, CaseIterable {
    /// Written down before the files are touched; found later, it says that the process died between, and the files
    /// are what they were before, what they should be after, or one of each.
    case prepared
    case applied
    /// The files were not changed, or were put back.
    case abandoned
  }

  /// `d` and a number that counts the deployments of the store, from 1.
  public var id: DeploymentID
  public var agent: AgentName
  /// As in `DeploymentDraft`; so are the fields up to `kind`.
  public var version: Int
  public var tier: String
  public var definitionPath: String
  public var rulesPath: String
  public var run: RunID?
  public var kind: DeploymentDraft.Kind
  /// `prepared` only until `settle`, or for ever if the process died.
  public var state: State
  /// The file before; `nil` for no file.
  public var definitionBefore: ArtefactDigest?
  /// The file after; `nil` for a removed one.
  public var definitionAfter: ArtefactDigest?
  /// As `definitionBefore`.
  public var rulesBefore: ArtefactDigest?
  /// As `definitionAfter`.
  public var rulesAfter: ArtefactDigest?
  /// When it was prepared.
  public var at: Date
}
