import Testing
import WhetCore

@testable import WhetLearning

@Suite struct `Rule matcher` {
  /// The texts a pattern matches, each as what its elements stand for.
  private static func found(_ before: [PatternElement], _ text: TokenText, zones: [Zone] = [.code]) -> [[String]] {
    RuleMatcher.matches(of: rule(before, ["new"], zones: zones), in: text).map { match in
      match.captures.map { text.text(in: $0) }
    }
  }

  static let cases: [(before: [PatternElement], text: String, captures: [[String]])] = [
    (["a"], "a b a", [["a"], ["a"]]),
    (["a", "b"], "a b a\nb", [["a", "b"]]),
    (["f", "(", .hole(.word), ")"], "f(x) f(1) f(if) f(x.y)", [["f", "(", "x", ")"]]),
    (["f", "(", .hole(.number), ")"], "f(x) f(1) f(0x1F)", [["f", "(", "1", ")"], ["f", "(", "0x1F", ")"]]),
    (["f", "(", .hole(.string), ")"], "f('long text') f(x) f('open)", [["f", "(", "'long text'", ")"]]),
    (["f", "(", .hole(.chain), ")"], "f(a.b(c)[0]) f(a + b)", [["f", "(", "a.b(c)[0]", ")"]]),
    ([.hole(.chain), "==", "None"], "if a.b(c) == None:", [["a.b(c)", "==", "None"]]),
    (["f", "(", .hole(.expression), ")"], "f(a + b) f(a, b) f()", [["f", "(", "a + b", ")"]]),
    (
      ["f", "(", .hole(.expression), ",", .hole(.expression), ")"], "f(g(a, b), c)",
      [["f", "(", "g(a, b)", ",", "c", ")"]]
    ),
    (["f", "(", .hole(.content), ")"], "f(a, b) f() f(a,)", [["f", "(", "a, b", ")"]]),
    (["f", "(", .hole(.contentWithComma), ")"], "f(a, b) f(a,)", [["f", "(", "a,", ")"]]),
    (
      ["'", .hole(.text), "%", .hole(.text), "'"], "'a %s b' '%' 'no'",
      [["'", "a", "%", "s b", "'"], ["'", "", "%", "", "'"]]
    ),
    (
      ["f", "(", .hole(.arguments), "x", "=", "1", .hole(.arguments), ")"], "f(x=1) f(a, x=1, b=2) f(g(x=1))",
      [["f", "(", "", "x", "=", "1", "", ")"], ["f", "(", "a,", "x", "=", "1", ", b=2", ")"]]
    ),
    (
      ["f", "(", ")", ":", .newline(4), .hole(.docstring), "pass"], "f():\n    '''Doc.'''\n    pass\nf():\n    pass",
      [["f", "(", ")", ":", "\n", "'''Doc.'''\n", "pass"], ["f", "(", ")", ":", "\n", "", "pass"]]
    ),
    ([.hole(.word), "=", .same(0), "+", "1"], "x = x + 1\ny = x + 1", [["x", "=", "x", "+", "1"]]),
    (["a", ":", .newline(2), "b"], "a:\n  b\na:\n    b\na:\nb", [["a", ":", "\n", "b"]]),
    (["a", .newline(0)], "a\n\na\nb a", [["a", "\n"], ["a", "\n"]]),
    ([.newline(0), "a"], "b\na\n  a", [["\n", "a"]]),
    (["aa", "a"], "aa a a aa a", [["aa", "a"], ["aa", "a"]]),
    ([.hole(.word)], "a b", [["a"], ["b"]]),
    ([], "a b", []),
    (["missing"], "a b", []),
    (["f", .hole(.word)], "f", []),
    (["f", .same(0)], "f f f", [["f", "f"]]),
  ]

  @Test(arguments: cases.indices)
  func `finds what a pattern means`(index: Int) {
    let (before, text, captures) = Self.cases[index]
    #expect(Self.found(before, code(text)) == captures, "\(text)")
  }

  @Test func `stays in the zones of its rule`() {
    let text = prose("use it\n- use it\n# Use use\n`use`\n```\nuse\n```\n")
    let zones: [Zone] = [.prose, .list, .heading, .inlineCode, .code]
    #expect(zones.map { Self.found(["use"], text, zones: [$0]).count } == [1, 1, 1, 1, 1])
    #expect(Self.found(["use"], text, zones: zones).count == 5)
  }

