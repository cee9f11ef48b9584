extension Parser {
  /// An expression, by precedence climbing; `.invalid` after a report.
  ///
  /// - Parameter minimum: operators that bind weaker end the expression.
  mutating func parseExpression(minimum: Int = 0) -> Expression {
    let outerHeight = height
    height = 0
    defer { height = max(outerHeight, height) }
    var left = parsePrefixed(minimum: minimum)
    var length = 0
    var comparison: Span?
    while left.kind != .invalid {
      let token = lexer.next(.expression, muted: true)
      noteWords(Keyword.operators + followers, token)
      guard let binary = Self.binaryOperator(token), binary.precedence >= minimum else {
        lexer.position = token.span.start
        return left
      }
      length += 1
      guard length <= Self.chainLimit else {
        report(.tooDeep, "an expression joins at most \(Self.chainLimit) operators", at: token.span)
        return Expression(.invalid, at: left.span)
      }
      if binary.isComparison, let first = comparison {
        reportChain(token.span, first)
        return Expression(.invalid, at: left.span)
      }
      comparison = binary.isComparison ? token.span : comparison
      let right = parseExpression(minimum: binary.precedence + 1)
      if right.kind == .invalid { return right }
      left = Expression(.binary(binary, left, right, at: token.span), at: left.span.joined(with: right.span))
      guard grow(at: token.span) else { return Expression(.invalid, at: left.span) }
    }
    return left
  }

  /// Counts one more level of the expression being read; `false` after a report.
  private mutating func grow(at span: Span) -> Bool {
    height += 1
    guard height > Self.heightLimit else { return true }
    report(.tooDeep, "an expression is at most \(Self.heightLimit) operations deep", at: span)
    return false
  }

  private mutating func reportChain(_ span: Span, _ first: Span) {
    report(
      .comparisonChain, "comparisons do not chain", at: span,
      notes: [.init("join two of them with 'and'"), .init("the first one is here", at: first)])
  }

  /// `not operand`, `-operand` or an operand.
  private mutating func parsePrefixed(minimum: Int) -> Expression {
    let token = lexer.next(.expression, muted: true)
    let prefix: PrefixOperator? =
      switch token.kind {
      case .word("not"): .not
      case .symbol(.minus): .minus
      default: nil
      }
    noteOperand(token)
    lexer.position = token.span.start
    guard let prefix else { return parseOperand() }
    guard prefix.precedence >= minimum else {
      report(
        .expectedValue, "'not' needs parentheses here", at: token.span,
        notes: [.init("it binds weaker than the operator before it")])
      return Expression(.invalid, at: token.span)
    }
    guard enter(at: token.span) else { return Expression(.invalid, at: token.span) }
    defer { leave() }
    lexer.position = token.span.end
    if prefix == .minus, let least = takeLeastInteger(after: token.span) { return least }
    let operand = parseExpression(minimum: prefix.precedence)
    if operand.kind == .invalid { return operand }
    let span = token.span.joined(with: operand.span)
    if prefix == .minus, let negative = Self.negated(operand, token.span, lexer.source) {
      return Expression(negative, at: span)
    }
    return Expression(.prefix(prefix, operand), at: span)
  }

  /// The one integer that does not fit 64 bits without the sign before it.
  private mutating func takeLeastInteger(after sign: Span) -> Expression? {
    let digits = lexer.next(.expression, muted: true)
    let spelling = lexer.source.text(of: sign.joined(with: digits.span))
    lexer.position = sign.end
    guard digits.kind == .invalid, spelling == String(Int64.min) else { return nil }
    lexer.position = digits.span.end
    return Expression(.integer(.min, spelling: spelling), at: sign.joined(with: digits.span))
  }

  /// A number right after its minus sign is one literal.
  private static func negated(_ operand: Expression, _ sign: Span, _ source: SourceText) -> Expression.Kind? {
    guard operand.span.start == sign.end else { return nil }
    switch operand.kind {
    case .integer(let number, let spelling) where number >= 0: return .integer(-number, spelling: "-" + spelling)
    case .number(let number, let spelling) where !spelling.hasPrefix("-"):
      return .number(-number, spelling: "-" + spelling)
    default: return nil
    }
  }

  private static func binaryOperator(_ token: Token) -> BinaryOperator? {
    switch token.kind {
    case .word(let word): BinaryOperator(rawValue: word)
    case .symbol(let symbol): BinaryOperator(rawValue: symbol.rawValue)
    default: nil
    }
  }

  /// A primary with the fields and indices after it.
  mutating func parseOperand() -> Expression {
    parsePostfix(lexer.next(.expression))
  }

  /// The primary a token begins, with `.name` and `[index]` right after it.
  mutating func parsePostfix(_ token: Token) -> Expression {
    let outerHeight = height
    height = 0
    defer { height = max(outerHeight, height) }
    noteVariableOrFile(token)
    var result = parsePrimary(token)
    var length = 0
    while result.kind != .invalid {
      if lexer.byte() == UInt8(ascii: "."), lexer.byte(1).beginsName {
        result = parseField(of: result)
      } else if lexer.byte() == UInt8(ascii: "[") {
        result = parseIndex(of: result)
      } else {
        noteField(of: result)
        break
      }
      length += 1
      guard length <= Self.chainLimit else {
        report(.tooDeep, "at most \(Self.chainLimit) fields and indices follow each other", at: result.span)
        return Expression(.invalid, at: result.span)
      }
      guard result.kind == .invalid || grow(at: result.span) else { return Expression(.invalid, at: result.span) }
    }
    return result
  }

  private mutating func parseField(of operand: Expression) -> Expression {
    lexer.position += 1
    let start = lexer.position
    while lexer.byte().continuesName { lexer.position += 1 }
    let span = Span(start, lexer.position)
    if span.end == lexer.bytes.count { note(.field(of: operand, span)) }
    return Expression(
      .field(operand, name: lexer.source.text(of: span), at: span), at: operand.span.joined(with: span))
  }

  private mutating func parseIndex(of operand: Expression) -> Expression {
    let open = lexer.next(.expression)
    guard enter(at: open.span) else { return Expression(.invalid, at: open.span) }
    defer { leave() }
    lexer.groupDepth += 1
    defer { lexer.groupDepth -= 1 }
    let index = parseExpression()
    let close = lexer.next(.expression)
    guard index.kind != .invalid, checkOpen(close, since: open), expect(.closeBracket, close, "']'", since: open) else {
      return Expression(.invalid, at: open.span)
    }
    return Expression(.element(operand, index: index), at: operand.span.joined(with: close.span))
  }

  /// Whether a token is the bracket that closes another; reports it otherwise.
  mutating func expect(_ symbol: Token.Symbol, _ token: Token, _ message: String, since open: Token) -> Bool {
    if token.kind == .symbol(symbol) { return true }
    if token.kind != .invalid {
      report(
        .expectedSeparator, "\(message) was expected", at: token.span, notes: [.init("opened here", at: open.span)])
    }
    return false
  }

  /// What follows `=` and stands between parentheses: a command where a bare word begins it, else an expression.
  mutating func parseSource() -> Source {
    let peeked = lexer.next(.expression, muted: true)
    if isAtNewWord(peeked) { note(.source(peeked.span)) }
    lexer.position = peeked.span.start
    guard case .word(let word) = peeked.kind, !Self.beginsExpression(word),
      lexer.bytes[peeked.span.end..<lexer.limit].first != UInt8(ascii: "(")
    else { return .expression(parseExpression()) }
    let first = lexer.next(.command)
    guard case .word(let path) = first.kind else { return .expression(parsePrimaryReported(first)) }
    return .command(parseCommand(path, at: first.span, givesValue: true))
  }

  private mutating func parsePrimaryReported(_ token: Token) -> Expression {
    lexer.position = token.span.start
    return parseExpression()
  }

  private static func beginsExpression(_ word: String) -> Bool {
    switch Keyword(rawValue: word) {
    case .true, .false, .null, .not: true
    default: false
    }
  }
}
