extension Lexer {
  /// A token of a command, a list or a record.
  mutating func scanCommandPart(_ first: UInt8, _ mode: Mode) -> Token.Kind {
    if let symbol = commandSymbol(first, mode) {
      position += 1
      return .symbol(symbol)
    }
    switch first {
    case UInt8(ascii: "@") where mode != .passThrough: return scanFile(mode)
    case UInt8(ascii: "-") where mode == .command && byte(1) == UInt8(ascii: "-"):
      if let kind = scanFlag() { return kind }
    case UInt8(ascii: "<"), UInt8(ascii: "`"), .backslash: return scanReserved(first)
    default: break
    }
    return scanWord(mode)
  }

  private func commandSymbol(_ byte: UInt8, _ mode: Mode) -> Token.Symbol? {
    switch byte {
    case UInt8(ascii: "("): .openParenthesis
    case UInt8(ascii: ")"): .closeParenthesis
    case UInt8(ascii: "["): .openBracket
    case UInt8(ascii: "]"): .closeBracket
    case .openBrace: .openBrace
    case .closeBrace: .closeBrace
    case UInt8(ascii: "|"): .pipe
    case UInt8(ascii: ">"): .greater
    case UInt8(ascii: ",") where mode == .element || mode == .key: .comma
    case UInt8(ascii: ":") where mode == .key: .colon
    default: nil
    }
  }

  /// `--name` or `--`; `nil` for other words that begin with two dashes, such as a rule of dashes.
  private mutating func scanFlag() -> Token.Kind? {
    var end = position + 2
    while end < limit, bytes[end].continuesFlagName { end += 1 }
    let name = source.text(of: Span(position + 2, end))
    if name.isEmpty, end == limit || endsWord(at: end, .command) {
      position = end
      return .dashes
    }
    guard bytes[position + 2].isLetter || bytes[position + 2].isDigit else { return nil }
    position = end
    return .flag(name)
  }

  /// `@path`, `@'path with blanks'`.
  mutating func scanFile(_ mode: Mode) -> Token.Kind {
    position += 1
    if byte() == .doubleQuote || byte() == .singleQuote { return .file(scanString()) }
    let start = position
    if byte() == .dollar, byte(1).beginsName { return .dynamicFile }
    skipWord(mode)
    return .file(position == start ? nil : StringLiteral(bare: source.text(of: Span(start, position))))
  }

  private mutating func scanWord(_ mode: Mode) -> Token.Kind {
    let start = position
    skipWord(mode)
    let span = Span(start, position)
    return NumberLiteral.kind(of: bytes[start..<position], allowsSign: true) ?? .word(source.text(of: span))
  }

  private mutating func skipWord(_ mode: Mode) {
    while position < limit, !endsWord(at: position, mode) { position += 1 }
  }

  private func endsWord(at offset: Int, _ mode: Mode) -> Bool {
    switch bytes[offset] {
    case .space, .tab, .lineFeed, .carriageReturn, .doubleQuote, .singleQuote, .dollar: true
    case UInt8(ascii: ";"), UInt8(ascii: "<"), UInt8(ascii: "`"), .backslash: true
    case let byte where byte >= 0x80: isSuspect(at: offset)
    case let byte: byte.isStrayControl || commandSymbol(byte, mode) != nil
    }
  }

  /// Characters kept out of bare words: `\` most of all, because `my\ file` would look like one word and be two.
  private mutating func scanReserved(_ byte: UInt8) -> Token.Kind {
    position += 1
    let character = Character(Unicode.Scalar(byte))
    report(
      .unexpectedCharacter, "'\(character)' has no meaning here", at: Span(position - 1, position),
      notes: [.init("put text that contains it between quotes")])
    return .invalid
  }
}
