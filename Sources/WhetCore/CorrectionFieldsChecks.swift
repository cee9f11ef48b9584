import Foundation

extension CorrectionFields {
  /// Decodes one JSON object and says in words what does not fit.
  static func decode(_ line: Data) throws(WhetError) -> CorrectionFields {
    guard String(validating: line, as: UTF8.self) != nil else {
      throw WhetError(.correctionInvalid, "the line is not valid UTF-8", advice: "save the file as UTF-8")
    }
    do {
      return try JSONDecoder().decode(CorrectionFields.self, from: line)
    } catch let error as WhetError {
      throw error
    } catch let error as DecodingError {
      throw WhetError(.correctionInvalid, reason(for: error), advice: "see 'help correction import' for the fields")
    } catch {
      throw WhetError(.correctionInvalid, "the line cannot be read: \(error)")
    }
  }

  private static func reason(for error: DecodingError) -> String {
    func field(_ path: [any CodingKey]) -> String { "'" + path.map(\.stringValue).joined(separator: ".") + "'" }
    switch error {
    case .keyNotFound(let key, let context): return "the field \(field(context.codingPath + [key])) is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return context.codingPath.isEmpty
        ? "the line is not a JSON object" : "the field \(field(context.codingPath)) has the wrong type"
    case .dataCorrupted(let context):
      return context.codingPath.isEmpty
        ? "the line is not valid JSON" : "the field \(field(context.codingPath)) has a value that is not allowed"
    @unknown default: return "the line cannot be read"
    }
  }

  /// What a type cannot say: presence of an answer to learn from, sizes, characters no text has.
  func check() throws(WhetError) {
    if corrected == nil, feedback == nil, verify == nil {
      throw WhetError(
        .correctionInvalid, "nothing to learn from: 'corrected', 'feedback' and 'verify' are all missing",
        advice: "give at least one of them")
    }
    for (name, text) in texts + (verify?.texts ?? []) {
      if text.utf8.count > CorrectionDraft.maximumTextBytes {
        throw WhetError(
          .correctionInvalid,
          "'\(name)' has \(text.utf8.count) bytes; at most \(CorrectionDraft.maximumTextBytes) are accepted",
          advice: "cut the response to the part that was corrected")
      }
    }
    for (name, text) in texts {
      if text.utf8.contains(0) { throw WhetError(.correctionInvalid, "'\(name)' contains a NUL character") }
    }
    for name in (context?.values ?? [:]).keys.sorted() {
      guard (1...64).contains(name.count), name.allSatisfy({ !$0.isNewline }),
        SecretRedactor.findings(in: name).isEmpty,
        name.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
      else {
        throw WhetError(
          .correctionInvalid, "'context' has a name that cannot be one",
          advice: "use 1 to 64 printable characters, and no secret")
      }
    }
    if task.allSatisfy(\.isWhitespace) { throw WhetError(.correctionInvalid, "'task' is empty") }
    if let verify { try verify.check() }
  }

  private var texts: [(String, String)] {
    [("task", task), ("original", original)]
      + [("corrected", corrected), ("feedback", feedback), ("source", source), ("language", language)]
      .compactMap { name, text in text.map { (name, $0) } }
      + (context?.values ?? [:]).sorted { $0.key < $1.key }.map { ("context.\($0.key)", $0.value) }
  }

  /// The same correction in one form, so that what was exported is what was imported: a format is always stated, a
  /// language in lower case, and what says nothing is left out.
  func normalised() -> CorrectionFields {
    var result = self
    result.language = language?.lowercased()
    result.format = format ?? ResponseFormat.detect(in: original, language: language)
    result.context = context?.values.isEmpty == true ? nil : context
    result.pinned = pinned == true ? true : nil
    return result
  }

  /// The same fields with every secret replaced, and what was replaced, by field.
  func redacted() -> (CorrectionFields, [String: [SecretRedactor.Finding]]) {
    var result = self
    var redactions: [String: [SecretRedactor.Finding]] = [:]
    func clean(_ text: String, _ name: String) -> String {
      let (clean, findings) = SecretRedactor.redact(text)
      if !findings.isEmpty { redactions[name] = findings }
      return clean
    }
    result.task = clean(task, "task")
    result.original = clean(original, "original")
    result.corrected = corrected.map { clean($0, "corrected") }
    result.feedback = feedback.map { clean($0, "feedback") }
    result.source = source.map { clean($0, "source") }
    for (key, value) in context?.values ?? [:] { result.context?.values[key] = clean(value, "context.\(key)") }
    for (path, content) in verify?.files ?? [:] { result.verify?.files?[path] = clean(content, "verify.files.\(path)") }
    result.verify?.stdin = verify?.stdin.map { clean($0, "verify.stdin") }
    result.verify?.run = (verify?.run ?? []).map { clean($0, "verify.run") }
    return (result, redactions)
  }
}

extension VerifierSpecification {
  /// The texts of any length, by the name of their field.
  fileprivate var texts: [(String, String)] {
    run.map { ("verify.run", $0) } + (stdin.map { [("verify.stdin", $0)] } ?? [])
      + (files ?? [:]).sorted { $0.key < $1.key }.map { ("verify.files.\($0.key)", $0.value) }
  }

  /// - Throws: `WhetError` with code `correction.invalid` for an empty command, a path out of the folder or a bad time.
  func check() throws(WhetError) {
    guard let program = run.first, !program.isEmpty else {
      throw WhetError(.correctionInvalid, "'verify.run' is empty", advice: "give the program and its arguments")
    }
    if (run + [stdin ?? ""]).contains(where: { $0.utf8.contains(0) }) {
      throw WhetError(.correctionInvalid, "'verify' contains a NUL character")
    }
    for path in (files ?? [:]).keys {
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      if path.isEmpty || parts.contains("") || parts.contains("..") || parts.contains(".") || path.utf8.contains(0) {
        throw WhetError(
          .correctionInvalid,
          "'verify.files' has the path '\(path.prefix(60))', which is not inside the verifier's folder",
          advice: "use a relative path without '.' and '..'")
      }
    }
    if let timeout, !(timeout > 0 && timeout.isFinite) {
      throw WhetError(.correctionInvalid, "'verify.timeout' must be a number of seconds above 0")
    }
  }
}
