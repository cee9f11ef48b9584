public import Foundation

/// A correction as it comes from outside: checked, without secrets, not yet in the store.
///
/// A value of this type cannot be wrong: whoever holds one need not check again.
public struct CorrectionDraft: Sendable, Equatable {
  /// The largest text accepted in one field, in UTF-8 bytes.
  public static let maximumTextBytes = 4 << 20

  /// The id its author gave it; without one the store derives one from `canonicalContent`.
  public private(set) var id: CorrectionID?
  /// What was replaced because it looked like a secret, by field.
  public private(set) var redactions: [String: [SecretRedactor.Finding]]
  private var fields: CorrectionFields

  /// Checks the fields of a correction and redacts its secrets.
  ///
  /// - Throws: `WhetError` with code `correction.invalid`, `agent.name-invalid` or `identifier.invalid`.
  public init(_ fields: CorrectionFields) throws(WhetError) {
    try fields.check()
    let fields = fields.normalised()
    if let text = fields.id { id = try CorrectionID(validating: text) }
    (self.fields, redactions) = fields.redacted()
  }

  /// Reads one line of a JSON-lines file.
  ///
  /// - Throws: as `init(_:)`; the message says what is wrong in words.
  public init(json line: Data) throws(WhetError) {
    try self.init(CorrectionFields.decode(line))
  }

  /// Who answered.
  public var agent: AgentName { fields.agent }

  /// The content in a fixed form without the id: equal corrections give equal bytes.
  public var canonicalContent: Data {
    var content = fields
    content.id = nil
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(content) else { preconditionFailure("a checked correction always encodes") }
    return data
  }

  /// The correction under the id it got.
  public func correction(id: CorrectionID, revision: Int = 1, createdAt: Date) -> Correction {
    Correction(
      id: id, revision: revision, agent: fields.agent, task: fields.task, context: fields.context?.values ?? [:],
      original: fields.original, corrected: fields.corrected, feedback: fields.feedback, verifier: fields.verify,
      format: fields.format ?? ResponseFormat.detect(in: fields.original, language: fields.language),
      language: fields.language, type: fields.type, severity: fields.severity,
      isPinned: fields.pinned ?? false, source: fields.source, createdAt: createdAt)
  }
}

/// The fields of one line of a corrections file, by their JSON names.
public struct CorrectionFields: Sendable, Equatable, Codable {
  /// The id its author chose; checked when a draft is made of the fields.
  public var id: String?
  /// Who answered.
  public var agent: AgentName
  /// What the agent was asked to do; not empty.
  public var task: String
  /// What the agent knew besides the task.
  public var context: CorrectionContext?
  /// What the agent answered.
  public var original: String
  /// What a person made of it; equal to `original` for an accepted response.
  public var corrected: String?
  /// What a person said about it.
  public var feedback: String?
  /// What kind of text it is; detected where it is missing.
  public var format: ResponseFormat?
  /// The programming or natural language of the response.
  public var language: String?
  /// What was wrong.
  public var type: CorrectionType?
  /// How much it mattered.
  public var severity: Severity?
  /// A program that decides whether a response is right.
  public var verify: VerifierSpecification?
  /// Whether the case must never get worse.
  public var pinned: Bool?
  /// Where the correction came from.
  public var source: String?

  public init(
    id: String? = nil, agent: AgentName, task: String, context: CorrectionContext? = nil, original: String,
    corrected: String? = nil, feedback: String? = nil, format: ResponseFormat? = nil, language: String? = nil,
    type: CorrectionType? = nil, severity: Severity? = nil, verify: VerifierSpecification? = nil, pinned: Bool? = nil,
    source: String? = nil
  ) {
    self.id = id
    self.agent = agent
    self.task = task
    self.context = context
    self.original = original
    self.corrected = corrected
    self.feedback = feedback
    self.format = format
    self.language = language
    self.type = type
    self.severity = severity
    self.verify = verify
    self.pinned = pinned
    self.source = source
  }

  /// The fields of a stored correction, for editing and exporting.
  public init(_ correction: Correction) {
    self.init(
      id: correction.id.rawValue, agent: correction.agent, task: correction.task,
      context: correction.context.isEmpty ? nil : CorrectionContext(values: correction.context),
      original: correction.original, corrected: correction.corrected, feedback: correction.feedback,
      format: correction.format, language: correction.language, type: correction.type, severity: correction.severity,
      verify: correction.verifier, pinned: correction.isPinned ? true : nil, source: correction.source)
  }
}

/// The context of a correction: an object of strings, or one string (kept under `context`).
public struct CorrectionContext: Sendable, Equatable, Codable {
  /// The texts by name.
  public var values: [String: String]

  public init(values: [String: String]) {
    self.values = values
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      values = ["context": text]
    } else {
      values = try container.decode([String: String].self)
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(values)
  }
}
