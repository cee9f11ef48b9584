import Foundation
import WhetCore
import WhetScript

extension CommandCall {
  /// Puts the fields the user gave over those that are there.
  ///
  /// - Throws: `correction.invalid` for a verifier or context of another shape.
  func apply(to fields: inout CorrectionFields) throws(WhetError) {
    if let task = try text("task") { fields.task = task }
    if let original = try text("original") { fields.original = original }
    if let corrected = try text("corrected") { fields.corrected = corrected }
    if let feedback = try text("feedback") { fields.feedback = feedback }
    if let verifier = try verifier() { fields.verify = verifier }
    if let context = try json("context") { fields.context = try Self.context(context) }
    if let language = try text("language") { fields.language = language }
    if let format = try text("format") { fields.format = ResponseFormat(rawValue: format) }
    if let type = try text("type") { fields.type = CorrectionType(rawValue: type) }
    if let severity = try text("severity") { fields.severity = Severity(rawValue: severity) }
    if let source = try text("source") { fields.source = source }
    if bound["pinned"] != nil { fields.pinned = flag("pinned") }
    if flag("accept") { fields.corrected = fields.original }
  }

  /// `--verify`: a list is the program's words, a record the whole specification.
  func verifier() throws(WhetError) -> VerifierSpecification? {
    guard let value = try json("verify") else { return nil }
    let specification: JSONValue
    switch value {
    case .array: specification = .record(["run": value])
    case .object: specification = value
    default:
      throw Self.invalid("'--verify' is neither a list of words nor a record", "for example ['python3', '{response}']")
    }
    do {
      return try JSONDecoder().decode(VerifierSpecification.self, from: Data(specification.json().utf8))
    } catch {
      throw Self.invalid("'--verify' does not say what to run", "give {run: [words], stdin?, files?, timeout?}")
    }
  }

  private static func context(_ value: JSONValue) throws(WhetError) -> CorrectionContext {
    switch value {
    case .string(let text): return CorrectionContext(values: ["context": text])
    case .object(let members):
      var values: [String: String] = [:]
      for member in members { values[member.name] = member.value.asText ?? member.value.json() }
      return CorrectionContext(values: values)
    default: throw invalid("'--context' is neither text nor a record", "give {name: 'text'}")
    }
  }

  private static func invalid(_ message: String, _ advice: String) -> WhetError {
    WhetError(.correctionInvalid, message, advice: advice)
  }
}
