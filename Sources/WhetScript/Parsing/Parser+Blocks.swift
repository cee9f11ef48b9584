/// Statements with bodies.
extension Parser {
  mutating func parseConditional(_ first: Token) -> Statement? {
    var branches: [Conditional.Branch] = []
    var otherwise: Body?
    var span = first.span
    repeat {
      let condition = parseExpression()
      guard let body = parseBody(after: condition) else { return nil }
      branches.append(.init(condition: condition, body: body))
      span = span.joined(with: body.span)
      guard takeKeyword(.else) else { break }
      let next = lexer.next(.expression)
      if next.kind == .word("if") { continue }
      lexer.position = next.span.start
      guard let body = parseBodyOrRecover() else { return nil }
      otherwise = body
      span = span.joined(with: body.span)
    } while otherwise == nil
    expectEnd(of: "'if'")
    return .conditional(Conditional(branches: branches, otherwise: otherwise, span: span))
  }

  mutating func parseLoop(_ first: Token) -> Statement? {
    guard let name = parseName("'for' needs a variable's name"), expectKeyword(.in, after: "the variable") else {
      _ = parseBodyAfterFault()
      return nil
    }
    let sequence = parseExpression()
    let outerNames = names.count
    declare(name.text, .element(of: sequence))
    guard let body = parseBody(after: sequence) else { return nil }
    names.removeLast(names.count - outerNames)
    expectEnd(of: "'for'")
    return .loop(
      Loop(
        name: name.text, nameSpan: name.span, sequence: sequence, body: body, span: first.span.joined(with: body.span)))
  }

  mutating func parseDefinition(_ first: Token) -> Statement? {
    let name = parseName("'def' needs a function's name")
    guard let name, let parameters = parseParameters() else {
      if let name { faultyFunctions.insert(name.text) }
      _ = parseBodyAfterFault()
      return nil
    }
    declare(name.text, .function(parameters))
    let outerNames = names.count
    for parameter in parameters { declare(parameter.name, .parameter) }
    guard let body = parseBodyOrRecover() else { return nil }
    names.removeLast(names.count - outerNames)
    expectEnd(of: "'def'")
    return .definition(
      Definition(
        name: name.text, nameSpan: name.span, parameters: parameters, body: body,
        span: first.span.joined(with: body.span)))
  }

  /// `(name, name = default)`.
  private mutating func parseParameters() -> [Definition.Parameter]? {
    let open = lexer.next(.expression)
    guard open.kind == .symbol(.openParenthesis) else {
      if open.kind != .invalid { report(.expectedSeparator, "'(' was expected before the parameters", at: open.span) }
      lexer.position = open.span.start
      return nil
    }
    lexer.groupDepth += 1
    defer { lexer.groupDepth -= 1 }
    var parameters: [Definition.Parameter] = []
    while true {
      let token = lexer.next(.expression)
      if token.kind == .symbol(.closeParenthesis) { return parameters }
      lexer.position = token.span.start
      guard checkOpen(token, since: open), let name = parseName("a parameter's name was expected") else { return nil }
      var parameter = Definition.Parameter(name: name.text, nameSpan: name.span)
      var next = lexer.next(.expression)
      if next.kind == .symbol(.assign) {
        parameter.defaultValue = parseExpression()
        next = lexer.next(.expression)
      }
      parameters.append(parameter)
      if next.kind == .symbol(.closeParenthesis) { return parameters }
      guard checkOpen(next, since: open) else { return nil }
      guard next.kind == .symbol(.comma) else {
        if next.kind != .invalid { report(.expectedSeparator, "',' or ')' was expected", at: next.span) }
        return nil
      }
    }
  }

  mutating func parseAttempt(_ first: Token) -> Statement? {
    guard let body = parseBodyOrRecover() else { return nil }
    guard takeKeyword(.catch) else {
      report(
        .expectedSeparator, "'try' needs a 'catch' after its block", at: first.span,
        notes: [.init("'try { ... } catch failure { ... }'")])
      // What is being typed is not another statement.
      if case .words = ending { recover() }
      return nil
    }
    var name: Name?
    let next = lexer.next(.expression)
    lexer.position = next.span.start
    if next.kind != .symbol(.openBrace) { name = parseName("the name of a variable or a block was expected") }
    let outerNames = names.count
    if let name { declare(name.text, .failure) }
    guard let handler = parseBodyOrRecover() else { return nil }
    names.removeLast(names.count - outerNames)
    expectEnd(of: "'try'")
    return .attempt(
      Attempt(
        body: body, name: name?.text, nameSpan: name?.span ?? Span(handler.span.start, handler.span.start),
        handler: handler, span: first.span.joined(with: handler.span)))
  }

