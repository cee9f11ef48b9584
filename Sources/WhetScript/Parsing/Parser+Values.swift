extension Parser {
  /// The value a token begins; `nil` after a report.
  ///
  /// - Parameter mode: the mode the token was read in; elements of lists may go over several lines.
  mutating func parseValue(_ token: Token, _ mode: Lexer.Mode, depth: Int = 0) -> Value? {
    let spelling = lexer.source.text(of: token.span)
    switch token.kind {
    case .word(let text): return parseWord(text, at: token.span, mode)
    case .integer(let number): return Value(.integer(number, spelling: spelling), at: token.span)
    case .number(let number): return Value(.number(number, spelling: spelling), at: token.span)
    case .duration(let duration): return Value(.duration(duration, spelling: spelling), at: token.span)
    case .string(let literal): return parseString(literal, at: token.span).map { Value(.string($0), at: token.span) }
    case .file(let path): return parseFile(path, at: token.span)
    case .symbol(.openBracket): return parseList(token, depth: depth + 1)
    case .symbol(.openBrace): return parseRecord(token, depth: depth + 1)
    case .symbol(.openParenthesis):
      reportUnavailable("the value of a command or expression in parentheses", at: token.span)
      skipGroup()
    case .variable: reportUnavailable("variables", at: token.span)
    case .invalid: break
    default:
      report(.expectedValue, "a value was expected, not \(VisibleText.quoted(spelling, limit: 30))", at: token.span)
    }
    return nil
  }

  private mutating func parseWord(_ text: String, at span: Span, _ mode: Lexer.Mode) -> Value? {
    if mode == .command, text == "&&" || text == "&" {
      report(
        .unexpectedCharacter, "'\(text)' has no meaning here", at: span,
        notes: [.init("a command that fails stops the script; separate commands with ';' or a new line")])
      return nil
    }
    return Value(.word(text), at: span)
  }

  private mutating func parseString(_ literal: StringLiteral, at span: Span) -> StringLiteral? {
    if let interpolation = literal.firstInterpolation {
      reportUnavailable("'${...}' in a string", at: interpolation)
      return nil
    }
    return literal
  }

  private mutating func parseFile(_ path: StringLiteral?, at span: Span) -> Value? {
    guard let path, !path.text.isEmpty || !path.isComplete else {
      report(
        .expectedValue, "no path after '@'", at: span,
        notes: [.init("'@path' is the content of a file; put other text that begins with '@' between quotes")])
      return nil
    }
    return parseString(path, at: span).map { Value(.file(path: $0), at: span) }
  }

  private mutating func parseList(_ open: Token, depth: Int) -> Value? {
    guard checkDepth(depth, at: open.span) else { return nil }
    var elements: [Value] = []
    while true {
      let token = lexer.next(.element)
      if token.kind == .symbol(.closeBracket) { return Value(.list(elements), at: open.span.joined(with: token.span)) }
      guard checkOpen(token, since: open), let value = parseValue(token, .element, depth: depth) else { return nil }
      elements.append(value)
      guard let separator = parseSeparator(.closeBracket, of: open) else { return nil }
      if separator.kind == .symbol(.closeBracket) {
        return Value(.list(elements), at: open.span.joined(with: separator.span))
      }
    }
  }

  private mutating func parseRecord(_ open: Token, depth: Int) -> Value? {
    guard checkDepth(depth, at: open.span) else { return nil }
    var entries: [Value.Entry] = []
    var names: Set<String> = []
    while true {
      let token = lexer.next(.key)
      if token.kind == .symbol(.closeBrace) { return Value(.record(entries), at: open.span.joined(with: token.span)) }
      guard checkOpen(token, since: open), let key = parseKey(token) else { return nil }
      if !names.insert(key.text).inserted {
        report(.duplicateKey, "the record has '\(VisibleText.quoted(key.text))' twice", at: token.span)
      }
      let first = lexer.next(.element)
      guard checkOpen(first, since: open), let value = parseValue(first, .element, depth: depth) else { return nil }
      entries.append(Value.Entry(key: key, keySpan: token.span, value: value))
      guard let separator = parseSeparator(.closeBrace, of: open) else { return nil }
      if separator.kind == .symbol(.closeBrace) {
        return Value(.record(entries), at: open.span.joined(with: separator.span))
      }
    }
  }

  /// A record's key and the colon after it.
  private mutating func parseKey(_ token: Token) -> StringLiteral? {
    let key: StringLiteral? =
      switch token.kind {
      case .word, .integer, .number, .duration: StringLiteral(bare: lexer.source.text(of: token.span))
      case .string(let literal): parseString(literal, at: token.span)
      default: nil
      }
    guard let key else {
      if token.kind != .invalid { report(.expectedKey, "a record needs a name here", at: token.span) }
      return nil
    }
    let colon = lexer.next(.key)
    guard colon.kind == .symbol(.colon) else {
      if colon.kind == .endOfFile { lexer.isIncomplete = true }
      report(.expectedSeparator, "a record needs ':' after a name", at: colon.span)
      return nil
    }
    return key
  }

  private mutating func parseSeparator(_ close: Token.Symbol, of open: Token) -> Token? {
    let token = lexer.next(.element)
    guard checkOpen(token, since: open) else { return nil }
    if token.kind == .symbol(.comma) || token.kind == .symbol(close) { return token }
    if token.kind != .invalid {
      let opened = Diagnostic.Note("opened here", at: open.span)
      report(.expectedSeparator, "',' or '\(close.rawValue)' was expected", at: token.span, notes: [opened])
    }
    return nil
  }

  /// Reports the end of the text inside a list or record.
  private mutating func checkOpen(_ token: Token, since open: Token) -> Bool {
    guard token.kind == .endOfFile else { return true }
    lexer.isIncomplete = true
    let close = open.kind == .symbol(.openBrace) ? "}" : "]"
    report(.unclosed, "no '\(close)' closes this", at: open.span)
    return false
  }

  private mutating func checkDepth(_ depth: Int, at span: Span) -> Bool {
    guard depth > Self.depthLimit else { return true }
    report(.tooDeep, "lists and records nest at most \(Self.depthLimit) deep", at: span)
    return false
  }
}
