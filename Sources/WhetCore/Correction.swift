public import Foundation

/// One correction: what an agent answered to a task, and what was wrong with it.
///
/// At least one of `corrected`, `feedback` and `verifier` is present (`CorrectionDraft` checks it).
public struct Correction: Sendable, Equatable, Codable, Identifiable {
  public var id: CorrectionID
  /// Counts the edits of this correction, from 1.
  public var revision: Int
  /// Who answered.
  public var agent: AgentName
  /// What the agent was asked to do.
  public var task: String
  /// What the agent knew besides the task, by name; a single string is kept under `context`.
  public var context: [String: String]
  /// What the agent answered.
  public var original: String
  /// What a person made of it; equal to `original` for an accepted response.
  public var corrected: String?
  /// What a person said about it.
  public var feedback: String?
  /// A program that decides whether a response is right.
  public var verifier: VerifierSpecification?
  /// What kind of text the response is; detected where nobody said.
  public var format: ResponseFormat
  /// The programming or natural language of the response, such as `python`; lower case.
  public var language: String?
  /// What was wrong, in the words of whoever corrected it.
  public var type: CorrectionType?
  /// How much it mattered.
  public var severity: Severity?
  /// A pinned correction's case must never get worse; the gate refuses what breaks it.
  public var isPinned: Bool
  /// Where the correction came from.
  public var source: String?
  /// When this revision came into the store.
  public var createdAt: Date

  /// Whether a person found the response right as it was.
  public var isAccepted: Bool { corrected == original }

  public init(
    id: CorrectionID, revision: Int = 1, agent: AgentName, task: String, context: [String: String] = [:],
    original: String, corrected: String? = nil, feedback: String? = nil, verifier: VerifierSpecification? = nil,
    format: ResponseFormat, language: String? = nil, type: CorrectionType? = nil, severity: Severity? = nil,
    isPinned: Bool = false, source: String? = nil, createdAt: Date
  ) {
    self.id = id
    self.revision = revision
    self.agent = agent
    self.task = task
    self.context = context
    self.original = original
    self.corrected = corrected
    self.feedback = feedback
    self.verifier = verifier
    self.format = format
    self.language = language
    self.type = type
    self.severity = severity
    self.isPinned = isPinned
    self.source = source
    self.createdAt = createdAt
  }
}

/// What kind of text a response is; it chooses tokeniser, checks and diff.
public enum ResponseFormat: String, Sendable, Codable, CaseIterable {
  case code, documentation, analysis, conversation, mixed
}

/// What was wrong with a response.
public enum CorrectionType: String, Sendable, Codable, CaseIterable {
  case content, approach
  case missingInformation = "missing-information"
  case misinterpretation, quality, formatting, technical
}

/// How much the fault mattered.
public enum Severity: String, Sendable, Codable, CaseIterable {
  case low, medium, high, critical
}

/// A program that decides whether a response is right: it passes when it exits 0 (and any score it writes is full).
public struct VerifierSpecification: Sendable, Equatable, Codable {
  /// The program and its arguments; `{response}` in an argument becomes the path of the response's file.
  public var run: [String]
  /// What the program reads on standard input.
  public var stdin: String?
  /// Further files of its folder: relative path to content.
  public var files: [String: String]?
  /// Seconds of wall-clock time; the sandbox's default and upper bound apply.
  public var timeout: Double?

  public init(run: [String], stdin: String? = nil, files: [String: String]? = nil, timeout: Double? = nil) {
    self.run = run
    self.stdin = stdin
    self.files = files
    self.timeout = timeout
  }
}
