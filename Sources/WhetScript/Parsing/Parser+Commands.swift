extension Parser {
  /// A command whose first word has been read, to its end.
  ///
  /// - Parameter givesValue: whether it stands where an expression may stand.
  mutating func parseCommand(_ word: String, at span: Span, givesValue: Bool = false) -> ParsedCommand {
    gaveUp = false
    var command = ParsedCommand(items: [.value(Value(.word(word), at: span))], span: span)
    while parseItem(into: &command) {}
    if lexer.position == lexer.bytes.count, !gaveUp { note(.command(command, givesValue: givesValue)) }
    return command
  }

  /// Adds the next part to a command; `false` at its end.
  private mutating func parseItem(into command: inout ParsedCommand) -> Bool {
    let token = lexer.next(.command)
    if endsStatement(token) { return false }
    switch token.kind {
    case .flag(let name):
      checkSpace(before: token.span, after: command.span)
      let flag = parseFlag(name, at: token.span)
      command.items.append(.flag(flag))
      command.span.end = max(flag.span.end, command.span.end)
      return !(flag.hasEqualsSign && flag.value == nil)
    case .dashes: return parsePassThrough(after: token, into: &command)
    case .symbol(.greater), .symbol(.pipe):
      if lexer.groupDepth > 0 { return reportInGroup(token) }
      return token.kind == .symbol(.pipe) ? parseFormat(token, into: &command) : parseRedirection(token, into: &command)
    default:
      guard let value = parseValue(token, .command) else { return giveUp() }
      checkSpace(before: value.span, after: command.span)
      command.items.append(.value(value))
      command.span.end = value.span.end
      return true
    }
  }

  /// A command in parentheses only gives its value.
  private mutating func reportInGroup(_ token: Token) -> Bool {
    let text = lexer.source.text(of: token.span)
    report(
      .expectedEnd, "a command in parentheses gives its value; '\(text)' has no meaning there", at: token.span,
      notes: [.init("close the parenthesis before comparing; '>' and '|' stand at the end of a statement")])
    return giveUp()
  }

  /// Gives up the rest of the statement; `false`, because the command ends there.
  private mutating func giveUp() -> Bool {
    recover()
    gaveUp = true
    return false
  }

  /// `--name`, `--name=value`; a value without `=` stays an item of its own for the binder.
  mutating func parseFlag(_ name: String, at span: Span) -> ParsedCommand.Flag {
    var flag = ParsedCommand.Flag(name: name, nameSpan: span, hasEqualsSign: false)
    let afterName = lexer.checkpoint
    lexer.skipTrivia(.command)
    guard lexer.byte() == UInt8(ascii: "=") else {
      lexer.rewind(to: afterName)
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
      case .symbol(.greater), .symbol(.pipe):
        if lexer.groupDepth > 0 { return reportInGroup(token) }
        return token.kind == .symbol(.pipe)
          ? parseFormat(token, into: &command) : parseRedirection(token, into: &command)
      case .symbol(.openBracket), .symbol(.openBrace):
        report(
          .expectedValue, "a list or record cannot be passed to a program", at: token.span,
          notes: [.init("put the text between quotes")])
        return giveUp()
      default:
        guard let value = parseValue(token, .passThrough) else { return giveUp() }
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
    guard let value = parseValue(token, .command) else { return giveUp() }
    guard value.text != nil || value.isPossiblyText else {
      report(.expectedValue, "'>' needs the path of a file", at: value.span)
      return giveUp()
    }
    command.redirection?.target = value
    command.span.end = value.span.end
    let afterFile = lexer.checkpoint
    lexer.skipTrivia(.command)
    let hasFormat = lexer.byte() == UInt8(ascii: "|")
    lexer.rewind(to: afterFile)
    if hasFormat { return parseFormat(lexer.next(.command), into: &command) }
    expectEnd(of: "the command")
    return false
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
      return isEnd ? false : giveUp()
    }
    command.format?.name = Value(.word(name), at: token.span)
    command.span.end = token.span.end
    expectEnd(of: "the command")
    return false
  }

  private func isDashed(_ token: Token) -> Bool {
    switch token.kind {
    case .flag, .dashes: true
    default: false
    }
  }

  mutating func checkSpace(before span: Span, after previous: Span) {
    guard span.start == previous.end else { return }
    let isCall =
      lexer.bytes[span.start] == UInt8(ascii: "(") && span.start > 0 && lexer.bytes[span.start - 1].continuesName
    report(
      .missingSpace, "two values need a blank between them", at: span,
      notes: [
        .init(
          isCall
            ? "the value of a call stands in parentheses: (name(...))"
            : "put text that belongs together between one pair of quotes")
      ])
  }
}
