/// Cuts source text into tokens on demand; the parser says in which part of the grammar it is, because a word of a
/// command (`lib/a-b.py`) is an expression elsewhere.
///
/// Every call of `next` but the one at the end consumes at least one byte. Faults are reported to `sink`.
struct Lexer {
  /// The part of the grammar a token is read for.
  enum Mode {
    /// Words, flags and values of a command.
    case command
    /// Words after `--`, which go to another program: flags and `@` are ordinary text.
    case passThrough
    /// Elements of a list or record: commas separate and line ends are white space.
    case element
    /// As `element`, and a colon separates.
    case key
    case expression
  }

  let source: SourceText
  let bytes: [UInt8]
  var position: Int
  /// Where reading ends: the text's end, or an interpolation's.
  var limit: Int
  /// How many parentheses, lists and records of expressions are open; line ends in them are white space.
  var groupDepth = 0
  /// Whether the text is read between `${` and `}`, where no comment can stand.
  var isInterpolation = false
  /// From the last `${` that nothing closed to the end of its line.
  var unclosedInterpolation = Span(0, 0)
  var sink = DiagnosticSink()
  /// The comments passed so far, without their line ends.
  var comments: [Span] = []
  /// Whether the text ended inside a string or bracket, so that a further line could complete it.
  var isIncomplete = false

  init(_ source: SourceText) {
    self.source = source
    bytes = source.bytes
    limit = source.bytes.count
    position = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if let offset = source.firstInvalidByte {
      sink.report(Diagnostic(.invalidUTF8, "the text is not valid UTF-8", at: scalarSpan(at: offset)))
    }
  }

  mutating func next(_ mode: Mode) -> Token {
    skipTrivia(mode)
    let start = position
    guard start < limit else { return Token(kind: .endOfFile, span: Span(start, start)) }
    let kind = scan(bytes[start], mode)
    return Token(kind: kind, span: Span(start, position))
  }

  /// The byte `distance` after the present one, 0 past the end.
  func byte(_ distance: Int = 0) -> UInt8 {
    position + distance < limit ? bytes[position + distance] : 0
  }

  /// Moves to the end of the line, where the next statement begins.
  mutating func skipLine() {
    while position < limit, !bytes[position].isLineEnd { position += 1 }
  }

  private mutating func scan(_ first: UInt8, _ mode: Mode) -> Token.Kind {
    switch first {
    case .lineFeed, .carriageReturn: return scanLineEnd()
    case UInt8(ascii: ";"):
      position += 1
      return .semicolon
    case .doubleQuote, .singleQuote: return .string(scanString())
    case .dollar: return scanVariable()
    case _ where first.isStrayControl || first >= 0x80 && isSuspect(at: position): return scanSuspect()
    default: return mode == .expression ? scanExpression(first) : scanCommandPart(first, mode)
    }
  }

  private mutating func scanLineEnd() -> Token.Kind {
    position += byte() == .carriageReturn && byte(1) == .lineFeed ? 2 : 1
    return .newline
  }

  private mutating func scanVariable() -> Token.Kind {
    let start = position
    position += 1
    while position < limit, bytes[position].continuesName { position += 1 }
    let name = source.text(of: Span(start + 1, position))
    guard limit > start + 1, bytes[start + 1].beginsName else {
      report(.unexpectedCharacter, "'$' needs the name of a variable after it", at: Span(start, position))
      return .invalid
    }
    return .variable(name)
  }

  /// Passes blanks and comments, and between brackets line ends.
  mutating func skipTrivia(_ mode: Mode) {
    while position < limit {
      let byte = bytes[position]
      let crossesLines = mode == .element || mode == .key || groupDepth > 0
      if byte.isBlank || crossesLines && byte.isLineEnd {
        position += 1
      } else if byte == UInt8(ascii: "#"), !isInterpolation {
        let start = position
        skipLine()
        let comment = Span(start, position)
        checkText(comment, in: "a comment")
        comments.append(comment)
      } else if byte == .backslash, self.byte(1).isLineEnd {
        skipContinuation()
      } else {
        return
      }
    }
  }

  private mutating func skipContinuation() {
    let note = Diagnostic.Note("a list, a record or a value in parentheses may go over several lines")
    report(.lineContinuation, "a command ends with its line", at: Span(position, position + 1), notes: [note])
    position += byte(1) == .carriageReturn && byte(2) == .lineFeed ? 3 : 2
  }
}

extension Lexer {
  /// A place to come back to after a look ahead.
  struct Checkpoint {
    fileprivate let position, comments, diagnostics: Int
    fileprivate let isIncomplete: Bool
  }

  var checkpoint: Checkpoint {
    Checkpoint(
      position: position, comments: comments.count, diagnostics: sink.diagnostics.count, isIncomplete: isIncomplete)
  }

  mutating func rewind(to checkpoint: Checkpoint) {
    position = checkpoint.position
    comments.removeLast(comments.count - checkpoint.comments)
    sink.rewind(to: checkpoint.diagnostics)
    isIncomplete = checkpoint.isIncomplete
  }

  mutating func report(
    _ code: DiagnosticCode, _ message: String, at span: Span, notes: [Diagnostic.Note] = [], suggestion: String? = nil
  ) {
    sink.report(Diagnostic(code, message, at: span, notes: notes, suggestion: suggestion))
  }
}

extension Lexer {
  /// Whether nothing is left to read.
  var isAtEnd: Bool { position >= limit }

  /// A token for a look ahead: what is wrong with it is reported when it is read again; the blanks and comments before
  /// it are not read again.
  mutating func next(_ mode: Mode, muted: Bool) -> Token {
    skipTrivia(mode)
    let wasMuted = sink.isMuted
    sink.isMuted = muted || wasMuted
    defer { sink.isMuted = wasMuted }
    return next(mode)
  }
}
