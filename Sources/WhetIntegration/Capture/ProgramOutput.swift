import WhetCore

/// What a program left when it ended.
struct ProgramOutput: Sendable {
  var answer: [UInt8]
  var errorTail: [UInt8]
  /// 128 and the signal's number for a program that a signal ended, as shells have it.
  var exitStatus: Int
  /// Wall-clock time.
  var seconds: Double

  /// The answer as text; `isRepaired` when bytes that are not UTF-8 became U+FFFD.
  ///
  /// Repaired and not refused, since an agent's answer may be costly and the repair is visible in it. A NUL byte is
  /// refused: it says that the output is data of another kind, which nobody can correct as a text.
  /// - Throws: `WhetError` with code `capture.not-text` or `capture.empty`.
  func text() throws(WhetError) -> (text: String, isRepaired: Bool) {
    guard !answer.contains(0) else {
      throw WhetError(
        .captureNotText, "the program's output has a NUL byte: it is no text", advice: "make the program print text")
    }
    guard let valid = String(validating: answer, as: UTF8.self) else {
      return (String(decoding: answer, as: UTF8.self), true)
    }
    guard !valid.allSatisfy(\.isWhitespace) else {
      throw WhetError(
        .captureEmpty, "the program exited with status \(exitStatus) and printed no answer\(complaint)",
        advice: "its answer must go to standard output")
    }
    return (valid, false)
  }

  /// The last line of standard error for a message, printable and cut.
  var complaint: String { Self.complaint(errorTail) }

  static func complaint(_ tail: [UInt8]) -> String {
    let line = tail.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).last ?? []
    let text = String(decoding: line, as: UTF8.self).unicodeScalars.filter {
      switch $0.properties.generalCategory {
      case .control, .format, .privateUse, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: false
      default: true
      }
    }
    return text.isEmpty ? "" : ": \(String(String.UnicodeScalarView(text)).prefix(160))"
  }
}
