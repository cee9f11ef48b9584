import Testing
import WhetCore

@testable import WhetLearning

@Suite struct `Rule renderer` {
  private static func applied(_ rule: EditRule, to text: TokenText) -> String {
    text.replacing(RuleMatcher.matches(of: rule, in: text), by: rule)
  }

  static let block = rule(
    ["old", "(", .hole(.content), ")"],
    ["with", " new", .kept(1, leading: ""), .keep(2), .keep(3), ":", .newline(4), "run", "(", ")", .newline(0), "end"])

  static let cases: [(name: String, rule: EditRule, text: String, output: String)] = [
    ("keeps the space around", rule(["a"], ["b"]), "x  a\ty a", "x  b\ty b"),
    (
      "keeps what the holes stood for", rule(["f", "(", .hole(.content), ")"], ["g", .keep(1), .keep(2), .keep(3)]),
      "f( a,  b )", "g( a,  b )"
    ),
    ("indents new lines by the line of the match", block, "  old(a)\n", "  with new(a):\n      run()\n  end\n"),
    ("indents with tabs where the line does", block, "\told(a)\n", "\twith new(a):\n\t\trun()\n\tend\n"),
    (
      "takes back indentation, but not more than there is", rule(["a"], ["b", .newline(-4), "c"]), "      a\n  a",
      "      b\n  c\n  b\nc"
    ),
    (
      "moves a hole with the space it gets", rule(["f", "(", .hole(.word), ")"], [.keep(2), ".", "f"]), "x = f(  y )",
      "x = y.f"
    ),
    (
      "writes no words together where it writes one in the place of a sign",
      rule(["!", "ready"], [.placed("not", of: 0), .placed("done", of: 1)]), "x = !ready", "x = not done"
    ),
    ("deletes a word in a line", rule(["very", "big"], [.keep(1)]), "a very big dog", "a big dog"),
    ("deletes the last word of a line", rule(["now"], []), "go now\nx", "go\nx"),
    ("deletes the first word of a line and keeps its indentation", rule(["now"], []), "  now go\n", "  go\n"),
    ("deletes a whole line", rule(["log", "(", ")", .newline(0)], []), "a\n  log()\n  b\n", "a\n  b\n"),
    ("deletes a line at the end", rule([.newline(0), "log", "(", ")"], []), "a\nlog()", "a"),
    ("deletes everything", rule(["a"], []), "a", ""),
    ("deletes neighbours", rule(["a"], []), "  a a b", "  b"),
    (
      "writes nothing for an empty hole",
      rule(["f", "(", .hole(.arguments), "x", ")"], [.keep(0), .keep(1), .keep(2), "y", .keep(4)]), "f(x)", "f(y)"
    ),
    (
      "repeats a hole", rule(["f", "(", .hole(.word), ")"], [.keep(2), " +", .kept(2, leading: " ")]), "f(a)", "a + a"
    ),
  ]

  @Test(arguments: cases.indices)
  func `puts the output in place`(index: Int) {
    let (name, rule, text, output) = Self.cases[index]
    #expect(Self.applied(rule, to: code(text)) == output, "\(name)")
  }

  @Test func `writes the line ends of the text`() {
    let text = "x\r\n  old(a)\r\ny\r\n"
    #expect(
      Array(Self.applied(Self.block, to: code(text)).utf8)
        == Array("x\r\n  with new(a):\r\n      run()\r\n  end\r\ny\r\n".utf8))
  }

  @Test func `leaves a text without a match byte for byte`() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<200 {
      let text = generator.oddText(most: 20)
      #expect(Array(prose(text).replacing([], by: Self.block).utf8) == Array(text.utf8))
    }
  }
}
