import Testing

@testable import WhetScript

@Suite struct `The lexer` {
  private func tokens(_ text: String, _ mode: Lexer.Mode) -> [Token.Kind] {
    var lexer = Lexer(SourceText(name: "x", text: text))
    var kinds: [Token.Kind] = []
    while true {
      let token = lexer.next(mode)
      if token.kind == .endOfFile { return kinds }
      kinds.append(token.kind)
    }
  }

  @Test func `knows the tokens of expressions`() {
    #expect(
      tokens("$a.b[0] >= f(x, 2.5) and not 3-1 != 1.y", .expression) == [
        .variable("a"), .symbol(.dot), .word("b"), .symbol(.openBracket), .integer(0), .symbol(.closeBracket),
        .symbol(.greaterOrEqual), .word("f"), .symbol(.openParenthesis), .word("x"), .symbol(.comma), .number(2.5),
        .symbol(.closeParenthesis), .word("and"), .word("not"), .integer(3), .symbol(.minus), .integer(1),
        .symbol(.notEqual), .integer(1), .symbol(.dot), .word("y"),
      ])
  }

  @Test(arguments: Token.Symbol.allCases)
  func `knows each operator`(symbol: Token.Symbol) {
    #expect(tokens(symbol.rawValue, .expression) == [.symbol(symbol)])
  }

  @Test(arguments: [
    ("10s", Duration.seconds(10)), ("1.5m", .seconds(90)), ("2h", .seconds(7200)), ("1d", .seconds(86400)),
    ("250ms", .milliseconds(250)),
  ])
  func `reads durations`(text: String, expected: Duration) {
    #expect(tokens(text, .command) == [.duration(expected)])
    #expect(tokens(text, .expression) == [.duration(expected)])
  }

  @Test(arguments: ["99999999999999999999", "12abc", "1e999"])
  func `refuses a number it cannot hold in an expression`(text: String) {
    #expect(tokens(text, .expression) == [.invalid])
  }

  @Test(arguments: [("$", 1), ("`", 1), ("é €", 3)])
  func `always moves on`(text: String, bound: Int) {
    for mode in [Lexer.Mode.command, .passThrough, .element, .key, .expression] {
      #expect(tokens(text, mode).count <= bound)
    }
  }
}
