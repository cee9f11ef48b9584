extension Lexer {
  /// Whether the scalar that begins at a byte of 0x80 or above may not stand outside a string.
  ///
  /// Bytes in the middle of a scalar never are suspect, so a word ends only where a scalar begins.
  func isSuspect(at offset: Int) -> Bool {
    guard bytes[offset] >= 0xC0, let scalar = scalar(at: offset) else { return false }
    return SuspectScalar.isRefusedInWord(scalar) || SuspectScalar.isCurlyQuote(scalar)
  }

  /// Reports one stray character and passes it.
  mutating func scanSuspect() -> Token.Kind {
    let span = scalarSpan(at: position)
    position = span.end
    guard let scalar = scalar(at: span.start) else { return .invalid }
    let name = SuspectScalar.name(of: scalar)
    if SuspectScalar.isCurlyQuote(scalar) {
      report(.unexpectedCharacter, "\(name) is not a quotation mark of the language", at: span, suggestion: "\"")
    } else if SuspectScalar.isRefusedInText(scalar) {
      report(.controlCharacter, "the control character \(name) may not stand here", at: span)
    } else {
      report(.invisibleCharacter, "\(name) looks like a blank or like nothing, but is neither", at: span)
    }
    return .invalid
  }

  /// The span of the scalar that begins at `offset`; empty at the end of the text.
  func scalarSpan(at offset: Int) -> Span {
    guard offset < limit else { return Span(limit, limit) }
    var end = offset + 1
    while end < limit, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return Span(offset, end)
  }

  func scalar(at offset: Int) -> Unicode.Scalar? {
    source.text(of: scalarSpan(at: offset)).unicodeScalars.first
  }
}
