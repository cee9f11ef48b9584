extension Lexer {
  /// The lines of a string with escapes resolved, joined by line feeds; interpolations stay spans for the parser.
  mutating func decode(_ lines: [Span]) -> [StringLiteral.Segment] {
    var segments: [StringLiteral.Segment] = []
    var text: [UInt8] = []
    for (number, line) in lines.enumerated() {
      if number > 0 { text.append(.lineFeed) }
      var index = line.start
      while index < line.end {
        if bytes[index] == .backslash {
          index = decodeEscape(at: index, end: line.end, into: &text)
        } else if bytes[index] == .dollar, index + 1 < line.end, bytes[index + 1] == .openBrace {
          let end = min(interpolationEnd(from: index) ?? line.end, line.end)
          if !text.isEmpty { segments.append(.text(String(decoding: text, as: UTF8.self))) }
          text = []
          segments.append(.interpolation(.init(span: Span(index, end))))
          index = end
        } else {
          text.append(bytes[index])
          index += 1
        }
      }
    }
    if !text.isEmpty || segments.isEmpty { segments.append(.text(String(decoding: text, as: UTF8.self))) }
    return segments
  }

  /// Appends what an escape stands for and returns the place after it; an unknown one is reported and kept.
  private mutating func decodeEscape(at start: Int, end: Int, into text: inout [UInt8]) -> Int {
    guard start + 1 < end else {
      text.append(.backslash)
      return start + 1
    }
    if let plain = Self.escapes[bytes[start + 1]] {
      text.append(plain)
      return start + 2
    }
    if bytes[start + 1] == UInt8(ascii: "u") { return decodeScalar(at: start, end: end, into: &text) }
    let span = Span(start, scalarSpan(at: start + 1).end)
    reportEscape(span)
    text += bytes[span.start..<span.end]
    return span.end
  }

  /// `\u{1F600}`: one to eight hexadecimal digits that name a Unicode scalar.
  private mutating func decodeScalar(at start: Int, end: Int, into text: inout [UInt8]) -> Int {
    let limit = min(end, start + 12)
    let close = bytes[start..<limit].firstIndex(of: .closeBrace) ?? start
    let digits = close > start + 3 ? String(decoding: bytes[start + 3..<close], as: UTF8.self) : ""
    let isHex = !digits.isEmpty && digits.utf8.allSatisfy { $0.isDigit || (0x61...0x66).contains($0 | 0x20) }
    guard start + 2 < end, bytes[start + 2] == .openBrace, isHex,
      let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value)
    else {
      reportEscape(Span(start, start + 2))
      text += bytes[start..<start + 2]
      return start + 2
    }
    text += Array(String(scalar).utf8)
    return close + 1
  }

  private mutating func reportEscape(_ span: Span) {
    report(
      .unknownEscape, "'\(VisibleText.quoted(source.text(of: span)))' is not an escape", at: span,
      notes: [.init(#"the escapes are \n \t \r \" \' \\ \$ and \u{..}; a string between ' has none"#)])
  }

  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "n"): .lineFeed, UInt8(ascii: "t"): .tab, UInt8(ascii: "r"): .carriageReturn,
    .doubleQuote: .doubleQuote, .singleQuote: .singleQuote, .backslash: .backslash, .dollar: .dollar,
  ]
}
