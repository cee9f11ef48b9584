extension Parser {
  /// The value a token begins; `nil` after a report.
  ///
  /// - Parameter mode: the mode the token was read in; elements of lists may go over several lines.
  mutating func parseValue(_ token: Token, _ mode: Lexer.Mode) -> Value? {
    let spelling = lexer.source.text(of: token.span)
    noteVariableOrFile(token)
    switch token.kind {
    case .word(let text): return parseWord(text, at: token.span, mode)
    case .integer(let number): return Value(.integer(number, spelling: spelling), at: token.span)
    case .number(let number): return Value(.number(number, spelling: spelling), at: token.span)
    case .duration(let duration): return Value(.duration(duration, spelling: spelling), at: token.span)
    case .string(let literal): return Value(.string(fill(literal)), at: token.span)
    case .file(let path): return parseFile(path, at: token.span)
    case .dynamicFile: return parseDynamicPath(token).map { Value(.file(path: $0.path), at: $0.span) }
    case .variable, .symbol(.openParenthesis): return parseDynamic(token)
    case .symbol(.openBracket): return parseList(token)
    case .symbol(.openBrace): return parseRecord(token)
    case .invalid: break
    default:
      if token.kind == .endOfFile, lexer.groupDepth > 0, !lexer.isInterpolation { lexer.isIncomplete = true }
      report(.expectedValue, "a value was expected, not \(VisibleText.quoted(spelling, limit: 30))", at: token.span)
    }
    return nil
  }

  /// `$name.field[index]` or `(source).field[index]`; `nil` after a report.
  private mutating func parseDynamic(_ token: Token) -> Value? {
    let operand = parsePostfix(token)
    guard operand.kind != .invalid else { return nil }
    return Value(.expression(operand), at: operand.span)
  }

  /// The `$name.field` after an `@`.
  mutating func parseDynamicPath(_ at: Token) -> (path: StringLiteral, span: Span)? {
    let operand = parseOperand()
    guard operand.kind != .invalid else { return nil }
    let path = StringLiteral(
      style: .bare, segments: [.interpolation(.init(span: operand.span, expression: operand))])
    return (path, at.span.joined(with: operand.span))
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

  mutating func parseFile(_ path: StringLiteral?, at span: Span) -> Value? {
    guard let path, path.hasInterpolation || !path.text.isEmpty || !path.isComplete else {
      report(
        .expectedValue, "no path after '@'", at: span,
        notes: [.init("'@path' is the content of a file; put other text that begins with '@' between quotes")])
      return nil
    }
    return Value(.file(path: fill(path)), at: span)
  }

  private mutating func parseList(_ open: Token) -> Value? {
    guard enter(at: open.span) else { return nil }
    defer { leave() }
    var elements: [Value] = []
    while true {
      let token = lexer.next(.element)
      if token.kind == .symbol(.closeBracket) { return Value(.list(elements), at: open.span.joined(with: token.span)) }
      guard checkOpen(token, since: open), let value = parseValue(token, .element) else { return nil }
      elements.append(value)
      guard let separator = parseSeparator(.closeBracket, of: open) else { return nil }
      if separator.kind == .symbol(.closeBracket) {
        return Value(.list(elements), at: open.span.joined(with: separator.span))
      }
    }
  }

  private mutating func parseRecord(_ open: Token) -> Value? {
    guard enter(at: open.span) else { return nil }
    defer { leave() }
    var entries: [RecordEntry<Value>] = []
    var names: Set<String> = []
    while true {
      let token = lexer.next(.key)
      if token.kind == .symbol(.closeBrace) { return Value(.record(entries), at: open.span.joined(with: token.span)) }
      guard checkOpen(token, since: open), let key = parseKey(token) else { return nil }
      checkKey(key, at: token.span, among: &names)
      let first = lexer.next(.element)
      guard checkOpen(first, since: open), let value = parseValue(first, .element) else { return nil }
      entries.append(RecordEntry<Value>(key: key, keySpan: token.span, value: value))
      guard let separator = parseSeparator(.closeBrace, of: open) else { return nil }
      if separator.kind == .symbol(.closeBrace) {
        return Value(.record(entries), at: open.span.joined(with: separator.span))
      }
    }
  }

  mutating func checkKey(_ key: StringLiteral, at span: Span, among names: inout Set<String>) {
    guard !names.insert(key.text).inserted else { return }
    report(.duplicateKey, "the record has '\(VisibleText.quoted(key.text))' twice", at: span)
  }

  /// A record's key and the colon after it.
  mutating func parseKey(_ token: Token) -> StringLiteral? {
    let key: StringLiteral? =
      switch token.kind {
      case .word, .integer, .number, .duration: StringLiteral(bare: lexer.source.text(of: token.span))
      case .string(let literal) where !literal.hasInterpolation: literal
      default: nil
      }
    guard let key else {
      if token.kind != .invalid {
        report(
          .expectedKey, "a record needs a name here, a word or a text with nothing to fill in", at: token.span)
      }
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

  /// Reports the end of the text inside brackets.
  mutating func checkOpen(_ token: Token, since open: Token) -> Bool {
    guard token.kind == .endOfFile else { return true }
    if !lexer.isInterpolation { lexer.isIncomplete = true }
    let close =
      switch open.kind {
      case .symbol(.openBrace): "}"
      case .symbol(.openParenthesis): ")"
      default: "]"
      }
    report(.unclosed, "no '\(close)' closes this", at: open.span)
    return false
  }
}
