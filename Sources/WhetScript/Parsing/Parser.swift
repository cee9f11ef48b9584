/// Reads a script to a tree with spans; never throws, and goes on at the next line after a fault.
///
/// Time grows linearly with the text; nesting is bounded by `depthLimit`.
public struct Parser {
  /// How deep lists and records may nest.
  public static let depthLimit = 64

  var lexer: Lexer
  private var statements: [Statement] = []
  private var ending = Script.Ending.betweenStatements

  private init(_ source: SourceText) {
    lexer = Lexer(source)
  }

  /// Parses a whole text.
  public static func parse(_ source: SourceText) -> Script {
    var parser = Parser(source)
    parser.parseStatements()
    return Script(
      source: source, statements: parser.statements, comments: parser.lexer.comments,
      diagnostics: parser.lexer.sink.diagnostics, isIncomplete: parser.lexer.isIncomplete, ending: parser.ending)
  }

  /// Parses a text given as a string, such as a prompt line or the argument of `-c`.
  public static func parse(_ text: String, name: String) -> Script {
    parse(SourceText(name: name, text: text))
  }

  private mutating func parseStatements() {
    while !lexer.sink.isFull {
      let comments = lexer.comments.count
      let token = lexer.next(.command)
      switch token.kind {
      case .newline, .semicolon: ending = .betweenStatements
      case .endOfFile:
        if lexer.comments.count > comments, lexer.comments.last?.end == lexer.bytes.count { ending = .other }
        return
      default: parseStatement(token)
      }
    }
    lexer.position = lexer.bytes.count
    ending = .other
  }

  private mutating func parseStatement(_ first: Token) {
    ending = .other
    guard case .word(let word) = first.kind else {
      if first.kind != .invalid { reportNoCommand(first) }
      return lexer.skipLine()
    }
    if let feature = unavailableStatement(word) {
      reportUnavailable(feature, at: first.span)
      if first.span.end == lexer.bytes.count {
        // The word being typed may be the beginning of a command's: `for` of `forecast`.
        ending = .command(ParsedCommand(items: [.value(Value(.word(word), at: first.span))], span: first.span))
      }
      return skipStatement()
    }
    let comments = lexer.comments.count
    let command = parseCommand(word, at: first.span)
    statements.append(.command(command))
    let endsInComment = lexer.comments.count > comments && lexer.comments.last?.end == lexer.bytes.count
    if lexer.position == lexer.bytes.count, !endsInComment { ending = .command(command) }
  }

  private mutating func reportNoCommand(_ token: Token) {
    let text = VisibleText.quoted(lexer.source.text(of: token.span), limit: 30)
    report(.expectedCommand, "a statement begins with a command, not with \(text)", at: token.span)
  }

  private mutating func parseCommand(_ word: String, at span: Span) -> ParsedCommand {
    var command = ParsedCommand(items: [.value(Value(.word(word), at: span))], span: span)
    while parseItem(into: &command) {}
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
    case .symbol(.greater): return parseRedirection(token, into: &command)
    case .symbol(.pipe): return parseFormat(token, into: &command)
    default:
      guard let value = parseValue(token, .command) else { return recover() }
      checkSpace(before: value.span, after: command.span)
      command.items.append(.value(value))
      command.span.end = value.span.end
      return true
    }
  }
}