  mutating func parseRetry(_ first: Token) -> Statement? {
    let count = lexer.next(.expression)
    guard case .integer(let number) = count.kind, (1...Retry.limit).contains(Int(clamping: number)) else {
      reportNumber("'retry' needs a whole number from 1 to \(Retry.limit)", count)
      _ = parseBodyAfterFault()
      return nil
    }
    var pause: WrittenDuration?
    if takeWord(.every) {
      pause = parseDuration("'every' needs a duration such as 500ms or 2s")
      if pause == nil {
        _ = parseBodyAfterFault()
        return nil
      }
    }
    guard let body = parseBodyOrRecover() else { return nil }
    expectEnd(of: "'retry'")
    return .retry(
      Retry(
        count: Int(number), pause: pause?.duration, pauseSpelling: pause?.spelling, body: body,
        span: first.span.joined(with: body.span)))
  }

  /// `wait until condition within limit [every pause]`.
  mutating func parseWait(_ first: Token) -> Statement? {
    guard expectKeyword(.until, after: "'wait'") else {
      recover()
      return nil
    }
    followers = [.within]
    let condition = parseExpression()
    followers = []
    guard expectKeyword(.within, after: "the condition"),
      let limit = parseDuration("'within' needs a duration such as 30s or 5m")
    else {
      recover()
      return nil
    }
    var pause: WrittenDuration?
    if takeWord(.every) { pause = parseDuration("'every' needs a duration such as 500ms or 2s") }
    let end = pause?.span ?? limit.span
    expectEnd(of: "'wait'")
    return .wait(
      Wait(
        condition: condition, limit: limit.duration, limitSpelling: limit.spelling, pause: pause?.duration,
        pauseSpelling: pause?.spelling, span: first.span.joined(with: end)))
  }

  mutating func parseTest(_ first: Token) -> Statement? {
    let token = lexer.next(.expression)
    guard case .string = token.kind else {
      if token.kind != .invalid { report(.expectedValue, "'test' needs a name between quotes", at: token.span) }
      lexer.position = token.span.start
      _ = parseBodyAfterFault()
      return nil
    }
    lexer.position = token.span.start
    let name = parseOperand()
    guard let body = parseBodyOrRecover() else { return nil }
    expectEnd(of: "'test'")
    return .test(Test(name: name, body: body, span: first.span.joined(with: body.span)))
  }
}

extension Parser {
  private struct WrittenDuration {
    var duration: Duration
    var spelling: String
    var span: Span
  }

  private mutating func parseDuration(_ message: String) -> WrittenDuration? {
    let token = lexer.next(.expression)
    guard case .duration(let duration) = token.kind else {
      reportNumber(message, token)
      return nil
    }
    return WrittenDuration(duration: duration, spelling: lexer.source.text(of: token.span), span: token.span)
  }

  private mutating func reportNumber(_ message: String, _ token: Token) {
    if token.kind != .invalid { report(.expectedValue, message, at: token.span) }
    lexer.position = token.span.start
  }

  /// Takes a word that goes on with a statement on the same line.
  private mutating func takeWord(_ keyword: Keyword) -> Bool {
    let token = lexer.next(.expression, muted: true)
    noteWords([keyword], token)
    if token.kind == .word(keyword.rawValue) { return true }
    lexer.position = token.span.start
    return false
  }

  /// Takes `else` or `catch`, which may stand on a later line than the `}` before it.
  private mutating func takeKeyword(_ keyword: Keyword) -> Bool {
    let before = lexer.checkpoint
    while true {
      let token = lexer.next(.command, muted: true)
      if token.kind == .newline { continue }
      noteWords([keyword], token)
      if token.kind == .word(keyword.rawValue) { return true }
      lexer.rewind(to: before)
      return false
    }
  }

  private mutating func expectKeyword(_ keyword: Keyword, after what: String) -> Bool {
    let token = lexer.next(.expression)
    noteWords([keyword], token)
    if token.kind == .word(keyword.rawValue) { return true }
    if token.kind != .invalid, isSound {
      report(.expectedSeparator, "'\(keyword.rawValue)' was expected after \(what)", at: token.span)
    }
    lexer.position = token.span.start
    return false
  }

  /// The body after an expression; where that has a fault, the rest of its line is passed first.
  private mutating func parseBody(after expression: Expression) -> Body? {
    expression.kind == .invalid ? parseBodyAfterFault() : parseBodyOrRecover()
  }

  private mutating func parseBodyOrRecover() -> Body? {
    if let body = parseBody() { return body }
    // A block that was opened and not closed has reached the end of the text already.
    if !lexer.isAtEnd { _ = parseBodyAfterFault() }
    return nil
  }

  /// After a fault in a header: the rest of the line is passed, and a body that begins at its end is read for its own
  /// faults, so that its lines and its `}` are not taken for the block's around it.
  private mutating func parseBodyAfterFault() -> Body? {
    lexer.sink.isMuted = true
    let groups = lexer.groupDepth
    lexer.groupDepth = 0
    var last: Token?
    scan: while true {
      let token = lexer.next(.command)
      switch token.kind {
      case .newline, .endOfFile:
        lexer.position = token.span.start
        break scan
      default: last = token
      }
    }
    lexer.sink.isMuted = false
    lexer.groupDepth = groups
    guard let last, last.kind == .symbol(.openBrace) else { return nil }
    lexer.position = last.span.start
    return parseBody()
  }
}
