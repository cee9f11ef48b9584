import Testing

@testable import WhetScript

@Suite struct `Parsing of statements` {
  @Test(arguments: [
    ("let x = 1", "let x 1"), ("let x=1", "let x 1"), ("x = $y", "set x $y"), ("x=[1]", "set x [1]"),
    ("let r = agent list", "let r <word(agent) word(list)>"),
    ("r = train x > f", "set r <word(train) word(x) to(word(f))>"),
    ("let r = (agent list).n", "let r (<word(agent) word(list)>).n"), ("f()", "call f()"),
    ("f(1, b = 2,)", "call f(1, b = 2)"), ("f(\n  1,\n  2\n)", "call f(1, 2)"),
    ("agent list", "word(agent) word(list)"), ("expect $x == 1", "expect (== $x 1)"),
    ("expect true, \"m ${x}\"", #"expect true says "m ${x}""#), ("include 'a.whet'", #"include "a.whet""#),
    ("break", "break"), ("continue", "continue"), ("return", "return"), ("return 1 + 1", "return (+ 1 1)"),
    ("return (train)", "return (<word(train)>)"), ("echo", "echo"),
    (
      "echo a --b -- $x (1) [1, b] {k: $v} @f",
      #"echo word(a) word(--b) word(--) $x (1) list(["integer(1 1)", "word(b)"]) record(["\"k\": $v"]) file("f")"#
    ),
    ("if true {}", "if true {}"), ("if $a { b; c }", "if $a {word(b); word(c)}"),
    ("if $a {} else {}", "if $a {} else {}"),
    ("if $a {} else if $b { c } else { d }", "if $a {} else if $b {word(c)} else {word(d)}"),
    ("for i in range(3) { echo $i }", "for i range(3) {echo $i}"), ("for i in [1, 2] {\n}", "for i [1, 2] {}"),
    ("for i in (agent list).items {}", "for i (<word(agent) word(list)>).items {}"),
    ("def f() {}", "def f() {}"), ("def f(a, b = 1, c = $a) { return $b }", "def f(a, b = 1, c = $a) {return $b}"),
    ("def f(\n  a, # first\n  b\n) {}", "def f(a, b) {}"),
    ("try { a } catch { b }", "try {word(a)} catch {word(b)}"), ("try {} catch e {}", "try {} catch e {}"),
    ("retry 3 { a }", "retry 3 {word(a)}"), ("retry 1000 every 1.5s {}", "retry 1000 every 1.5 seconds {}"),
    ("wait until $x within 5s", "wait $x within 5.0 seconds"),
    ("wait until f() == 1 within 1m every 500ms", "wait (== f() 1) within 60.0 seconds every 0.5 seconds"),
    ("test 'name' { expect true }", #"test "name" {expect true}"#), ("test \"n ${1}\" {}", #"test "n ${1}" {}"#),
    ("forecast", "word(forecast)"), ("iffy x", "word(iffy) word(x)"), ("in x", "word(in) word(x)"),
  ])
  func `reads each statement`(text: String, expected: String) {
    let script = parse(text)
    #expect(script.diagnostics == [])
    #expect(tree(script) == [expected])
    #expect(!script.isIncomplete)
  }

  @Test(arguments: [
    ("if $a {}\nelse {}", "if $a {} else {}"),
    ("if $a {}\n\n# note\nelse if $b {}\n\nelse {}", "if $a {} else if $b {} else {}"),
    ("try {}\n# note\ncatch e {}", "try {} catch e {}"), ("if $a {} # note\nelse {}", "if $a {} else {}"),
  ])
  func `finds else and catch on a later line`(text: String, expected: String) {
    let script = parse(text)
    #expect(script.diagnostics == [])
    #expect(tree(script) == [expected])
    #expect(script.comments.count == text.split(separator: "#").count - 1)
  }

  @Test(arguments: ["if $a {}\nelsewhere", "if $a {}\n\n# note\nagent", "if $a {};agent", "try {} catch {}\n\n\nagent"])
  func `leaves alone what only follows a block`(text: String) {
    let script = parse(text)
    #expect(script.diagnostics == [])
    #expect(script.statements.count == 2)
    #expect(script.comments.count == (text.contains("#") ? 1 : 0))
  }

  @Test(arguments: [
    "if true { a }; b", "if true { a }\nb", "if true { a; }\n\n;b", "if true {\n\n a # c\n}\r\nb",
    "if true { a\n;;\n}\n;\n b\n",
  ])
  func `ends statements at lines, semicolons and closing braces`(text: String) {
    #expect(codes(text) == [])
    #expect(tree(parse(text)) == ["if true {word(a)}", "word(b)"])
  }

  @Test func `gives each part of a statement its place`() throws {
    let plain = parse("  let naive = f(a = [1], 2)[0].b + \"x ${$y}\"  # end")
    guard case .assignment(let assignment) = try #require(plain.statements.first) else { return }
    #expect(plain.source.text(of: assignment.span) == "let naive = f(a = [1], 2)[0].b + \"x ${$y}\"")
    #expect(plain.source.text(of: assignment.nameSpan) == "naive")
    #expect(plain.source.text(of: assignment.source.span) == "f(a = [1], 2)[0].b + \"x ${$y}\"")
    #expect(plain.comments.map { plain.source.text(of: $0) } == ["# end"])
    let parts = TreeSpans(of: plain).all.map { plain.source.text(of: $0) }
    #expect(Set(["f", "a", "[1]", "b", "+", "${$y}", "$y", "0", "1", "2"]).isSubset(of: Set(parts)))
  }

  @Test func `every span of every statement is inside the text`() {
    var generator = ProgramGenerator(seed: 77)
    for _ in 0..<100 {
      let script = parse(generator.program())
      #expect(TreeSpans(of: script).faults(in: script.source) == [])
    }
  }
}
