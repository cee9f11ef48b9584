public import Foundation
public import WhetCore

/// What is needed to take a change back: ids, revisions, digests and a person's words on lessons, never a text of a
/// correction.
public enum ReversibleChange: Sendable, Equatable {
  /// Corrections that became visible together.
  case addition(CorrectionAddition)
  /// Corrections that were removed together.
  case removal([CorrectionID])
  case edit(RevisionChange)
  /// A deployment or a rollback.
  case deployment(DeploymentID)
  /// A definition file that was made.
  case agentFile(AgentFile)
  /// What a person decided of lessons.
  case lessons([LessonDecision])
}

/// Corrections that became visible together.
public struct CorrectionAddition: Codable, Sendable, Equatable {
  /// New ones, and ones whose adding was undone before.
  public var added: [CorrectionID] = []
  /// Ones that a person had removed.
  public var returned: [CorrectionID] = []

  /// All of them.
  public var ids: [CorrectionID] { added + returned }
}

/// The present revision of a correction before and after an edit.
public struct RevisionChange: Codable, Sendable, Equatable {
  public var id: CorrectionID
  public var from: Int
  public var to: Int
}

/// A definition file as it was made.
public struct AgentFile: Codable, Sendable, Equatable {
  public var agent: AgentName
  /// The name of the tier it lies in.
  public var tier: String
  /// Absolute.
  public var definitionPath: String
  /// The rules file that would lie beside it, absolute.
  public var rulesPath: String
  /// Of the definition's bytes; the store does not keep them.
  public var digest: ArtefactDigest

  public init(agent: AgentName, tier: String, definitionPath: String, rulesPath: String, content: Data) {
    self.agent = agent
    self.tier = tier
    self.definitionPath = definitionPath
    self.rulesPath = rulesPath
    digest = ArtefactDigest(of: content)
  }

  /// Whether a file's bytes are those that were made.
  public func isUntouched(_ content: Data) -> Bool { ArtefactDigest(of: content) == digest }
}
