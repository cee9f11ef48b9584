import Testing
import WhetCore

@testable import WhetLearning

@Suite struct `Chains and expressions` {
  private static func texts(_ text: TokenText, _ ends: [Int], from start: Int = 0) -> [String] {
    ends.map { text.text(in: start..<$0) }
  }

  @Test(arguments: [
    ("a.b(c)[0].d + 1", ["a", "a.b", "a.b(c)", "a.b(c)[0]", "a.b(c)[0].d"]), ("a + b", ["a"]), ("a .b", ["a"]),
    ("a (b)", ["a"]),
    ("(x).y", ["(x)", "(x).y"]), ("'s'.upper()", ["'s'", "'s'.upper", "'s'.upper()"]), ("12", ["12"]),
    ("self.x", ["self", "self.x"]),
    ("return x", []), ("(open", []), ("a(open", ["a"]), (".x", []), ("\nx", []), ("a.1", ["a"]),
  ])
  func `chains end after each part, shortest first`(text: String, ends: [String]) {
    let text = code(text)
    #expect(Self.texts(text, text.chainEnds(from: 0)) == ends)
  }

  @Test(arguments: [
    ("a + b, c", ["a", "a +", "a + b"]), ("f(a, b) == c)", ["f", "f(a, b)", "f(a, b) ==", "f(a, b) == c"]), (", a", []),
    ("a\nb", ["a"]), ("'x, y' z", ["'x, y'", "'x, y' z"]), ("a (b", ["a"]),
  ])
  func `expressions end before a comma, a line end or a closing bracket`(text: String, ends: [String]) {
    let text = code(text)
    #expect(Self.texts(text, text.expressionEnds(from: 0)) == ends)
  }

  @Test func `a chain begins where no earlier one runs through`() {
    let text = code("a.b(c) + d[e]")
    #expect((0..<text.count).filter(text.isChainStart).map { text.tokens[$0].text } == ["a", "c", "+", "d", "e"])
  }

  @Test func `the chains before a place are found nearest first`() {
    let text = code("x = a.b(c) == d")
    let starts = text.chainStarts(before: 9)
    #expect(starts.map { text.tokens[$0].text } == ["==", "a", "=", "x"])
  }

  @Test func `a long chain is found from its end`() {
    let text = code("a.b.c.d.e.f(x).g == 1")
    #expect(text.chainStarts(before: text.count - 2).first == 0)
  }

  @Test(
    arguments: [
      ("(a, b)", "a, b"), ("(\n  a,\n)", "a,"), ("[x]", "x"), ("()", nil), ("(a", nil), ("(\n)", nil),
    ] as [(String, String?)])
  func `the content of a bracket has no line end at its end`(text: String, content: String?) {
    let text = code(text)
    let end = text.contentEnd(after: 0)
    #expect(
      end.map { text.tokens[1..<$0].map(\.text).filter { $0 != "\n" } } == content.map { code($0).tokens.map(\.text) })
  }

  @Test func `arguments end after a comma and before the closing bracket`() {
    let text = code("(a, f(b, c), d)")
    #expect(
      Self.texts(text, text.argumentsEnds(from: 1), from: 1) == [
        "", "a", "a,", "a, f(b, c)", "a, f(b, c),", "a, f(b, c), d",
      ])
  }

  @Test(
    arguments: [
      ("\"\"\"Adds.\"\"\"\nx", 9), ("'''a\nb'''\n", 10), ("\"\"\"open\nx", nil), ("\"one\"\n", nil),
      ("\"\"\"x\"\"\" + y\n", nil), ("", nil),
    ] as [(String, Int?)])
  func `a documenting string stands alone to its line end`(text: String, end: Int?) {
    let text = code(text)
    #expect(text.docstringEnd(from: 0) == end)
    if let end { #expect(text.docstringStart(before: end) == 0) }
  }

  @Test(arguments: 0..<2)
  func `never fail on a random text`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<150 {
      let text = code(generator.oddText(most: 25))
      for index in 0..<text.count {
        let ends = text.chainEnds(from: index) + text.expressionEnds(from: index) + text.argumentsEnds(from: index)
        #expect(ends.allSatisfy { index <= $0 && $0 <= text.count })
        #expect(text.chainStarts(before: index).allSatisfy { (0..<index).contains($0) })
        _ = text.contentEnd(after: index)
        if let end = text.docstringEnd(from: index) { #expect(index < end && end <= text.count) }
        _ = text.docstringStart(before: index)
        _ = text.isBalanced(0..<index)
      }
    }
  }
}
