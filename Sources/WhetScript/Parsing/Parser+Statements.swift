extension Parser {
  /// The statement a token begins; `nil` after a report.
  mutating func parseStatement(_ first: Token) -> Statement? {
    ending = .other
    knownFaults = lexer.sink.diagnostics.count
    guard case .word(let word) = first.kind else {
      noteVariableOrFile(first)
      if first.kind != .invalid { reportNoStatement(first) }
      recover()
      return nil
    }
    if let keyword = Keyword(rawValue: word), keyword.beginsStatement {
      if first.span.end == lexer.bytes.count {
        // The word being typed may be the beginning of a command's: `for` of `forecast`.
        let item = ParsedCommand.Item.value(Value(.word(word), at: first.span))
        ending = .command(ParsedCommand(items: [item], span: first.span), givesValue: false)
      }
      return parseStatement(keyword, first)
    }
    switch beginning(of: word, at: first.span) {
    case .command: return .command(parseCommand(word, at: first.span))
    case .call: return parseCallStatement(first)
    case .assignment: return parseAssignment(first, isDeclaration: false)
    case .comparison:
      report(
        .expectedStatement, "a comparison is no statement", at: first.span,
        notes: [.init("'expect' checks a condition, 'if' decides by one; '=' gives a variable a value")])
      recover()
      return nil
    }
  }

  private mutating func parseStatement(_ keyword: Keyword, _ first: Token) -> Statement? {
    switch keyword {
    case .let: return parseAssignment(first, isDeclaration: true)
    case .expect: return parseExpectation(first)
    case .include: return parseInclude(first)
    case .return: return parseReturn(first)
    case .break, .continue:
      expectEnd(of: "'\(keyword.rawValue)'")
      return keyword == .break ? .break(at: first.span) : .continue(at: first.span)
    case .echo: return parseEcho(first)
    case .if: return parseConditional(first)
    case .for: return parseLoop(first)
    case .def: return parseDefinition(first)
    case .try: return parseAttempt(first)
    case .retry: return parseRetry(first)
    case .wait: return parseWait(first)
    case .test: return parseTest(first)
    default:
      let before = keyword == .else ? "if" : "try"
      report(
        .expectedStatement, "'\(keyword.rawValue)' without '\(before)'", at: first.span,
        notes: [.init("'\(keyword.rawValue)' stands after the '}' of '\(before)'")])
      recover()
      return nil
    }
  }

  private enum Beginning { case command, call, assignment, comparison }

  /// What a statement is that begins with a word which is no keyword.
  private func beginning(of word: String, at span: Span) -> Beginning {
    let name = word.utf8.prefix(while: \.continuesName)
    guard name.first?.beginsName == true else { return .command }
    var offset = span.start + name.count
    if name.count == word.utf8.count {
      if lexer.byte() == UInt8(ascii: "(") { return .call }
      while offset < lexer.limit, lexer.bytes[offset].isBlank { offset += 1 }
    }
    guard offset < lexer.limit, lexer.bytes[offset] == UInt8(ascii: "=") else { return .command }
    let isComparison = offset + 1 < lexer.limit && lexer.bytes[offset + 1] == UInt8(ascii: "=")
    return isComparison ? .comparison : .assignment
  }

  private mutating func reportNoStatement(_ token: Token) {
    let text = VisibleText.quoted(lexer.source.text(of: token.span), limit: 30)
    switch token.kind {
    case .variable:
      report(
        .expectedStatement, "a statement does not begin with a variable", at: token.span,
        notes: [.init("'echo \(text)' shows it; a variable gets a value without the '$'")])
    case .symbol(.closeBrace):
      report(.expectedStatement, "this '}' closes nothing", at: token.span)
    default: report(.expectedStatement, "a statement begins with a command, not with \(text)", at: token.span)
    }
  }

  /// Makes sure that a statement ends after an expression; of one with a fault the rest is passed.
  private mutating func finish(after expression: Expression, _ what: String) {
    if expression.kind == .invalid { recover() } else { expectEnd(of: what) }
  }

  /// `[let] name = source`.
  private mutating func parseAssignment(_ first: Token, isDeclaration: Bool) -> Statement? {
    if !isDeclaration { lexer.position = first.span.start }
    guard let name = parseName("a variable's name was expected") else {
      recover()
      return nil
    }
    let sign = lexer.next(.expression)
    guard sign.kind == .symbol(.assign) else {
      if sign.kind != .invalid {
        report(.expectedSeparator, "'=' was expected after '\(name.text)'", at: sign.span)
        lexer.position = sign.span.start
      }
      recover()
      return declared(name, isDeclaration, Expression(.invalid, at: name.span), first)
    }
    let source = parseSource()
    if case .expression(let value) = source { finish(after: value, "the value") }
    return declared(name, isDeclaration, source, first)
  }

  private mutating func declared(_ name: Name, _ isDeclaration: Bool, _ value: Expression, _ first: Token) -> Statement
  {
    declared(name, isDeclaration, .expression(value), first)
  }

  private mutating func declared(
    _ name: Name, _ isDeclaration: Bool, _ source: Source, _ first: Token
  ) -> Statement {
    // What is being typed cannot name what it will be called.
    if case .other = ending { declare(name.text, .variable(source)) }
    return .assignment(
      Assignment(
        isDeclaration: isDeclaration, name: name.text, nameSpan: name.span, source: source,
        span: first.span.joined(with: source.span)))
  }

  /// `name(arguments)`.
  private mutating func parseCallStatement(_ first: Token) -> Statement? {
    lexer.position = first.span.start
    let expression = parseExpression()
    finish(after: expression, "the call")
    guard case .call(let call) = expression.kind else {
      if expression.kind != .invalid {
        report(
          .expectedStatement, "an expression is no statement", at: expression.span,
          notes: [.init("'echo (...)' shows its value, 'let name = ...' keeps it")])
      }
      return nil
    }
    return .call(call)
  }

  private mutating func parseExpectation(_ first: Token) -> Statement? {
    let condition = parseExpression()
    var message: Expression?
    if condition.kind != .invalid {
      let next = lexer.next(.expression, muted: true)
      if next.kind == .symbol(.comma) { message = parseExpression() } else { lexer.position = next.span.start }
    }
    finish(after: message ?? condition, "'expect'")
    let span = first.span.joined(with: (message ?? condition).span)
    return .expectation(Expectation(condition: condition, message: message, span: span))
  }

  private mutating func parseInclude(_ first: Token) -> Statement? {
    let token = lexer.next(.expression)
    if case .string(let path) = token.kind, isBeingTyped(token) { note(.include(path, token.span)) }
    if isAfterBlank(token) { note(.include(nil, token.span)) }
    guard case .string(let path) = token.kind, !path.hasInterpolation else {
      if token.kind != .invalid {
        report(
          .expectedValue, "'include' needs a path between quotes", at: token.span,
          notes: [.init("it is read before the script runs, so nothing can be filled in")])
      }
      recover()
      return nil
    }
    expectEnd(of: "'include'")
    return .include(Include(path: path, pathSpan: token.span, span: first.span.joined(with: token.span)))
  }

  private mutating func parseReturn(_ first: Token) -> Statement? {
    let next = lexer.next(.command, muted: true)
    noteOperand(next)
    if endsStatement(next) { return .return(nil, at: first.span) }
    lexer.position = next.span.start
    let value = parseExpression()
    finish(after: value, "'return'")
    return .return(value, at: first.span.joined(with: value.span))
  }

  private mutating func parseEcho(_ first: Token) -> Statement? {
    var values: [Value] = []
    var span = first.span
    while true {
      let token = lexer.next(.command)
      if isAfterBlank(token) { note(.variable("", token.span, isBare: false)) }
      if endsStatement(token) { return .echo(Echo(values: values, span: span)) }
      guard let value = parseValue(dashesAsText(token), .command) else {
        recover()
        return .echo(Echo(values: values, span: span))
      }
      checkSpace(before: value.span, after: span)
      values.append(value)
      span.end = value.span.end
    }
  }

  /// `echo` has no flags: `--` and `--name` are words there.
  private func dashesAsText(_ token: Token) -> Token {
    switch token.kind {
    case .dashes, .flag: Token(kind: .word(lexer.source.text(of: token.span)), span: token.span)
    default: token
    }
  }

  /// A name as it stands in the text.
  struct Name {
    var text: String
    var span: Span
  }

  /// A name that is no keyword; `nil` after a report.
  mutating func parseName(_ message: String) -> Name? {
    let token = lexer.next(.expression)
    switch token.kind {
    case .word(let text):
      if Keyword(rawValue: text) == nil { return Name(text: text, span: token.span) }
      report(.expectedName, "'\(text)' is a word of the language and no name", at: token.span)
    case .variable(let name):
      report(
        .expectedName, "the '$' is left out where a name is given its value", at: token.span, suggestion: name)
    case .invalid: break
    default: report(.expectedName, message, at: token.span)
    }
    lexer.position = max(token.span.start, min(token.span.end, lexer.position))
    return nil
  }
}
