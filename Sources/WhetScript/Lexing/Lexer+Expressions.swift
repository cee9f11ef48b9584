extension Lexer {
  /// A token of an expression: a name, a number or an operator.
  mutating func scanExpression(_ first: UInt8) -> Token.Kind {
    if first.isDigit { return scanNumber() }
    if first == UInt8(ascii: "@") { return scanFile(.element) }
    if first.beginsName {
      let start = position
      while position < limit, bytes[position].continuesName { position += 1 }
      return .word(source.text(of: Span(start, position)))
    }
    for length in [2, 1] where position + length <= limit {
      let text = String(decoding: bytes[position..<position + length], as: UTF8.self)
      if let symbol = Token.Symbol(rawValue: text) {
        position += length
        return .symbol(symbol)
      }
    }
    let span = scalarSpan(at: position)
    position = span.end
    report(.unexpectedCharacter, "'\(source.text(of: span))' has no meaning in an expression", at: span)
    return .invalid
  }

  /// Digits with a fraction, an exponent or a unit; `1.name` stops before the point.
  private mutating func scanNumber() -> Token.Kind {
    let start = position
    skipDigits()
    if byte() == UInt8(ascii: "."), byte(1).isDigit {
      position += 1
      skipDigits()
    }
    if byte() | 0x20 == UInt8(ascii: "e") {
      let signed = byte(1) == UInt8(ascii: "+") || byte(1) == UInt8(ascii: "-")
      if byte(signed ? 2 : 1).isDigit {
        position += signed ? 2 : 1
        skipDigits()
      }
    }
    while position < limit, bytes[position].continuesName { position += 1 }
    if let kind = NumberLiteral.kind(of: bytes[start..<position], allowsSign: false) { return kind }
    let span = Span(start, position)
    report(
      .invalidNumber,
      "'\(VisibleText.quoted(source.text(of: span)))' is no number of the language, or does not fit 64 bits", at: span)
    return .invalid
  }

  private mutating func skipDigits() {
    while byte().isDigit { position += 1 }
  }
}
