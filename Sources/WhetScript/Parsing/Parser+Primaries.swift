extension Parser {
  /// The operand a token begins; `.invalid` after a report.
  mutating func parsePrimary(_ token: Token) -> Expression {
    let spelling = lexer.source.text(of: token.span)
    switch token.kind {
    case .integer(let number): return Expression(.integer(number, spelling: spelling), at: token.span)
    case .number(let number): return Expression(.number(number, spelling: spelling), at: token.span)
    case .duration(let duration): return Expression(.duration(duration, spelling: spelling), at: token.span)
    case .string(let literal): return Expression(.string(fill(literal)), at: token.span)
    case .file(let path): return parseFileExpression(path, at: token.span)
    case .dynamicFile:
      let path = parseDynamicPath(token)
      return path.map { Expression(.file(path: $0.path), at: $0.span) } ?? Expression(.invalid, at: token.span)
    case .variable(let name):
      return Expression(.variable(VariableName(name: name, isBare: false)), at: token.span)
    case .word(let word): return parseWordExpression(word, at: token.span)
    case .symbol(.openBracket): return parseListExpression(token)
    case .symbol(.openBrace): return parseRecordExpression(token)
    case .symbol(.openParenthesis): return parseGroup(token)
    case .invalid: return Expression(.invalid, at: token.span)
    default: return missingValue(token, spelling)
    }
  }

  private mutating func missingValue(_ token: Token, _ spelling: String) -> Expression {
    let isEnd = token.kind == .endOfFile || token.kind == .newline
    if token.kind == .endOfFile, lexer.groupDepth > 0, !lexer.isInterpolation { lexer.isIncomplete = true }
    report(
      .expectedValue,
      isEnd ? "a value was expected here" : "a value was expected, not \(VisibleText.quoted(spelling, limit: 30))",
      at: token.span)
    lexer.position = token.span.start
    return Expression(.invalid, at: token.span)
  }

  private mutating func parseWordExpression(_ word: String, at span: Span) -> Expression {
    switch word {
    case "true": return Expression(.bool(true), at: span)
    case "false": return Expression(.bool(false), at: span)
    case "null": return Expression(.null, at: span)
    default: break
    }
    if lexer.byte() == UInt8(ascii: "("), Keyword(rawValue: word) == nil { return parseCall(word, at: span) }
    if lexer.isInterpolation, isFirstInInterpolation(span), Keyword(rawValue: word) == nil {
      return Expression(.variable(VariableName(name: word, isBare: true)), at: span)
    }
    report(
      .bareWord, "the bare word '\(VisibleText.quoted(word, limit: 30))' is no value here", at: span,
      notes: [.init("text stands between quotes, a variable begins with '$', a command stands in parentheses")])
    return Expression(.invalid, at: span)
  }

  /// Whether only blanks stand between `${` and the span.
  func isFirstInInterpolation(_ span: Span) -> Bool {
    var offset = span.start
    while offset > 0, lexer.bytes[offset - 1].isBlank { offset -= 1 }
    return offset > 1 && lexer.bytes[offset - 1] == .openBrace && lexer.bytes[offset - 2] == .dollar
  }

  private mutating func parseFileExpression(_ path: StringLiteral?, at span: Span) -> Expression {
    guard let value = parseFile(path, at: span), case .file(let path) = value.kind else {
      return Expression(.invalid, at: span)
    }
    return Expression(.file(path: path), at: span)
  }

  /// `(source)`.
  mutating func parseGroup(_ open: Token) -> Expression {
    guard enter(at: open.span) else { return Expression(.invalid, at: open.span) }
    defer { leave() }
    lexer.groupDepth += 1
    defer { lexer.groupDepth -= 1 }
    let wasSound = isSound
    let source = parseSource()
    if case .expression(let expression) = source, expression.kind == .invalid { return expression }
    if wasSound, !isSound { return Expression(.invalid, at: open.span) }
    let close = lexer.next(.expression)
    guard checkOpen(close, since: open), expect(.closeParenthesis, close, "')'", since: open) else {
      if close.kind != .invalid { lexer.position = close.span.start }
      return Expression(.invalid, at: open.span)
    }
    return Expression(.group(source), at: open.span.joined(with: close.span))
  }

  private mutating func parseListExpression(_ open: Token) -> Expression {
    var elements: [Expression] = []
    let close = parseElements(.closeBracket, "']'", of: open, .list) { parser in
      let element = parser.parseExpression()
      elements.append(element)
      return element.kind != .invalid
    }
    guard let close else { return Expression(.invalid, at: open.span) }
    return Expression(.list(elements), at: open.span.joined(with: close.span))
  }

  private mutating func parseRecordExpression(_ open: Token) -> Expression {
    var entries: [RecordEntry<Expression>] = []
    var names: Set<String> = []
    let close = parseElements(.closeBrace, "'}'", of: open, .record) { parser in
      let token = parser.lexer.next(.key)
      guard parser.checkOpen(token, since: open), let key = parser.parseKey(token) else { return false }
      parser.checkKey(key, at: token.span, among: &names)
      let value = parser.parseExpression()
      entries.append(.init(key: key, keySpan: token.span, value: value))
      return value.kind != .invalid
    }
    guard let close else { return Expression(.invalid, at: open.span) }
    return Expression(.record(entries), at: open.span.joined(with: close.span))
  }

  private mutating func parseCall(_ name: String, at span: Span) -> Expression {
    let open = lexer.next(.expression)
    var call = Expression.Call(name: name, nameSpan: span, arguments: [], span: span)
    let close = parseElements(.closeParenthesis, "')'", of: open, .call(call)) { parser in
      let argument = parser.parseArgument(of: call)
      call.arguments.append(argument)
      return argument.value.kind != .invalid
    }
    guard let close else { return Expression(.invalid, at: span) }
    call.span = span.joined(with: close.span)
    return Expression(.call(call), at: call.span)
  }

  /// `[name =] expression`.
  private mutating func parseArgument(of call: Expression.Call) -> Expression.Call.Argument {
    let first = lexer.next(.expression, muted: true)
    if case .word(let name) = first.kind {
      if isBeingTyped(first) { note(.argument(of: call, first.span)) }
      let afterName = lexer.checkpoint
      if lexer.next(.expression, muted: true).kind == .symbol(.assign) {
        return .init(name: name, nameSpan: first.span, value: parseExpression())
      }
      lexer.rewind(to: afterName)
    }
    lexer.position = first.span.start
    return .init(name: nil, nameSpan: Span(first.span.start, first.span.start), value: parseExpression())
  }

  /// What stands between brackets, separated by commas; the closing bracket, `nil` after a report.
  private mutating func parseElements(
    _ close: Token.Symbol, _ message: String, of open: Token, _ opened: @autoclosure () -> Opened,
    element: (inout Parser) -> Bool
  ) -> Token? {
    guard enter(at: open.span) else { return nil }
    defer { leave() }
    lexer.groupDepth += 1
    defer { lexer.groupDepth -= 1 }
    while true {
      let token = lexer.next(.expression, muted: true)
      if token.kind == .symbol(close) { return token }
      noteElement(token, in: opened())
      guard checkOpen(token, since: open) else { return nil }
      lexer.position = token.span.start
      guard element(&self) else { return nil }
      let separator = lexer.next(.expression)
      if separator.kind == .symbol(close) { return separator }
      guard checkOpen(separator, since: open) else { return nil }
      guard expect(.comma, separator, "',' or \(message)", since: open) else { return nil }
    }
  }

  /// A string with its interpolations read.
  mutating func fill(_ literal: StringLiteral) -> StringLiteral {
    guard literal.hasInterpolation else { return literal }
    var literal = literal
    for index in literal.segments.indices {
      guard case .interpolation(var interpolation) = literal.segments[index] else { continue }
      interpolation.expression = parseInterpolation(interpolation.span)
      literal.segments[index] = .interpolation(interpolation)
    }
    return literal
  }

  /// The expression between `${` and `}`, read where it stands.
  private mutating func parseInterpolation(_ span: Span) -> Expression {
    guard span.count > 2, lexer.bytes[span.end - 1] == .closeBrace else {
      report(.unclosed, "no '}' closes this '${' on its line", at: Span(span.start, min(span.start + 2, span.end)))
      noteInterpolation(span)
      return Expression(.invalid, at: span)
    }
    guard enter(at: span) else { return Expression(.invalid, at: span) }
    defer { leave() }
    let outer = (lexer.position, lexer.limit, lexer.groupDepth, lexer.isInterpolation, lexer.isIncomplete)
    (lexer.position, lexer.limit) = (span.start + 2, span.end - 1)
    (lexer.groupDepth, lexer.isInterpolation) = (1, true)
    defer {
      (lexer.position, lexer.limit, lexer.groupDepth, lexer.isInterpolation, lexer.isIncomplete) = outer
    }
    let expression = parseExpression()
    let next = lexer.next(.expression)
    if expression.kind != .invalid, next.kind != .endOfFile, next.kind != .invalid {
      let text = VisibleText.quoted(lexer.source.text(of: next.span), limit: 30)
      report(.expectedEnd, "the expression ends before \(text)", at: next.span)
    }
    return expression
  }
}
