/// Reads a script to a tree with spans; never throws, and goes on at the next line after a fault.
///
/// Time grows linearly with the text; nesting is bounded by `depthLimit` and `chainLimit`.
public struct Parser {
  /// How deep lists, records, parentheses, interpolations and blocks may nest, all together.
  public static let depthLimit = 64
  /// How many operators one expression may join on one level.
  public static let chainLimit = 256
  /// How deep the tree of an expression may be, so that walking it never exhausts the stack.
  static let heightLimit = chainLimit + depthLimit

  var lexer: Lexer
  /// For each open bracket and block the `height` around it.
  private var outerHeights: [Int] = []
  /// How deep the deepest expression is that has been read since the innermost bracket or block was opened.
  var height = 0
  /// How many faults were known before the present statement, or before the end of one that holds blocks.
  var knownFaults = 0
  /// How many blocks are open, in the parenthesis or at the top where the parser is.
  var openBodies = 0
  var ending = Ending.betweenStatements
  /// The names that the text gives a meaning where the parser is.
  var names: [ScopedName] = []
  /// The words that may go on with the statement after the expression being read.
  var followers: [Keyword] = []
  /// The names of functions whose parameters have a fault: they are there, but nobody knows how they are called.
  var faultyFunctions: Set<String> = []
  /// Whether the command being read had a fault after which nothing more of it was read.
  var gaveUp = false

  private init(_ source: SourceText) {
    lexer = Lexer(source)
  }

  /// Parses a whole text.
  public static func parse(_ source: SourceText) -> Script {
    var parser = Parser(source)
    let statements = parser.parseStatements()
    return Script(
      source: source, statements: statements, comments: parser.lexer.comments,
      diagnostics: parser.lexer.sink.diagnostics, isIncomplete: parser.lexer.isIncomplete, ending: parser.ending,
      names: parser.names, faultyFunctions: parser.faultyFunctions)
  }

  /// Parses a text given as a string, such as a prompt line or the argument of `-c`.
  public static func parse(_ text: String, name: String) -> Script {
    parse(SourceText(name: name, text: text))
  }

  /// The statements up to the end of the text.
  private mutating func parseStatements() -> [Statement] {
    var statements: [Statement] = []
    while !lexer.sink.isFull {
      let comments = lexer.comments.count
      let token = lexer.next(.command)
      switch token.kind {
      case .newline, .semicolon: ending = .betweenStatements
      case .endOfFile:
        if lexer.comments.count > comments, lexer.comments.last?.end == lexer.bytes.count { ending = .other }
        return statements
      default: if let statement = parseStatement(token) { statements.append(statement) }
      }
    }
    lexer.position = lexer.bytes.count
    ending = .other
    return statements
  }

  /// The statements between `{` and `}`; `nil` after a report, or if there is no `{`.
  mutating func parseBody() -> Body? {
    let open = lexer.next(.command)
    guard open.kind == .symbol(.openBrace) else {
      if open.kind != .invalid, isSound {
        let isLineEnd = open.kind == .newline || open.kind == .endOfFile
        report(
          .expectedBody, "a block between '{' and '}' was expected", at: open.span,
          notes: isLineEnd ? [.init("its '{' stands on the line of the statement")] : [])
      }
      lexer.position = open.span.start
      return nil
    }
    guard enter(at: open.span) else { return nil }
    defer { leave() }
    openBodies += 1
    defer { openBodies -= 1 }
    ending = .betweenStatements
    let outerNames = names.count
    var statements: [Statement] = []
    defer { knownFaults = lexer.sink.diagnostics.count }
    while !lexer.sink.isFull {
      let token = lexer.next(.command)
      switch token.kind {
      case .newline, .semicolon: ending = .betweenStatements
      case .symbol(.closeBrace):
        ending = .other
        names.removeLast(names.count - outerNames)
        return Body(statements: statements, span: open.span.joined(with: token.span))
      case .endOfFile:
        lexer.isIncomplete = true
        if !lexer.bytes.isEmpty, lexer.comments.last?.end == lexer.bytes.count { ending = .other }
        report(.unclosed, "no '}' closes this block", at: open.span)
        return nil
      default: if let statement = parseStatement(token) { statements.append(statement) }
      }
    }
    return nil
  }

  /// Goes one level deeper; `false` after a report. Whoever got `true` comes back with `leave`.
  mutating func enter(at span: Span) -> Bool {
    guard outerHeights.count < Self.depthLimit else {
      report(.tooDeep, "brackets and blocks nest at most \(Self.depthLimit) deep", at: span)
      return false
    }
    outerHeights.append(height)
    height = 0
    return true
  }

  /// Comes back from a level that `enter` opened.
  mutating func leave() {
    height = max(outerHeights.removeLast(), height + 1)
  }

  /// Whether a token ends the statement; it is then read again between statements.
  mutating func endsStatement(_ token: Token) -> Bool {
    switch token.kind {
    case .newline, .semicolon, .endOfFile: break
    case .symbol(.closeBrace) where openBodies > 0 && lexer.groupDepth == 0: break
    case .symbol(.closeParenthesis) where lexer.groupDepth > 0: break
    default: return false
    }
    lexer.position = token.span.start
    return true
  }

  /// Whether the present statement has no fault yet: one slip should give one report.
  var isSound: Bool { lexer.sink.diagnostics.count <= knownFaults }

  /// Makes sure that nothing but the end of the statement follows.
  mutating func expectEnd(of what: String) {
    let wasSound = isSound
    let token = lexer.next(.command, muted: !wasSound)
    if endsStatement(token) { return }
    if token.kind != .invalid, wasSound {
      let text = VisibleText.quoted(lexer.source.text(of: token.span), limit: 30)
      report(.expectedEnd, "\(what) ends before \(text)", at: token.span)
    }
    recover()
  }

  /// Gives up the rest of the line, but not the `}` of the block the line stands in.
  mutating func recover() {
    guard openBodies > 0 else { return lexer.skipLine() }
    lexer.sink.isMuted = true
    defer { lexer.sink.isMuted = false }
    let groups = lexer.groupDepth
    lexer.groupDepth = 0
    defer { lexer.groupDepth = groups }
    var open = 0
    while true {
      let token = lexer.next(.command)
      switch token.kind {
      case .symbol(.openBrace): open += 1
      case .symbol(.closeBrace) where open > 0: open -= 1
      case .newline, .endOfFile, .symbol(.closeBrace):
        lexer.position = token.span.start
        return
      default: break
      }
    }
  }

  mutating func report(
    _ code: DiagnosticCode, _ message: String, at span: Span, notes: [Diagnostic.Note] = [], suggestion: String? = nil
  ) {
    lexer.report(code, message, at: span, notes: notes, suggestion: suggestion)
  }
}
