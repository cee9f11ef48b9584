/// What stands at the end of the text, noted where the grammar meets it.
extension Parser {
  /// Where an operand of brackets would begin.
  enum Opened {
    case call(Expression.Call)
    case list, record
  }

  /// Remembers what the end of the text stands in; the first note of a statement holds, because what is read after it
  /// is a look at nothing.
  mutating func note(_ place: Ending) {
    guard case .other = ending, lexer.comments.last?.end != lexer.bytes.count else { return }
    ending = place
  }

  /// Whether a token is the last thing of the text and could go on.
  func isBeingTyped(_ token: Token) -> Bool {
    token.span.end == lexer.bytes.count && token.kind != .endOfFile
  }

  /// Whether the text ends before a token, with a blank or with what a word may stand right after.
  func isAtNewWord(_ token: Token) -> Bool {
    guard token.kind == .endOfFile, token.span.start == lexer.bytes.count, let last = lexer.bytes.last else {
      return false
    }
    return last.isBlank || last.isLineEnd || "([{,:=<>+-*/%!".utf8.contains(last)
  }

  /// Whether the text ends before a token with a blank.
  func isAfterBlank(_ token: Token) -> Bool {
    isAtNewWord(token) && lexer.bytes.last.map { $0.isBlank || $0.isLineEnd } ?? false
  }

  /// Notes the end of the text where an operand begins.
  mutating func noteOperand(_ token: Token) {
    let isFirst = lexer.isInterpolation && isFirstInInterpolation(token.span)
    switch token.kind {
    case .endOfFile where isAtNewWord(token):
      note(isFirst ? .variable("", token.span, isBare: true) : .operand(token.span))
    case .word(let word) where isBeingTyped(token):
      note(isFirst ? .variable(word, token.span, isBare: true) : .operand(token.span))
    default: noteVariableOrFile(token)
    }
  }

  /// Notes a `$name` or `@path` that the text ends in, wherever a value stands.
  mutating func noteVariableOrFile(_ token: Token) {
    guard isBeingTyped(token) else { return }
    switch token.kind {
    case .variable(let name): note(.variable(name, token.span, isBare: false))
    case .invalid where lexer.source.text(of: token.span) == "$": note(.variable("", token.span, isBare: false))
    case .file(let path): note(.file(path, token.span))
    default: break
    }
  }

  /// Notes a word of the language that the text ends in or before.
  mutating func noteWords(_ words: [Keyword], _ token: Token) {
    switch token.kind {
    case .endOfFile where isAfterBlank(token): note(.words(words, token.span))
    case .word where isBeingTyped(token): note(.words(words, token.span))
    default: break
    }
  }

  /// Notes the name of a field whose point is the last thing of the text.
  mutating func noteField(of operand: Expression) {
    let end = lexer.bytes.count
    guard lexer.byte() == UInt8(ascii: "."), lexer.position + 1 == end else { return }
    note(.field(of: operand, Span(end, end)))
  }

  /// Notes what a bracket that the text ends after is waiting for.
  mutating func noteElement(_ token: Token, in opened: Opened) {
    switch opened {
    case .call(let call) where isAtNewWord(token): note(.argument(of: call, token.span))
    case .list: noteOperand(token)
    case .call, .record: break
    }
  }

  /// Reads what was typed so far after a `${` that nothing closes, for the note alone.
  mutating func noteInterpolation(_ span: Span) {
    guard span.end == lexer.bytes.count, span.count > 1, enter(at: span) else { return }
    defer { leave() }
    let outer = (lexer.position, lexer.limit, lexer.groupDepth, lexer.isInterpolation, lexer.isIncomplete)
    let wasMuted = lexer.sink.isMuted
    (lexer.position, lexer.limit) = (span.start + 2, span.end)
    (lexer.groupDepth, lexer.isInterpolation, lexer.sink.isMuted) = (1, true, true)
    _ = parseExpression()
    (lexer.position, lexer.limit, lexer.groupDepth, lexer.isInterpolation, lexer.isIncomplete) = outer
    lexer.sink.isMuted = wasMuted
  }

  /// Makes a name known from here to the end of the block around it.
  mutating func declare(_ name: String, _ kind: ScopedName.Kind) {
    names.append(ScopedName(name: name, kind: kind))
  }
}
