/// The parts of the grammar that are known but have no tree yet: each is reported and passed as a whole.
extension Parser {
  mutating func reportUnavailable(_ feature: String, at span: Span) {
    let verb = feature.hasSuffix("s") ? "are" : "is"
    report(
      .notYetAvailable, "\(feature) \(verb) not yet available", at: span,
      notes: [.init("for now a script is a list of commands")])
  }

  /// What a statement that begins with this word is, if it is not a command.
  func unavailableStatement(_ word: String) -> String? {
    if let keyword = Keyword(rawValue: word), keyword.beginsStatement { return "'\(word)'" }
    let name = word.utf8.prefix(while: \.continuesName)
    guard name.first?.beginsName == true else { return nil }
    if name.count < word.utf8.count {
      return word.utf8.dropFirst(name.count).first == UInt8(ascii: "=") ? "an assignment" : nil
    }
    if lexer.byte() == UInt8(ascii: "(") { return "a function call" }
    var distance = 0
    while lexer.byte(distance).isBlank { distance += 1 }
    return lexer.byte(distance) == UInt8(ascii: "=") ? "an assignment" : nil
  }

  /// Passes the rest of a statement with the bodies in it, over several lines if brackets are open.
  mutating func skipStatement() {
    skip(depth: 0)
  }

  /// Passes the rest of a parenthesis that was just opened.
  mutating func skipGroup() {
    skip(depth: 1, stopsWhenClosed: true)
  }

  private mutating func skip(depth: Int, stopsWhenClosed: Bool = false) {
    // The tokens of an expression read as a command's are full of false alarms.
    lexer.sink.isMuted = true
    defer { lexer.sink.isMuted = false }
    var depth = depth
    while true {
      let token = lexer.next(.command)
      switch token.kind {
      case .symbol(.openBrace), .symbol(.openBracket), .symbol(.openParenthesis): depth += 1
      case .symbol(.closeBrace), .symbol(.closeBracket), .symbol(.closeParenthesis):
        depth = max(0, depth - 1)
        if stopsWhenClosed, depth == 0 { return }
      case .newline, .semicolon, .endOfFile:
        if token.kind == .endOfFile, depth > 0 { lexer.isIncomplete = true }
        guard depth == 0 || token.kind == .endOfFile else { continue }
        lexer.position = token.span.start
        return
      default: break
      }
    }
  }
}