  @Test func `does not fire where its addition stands already`() {
    let adding = rule(
      ["f", "(", .hole(.content), ")"], [.keep(0), .keep(1), .keep(2), ",", " timeout", "=", "5", .keep(3)])
    let text = code("f(a)\nf(a, timeout=5)\n")
    #expect(RuleMatcher.matches(of: adding, in: text).map { text.text(in: $0.range) } == ["f(a)"])
  }

  @Test func `takes no short string it has not seen`() {
    var opening = rule(["open", "(", .hole(.expression), ",", .hole(.expression), ")"], ["x"])
    let text = code("open(a, 'w') open(a, 'rb') open(a, mode)")
    #expect(RuleMatcher.matches(of: opening, in: text).map { text.text(in: $0.range) } == ["open(a, mode)"])
    opening.flags = ["w"]
    #expect(
      RuleMatcher.matches(of: opening, in: text).map { text.text(in: $0.range) } == ["open(a, 'w')", "open(a, mode)"])
  }

  @Test(arguments: [
    (RuleGuard.line(word: "call", isPresent: true), [1]), (.line(word: "call", isPresent: false), [0, 2]),
    (.text(word: "call", isPresent: true), [0, 1, 2]), (.text(word: "call", isPresent: false), []),
    (.text(word: "member", isPresent: true), [0, 1, 2]), (.line(word: "member", isPresent: true), [2]),
    (.line(word: "name", isPresent: true), []), (.companion(["end", "=", "old", "("]), [0]),
  ])
  func `holds to its guards`(condition: RuleGuard, lines: [Int]) {
    let text = code("start = old()\ncall(name) + old()\nx.member = old()\nend = old() - start\n")
    var guarded = rule(["old"], ["new"])
    guarded.guards = [condition]
    let found = RuleMatcher.matches(of: guarded, in: text).map { text.tokens[$0.range.lowerBound].line }
    #expect(found.filter { $0 < 3 } == lines)
  }

  @Test(.timeLimit(.minutes(1)), arguments: 0..<4)
  func `never fails on a random text, and matches in order without overlap`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let kinds: [HoleKind] = [
      .word, .number, .string, .chain, .expression, .content, .contentWithComma, .text, .arguments, .docstring,
    ]
    for _ in 0..<150 {
      var before: [PatternElement] = []
      for index in 0..<Int.random(in: 1...5, using: &generator) {
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: before.append(.hole(kinds[Int.random(in: 0..<kinds.count, using: &generator)]))
        case 1 where index > 0: before.append(.same(Int.random(in: 0..<index, using: &generator)))
        case 2: before.append(.newline(Int.random(in: -4...4, using: &generator)))
        default:
          before.append(.literal(["word", "(", ")", "'", "\"", "`", ":", "."].randomElement(using: &generator) ?? "("))
        }
      }
      let text = TokenText(generator.oddText(most: 30), format: Bool.random(using: &generator) ? .code : .documentation)
      let matches = RuleMatcher.matches(of: rule(before, ["x"], zones: Zone.allCases), in: text)
      #expect(matches.allSatisfy { $0.captures.count == before.count && $0.range.upperBound <= text.count })
      #expect(zip(matches, matches.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
      _ = text.replacing(matches, by: rule(before, [.keep(0), .newline(-8), "x"], zones: Zone.allCases))
    }
  }

  @Test func `take nothing before a name for a part of what a dot follows`() {
    let rule = EditRule(
      before: [
        .hole(.expression), .literal("."), .literal("equals"), .literal("("), .hole(.string), .literal(")"),
      ], after: [], scope: RuleScope(zones: [.code], language: nil))
    for (text, wanted) in [
      ("ok = name.equals(\"FINAL\");\n", "name.equals(\"FINAL\")"),
      ("ok = !name.equals(\"FINAL\");\n", "name.equals(\"FINAL\")"),
      ("ok = a || b.c(d).equals(\"FINAL\");\n", "b.c(d).equals(\"FINAL\")"),
    ] {
      let code = code(text)
      #expect(RuleMatcher.matches(of: rule, in: code).map { code.text(in: $0.range) } == [wanted])
    }
  }
}
