extension Parser {
  /// `--name`, `--name=value`; a value without `=` stays an item of its own for the binder.
  mutating func parseFlag(_ name: String, at span: Span) -> ParsedCommand.Flag {
    var flag = ParsedCommand.Flag(name: name, nameSpan: span, hasEqualsSign: false)
    let afterName = lexer.position
    while lexer.byte().isBlank { lexer.position += 1 }
    guard lexer.byte() == UInt8(ascii: "=") else {
      lexer.position = afterName
      return flag
    }
    lexer.position += 1
    flag.hasEqualsSign = true
    flag.nameSpan.end = lexer.position
    let beforeValue = lexer.checkpoint
    var token = lexer.next(.command)
    if endsStatement(token) {
      report(
        .expectedValue, "'--\(name)=' has no value", at: flag.nameSpan,
        notes: [.init("an empty text is written '\"\"'")])
      return flag
    }
    if isDashed(token) {
      lexer.rewind(to: beforeValue)
      token = lexer.next(.passThrough)
    }
    flag.value = parseValue(token, .command)
    return flag
  }

  /// `-- values`, to the end of the statement.
  mutating func parsePassThrough(after dashes: Token, into command: inout ParsedCommand) -> Bool {
    checkSpace(before: dashes.span, after: command.span)
    command.passThrough = ParsedCommand.PassThrough(dashes: dashes.span, values: [])
    command.span.end = dashes.span.end
    while true {
      let token = lexer.next(.passThrough)
      if endsStatement(token) { return false }
      switch token.kind {
      case .symbol(.greater): return parseRedirection(token, into: &command)
      case .symbol(.pipe): return parseFormat(token, into: &command)
      case .symbol(.openBracket), .symbol(.openBrace):
        report(
          .expectedValue, "a list or record cannot be passed to a program", at: token.span,
          notes: [.init("put the text between quotes")])
        return recover()
      default:
        guard let value = parseValue(token, .passThrough) else { return recover() }
        checkSpace(before: value.span, after: command.span)
        command.passThrough?.values.append(value)
        command.span.end = value.span.end
      }
    }
  }

  mutating func parseRedirection(_ symbol: Token, into command: inout ParsedCommand) -> Bool {
    command.redirection = ParsedCommand.Redirection(symbol: symbol.span)
    command.span.end = symbol.span.end
    let token = lexer.next(.command)
    if endsStatement(token) {
      report(.expectedValue, "no file after '>'", at: symbol.span)
      return false
    }
    guard let value = parseValue(token, .command) else { return recover() }
    guard value.text != nil else {
      report(.expectedValue, "'>' needs the path of a file", at: value.span)
      return recover()
    }
    command.redirection?.target = value
    command.span.end = value.span.end
    return expectEnd()
  }

  mutating func parseFormat(_ symbol: Token, into command: inout ParsedCommand) -> Bool {
    command.format = ParsedCommand.OutputFormat(symbol: symbol.span)
    command.span.end = symbol.span.end
    let token = lexer.next(.command)
    guard case .word(let name) = token.kind else {
      let isEnd = endsStatement(token)
      report(
        .expectedFormat, "no output format after '|'", at: isEnd ? symbol.span : token.span,
        notes: [.init("the language has no pipes between commands: a word such as json or csv follows '|'")])
      return isEnd ? false : recover()
    }
    command.format?.name = Value(.word(name), at: token.span)
    command.span.end = token.span.end
    return expectEnd()
  }

  private mutating func expectEnd() -> Bool {
    let token = lexer.next(.command)
    if endsStatement(token) { return false }
    if token.kind != .invalid {
      let text = VisibleText.quoted(lexer.source.text(of: token.span), limit: 30)
      report(.expectedEnd, "the command ends before \(text)", at: token.span)
    }
    return recover()
  }

  /// Whether a token ends the statement; it is then read again between statements.
  mutating func endsStatement(_ token: Token) -> Bool {
    switch token.kind {
    case .newline, .semicolon, .endOfFile:
      lexer.position = token.span.start
      return true
    default: return false
    }
  }

  private func isDashed(_ token: Token) -> Bool {
    switch token.kind {
    case .flag, .dashes: true
    default: false
    }
  }

  mutating func checkSpace(before span: Span, after previous: Span) {
    guard span.start == previous.end else { return }
    report(
      .missingSpace, "two values need a blank between them", at: span,
      notes: [.init("put text that belongs together between one pair of quotes")])
  }

  /// Gives up the rest of the line; `false`, because the command ends there.
  mutating func recover() -> Bool {
    lexer.skipLine()
    return false
  }

  mutating func report(_ code: DiagnosticCode, _ message: String, at span: Span, notes: [Diagnostic.Note] = []) {
    lexer.report(code, message, at: span, notes: notes)
  }
}
