public import WhetCore

/// What is known about a case when responses to it are judged.
public struct EvaluationCase: Sendable, Equatable {
  public var id: CorrectionID
  public var format: ResponseFormat
  /// The response's language in lower case, such as `python`.
  public var language: String?
  /// The corrected text, if a person gave one.
  public var reference: String?
  public var verifier: VerifierSpecification?
  /// What strategy and lessons demand: a heading (`## Usage`) with something under it, or words that must occur.
  public var requiredParts: [String]

  public init(
    id: CorrectionID, format: ResponseFormat, language: String? = nil, reference: String? = nil,
    verifier: VerifierSpecification? = nil, requiredParts: [String] = []
  ) {
    self.id = id
    self.format = format
    self.language = language
    self.reference = reference
    self.verifier = verifier
    self.requiredParts = requiredParts
  }

  /// The case of a correction, with the parts its strategy requires.
  public init(_ correction: Correction, requiredParts: [String] = []) {
    self.init(
      id: correction.id, format: correction.format, language: correction.language, reference: correction.corrected,
      verifier: correction.verifier, requiredParts: requiredParts)
  }
}
