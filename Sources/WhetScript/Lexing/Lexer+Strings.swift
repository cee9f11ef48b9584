extension Lexer {
  /// A string of any of the three kinds; an unterminated one ends with its line (a block: with the text).
  mutating func scanString() -> StringLiteral {
    if byte() == .singleQuote { return scanRaw() }
    return byte(1) == .doubleQuote && byte(2) == .doubleQuote ? scanBlock() : scanQuoted()
  }

  private mutating func scanRaw() -> StringLiteral {
    let start = position
    position += 1
    while position < limit, bytes[position] != .singleQuote, !bytes[position].isLineEnd { position += 1 }
    let content = Span(start + 1, position)
    checkText(content)
    let isComplete = byte() == .singleQuote
    if isComplete { position += 1 } else { reportUnterminated(Span(start, position), "'") }
    return StringLiteral(style: .raw, segments: [.text(source.text(of: content))], isComplete: isComplete)
  }

  private mutating func scanQuoted() -> StringLiteral {
    let start = position
    position += 1
    while position < limit, bytes[position] != .doubleQuote, !bytes[position].isLineEnd { skipStringPart() }
    let content = Span(start + 1, position)
    checkText(content)
    let isComplete = byte() == .doubleQuote
    if isComplete { position += 1 } else { reportUnterminated(Span(start, position), "\"") }
    return StringLiteral(style: .quoted, segments: decode([content]), isComplete: isComplete)
  }

  private mutating func scanBlock() -> StringLiteral {
    let start = position
    position += 3
    while position < limit, !isAtBlockEnd { skipStringPart() }
    let content = Span(start + 3, position)
    checkText(content)
    let isComplete = position < limit
    if isComplete {
      position += 3
    } else {
      isIncomplete = true
      reportUnterminated(Span(start, start + 3), "\"\"\"")
    }
    return StringLiteral(
      style: .block, segments: decode(BlockIndentation.lines(of: content, in: bytes)), isComplete: isComplete)
  }

  private var isAtBlockEnd: Bool {
    byte() == .doubleQuote && byte(1) == .doubleQuote && byte(2) == .doubleQuote
  }

  /// Passes one byte, one escape or one whole interpolation.
  private mutating func skipStringPart() {
    if byte() == .backslash, position + 1 < limit, !byte(1).isLineEnd {
      position += 2
    } else if byte() == .dollar, byte(1) == .openBrace {
      position = interpolationEnd(from: position) ?? position + 2
    } else {
      position += 1
    }
  }

  private mutating func reportUnterminated(_ span: Span, _ quote: String) {
    let line = quote.count == 1 ? " on its line" : ""
    report(.unterminatedString, "the string has no closing \(quote)\(line)", at: span)
  }

  /// Reports the first control or direction-changing character of a string or comment.
  mutating func checkText(_ span: Span, in part: String = "a string") {
    let isPlain = bytes[span.start..<span.end].allSatisfy { $0 < 0x80 && !$0.isStrayControl }
    guard !isPlain else { return }
    var offset = span.start
    for scalar in source.text(of: span).unicodeScalars {
      let length = UTF8.width(scalar)
      if SuspectScalar.isRefusedInText(scalar) {
        let name = SuspectScalar.name(of: scalar)
        let escape = "in a string between double quotes it is written \\u{\(String(scalar.value, radix: 16))}"
        report(
          .controlCharacter, "the character \(name) may not stand in \(part)", at: Span(offset, offset + length),
          notes: [.init(escape)])
        return
      }
      offset += length
    }
  }

  /// The place after the `}` that closes a `${`; `nil` if it is not on the same line.
  ///
  /// Braces and strings nest; the stack is a list, so depth costs memory of the text's order and no call stack. After
  /// one that is not closed no other is looked for on its line, so that time stays linear.
  mutating func interpolationEnd(from start: Int) -> Int? {
    enum Context { case code, string }
    guard start < unclosedInterpolation.start || start >= unclosedInterpolation.end else { return nil }
    var stack: [Context] = [.code]
    var index = start + 2
    while index < limit, !bytes[index].isLineEnd {
      switch (bytes[index], stack[stack.count - 1]) {
      case (.backslash, .string): index += 1
      case (.doubleQuote, .string): stack.removeLast()
      case (.doubleQuote, .code): stack.append(.string)
      case (.openBrace, .code): stack.append(.code)
      case (.dollar, .string) where index + 1 < limit && bytes[index + 1] == .openBrace:
        stack.append(.code)
        index += 1
      case (.singleQuote, .code): index = rawEnd(from: index)
      case (.closeBrace, .code):
        stack.removeLast()
        if stack.isEmpty { return index + 1 }
      default: break
      }
      index += 1
    }
    unclosedInterpolation = Span(start, index)
    return nil
  }

  private func rawEnd(from start: Int) -> Int {
    var index = start + 1
    while index < limit, bytes[index] != .singleQuote, !bytes[index].isLineEnd { index += 1 }
    return index < limit && bytes[index] == .singleQuote ? index : start
  }
}
