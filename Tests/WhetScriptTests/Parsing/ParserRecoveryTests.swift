import Testing

@testable import WhetScript

@Suite struct `The parser after a fault` {
  @Test(arguments: [
    ("let = 1", DiagnosticCode.expectedName), ("let $x = 1", .expectedName), ("let if = 1", .expectedName),
    ("let x 1", .expectedSeparator), ("let x", .expectedSeparator), ("$x = 1", .expectedStatement),
    ("x == 1", .expectedStatement), ("f(1).x", .expectedStatement),
    ("f(1) + 1", .expectedStatement), ("else { a }", .expectedStatement), ("catch { a }", .expectedStatement),
    ("if $x", .expectedBody), ("if { a }", .expectedSeparator), ("if x { a }", .bareWord),
    ("for in [1] { a }", .expectedName), ("for x [1] { a }", .expectedSeparator),
    ("for x in [1]", .expectedBody), ("def (a) { b }", .expectedName), ("def f { b }", .expectedSeparator),
    ("def f(1) { b }", .expectedName),
    ("def f(a b) { c }", .expectedSeparator), ("def f(a = ) { c }", .expectedValue), ("try { a }", .expectedSeparator),
    ("try a", .expectedBody), ("try {} catch 1 {}", .expectedName),
    ("retry { a }", .expectedValue), ("retry 0 { a }", .expectedValue), ("retry 1001 { a }", .expectedValue),
    ("retry 2.5 { a }", .expectedValue),
    ("retry 3 every 5 { a }", .expectedValue), ("wait $x within 5s", .expectedSeparator),
    ("wait until $x", .expectedSeparator),
    ("wait until $x within 5", .expectedValue), ("wait until $x within 5s every", .expectedValue),
    ("test { a }", .expectedValue), ("test name { a }", .expectedValue),
    ("include x", .expectedValue), ("include \"${x}\"", .expectedValue), ("include 'x' y", .expectedEnd),
    ("break 1", .expectedEnd), ("continue x", .expectedEnd),
    ("expect", .expectedValue), ("expect true,", .expectedValue), ("expect true 'm'", .expectedEnd),
    ("return 1 2", .expectedEnd), ("echo a\"b\"", .missingSpace),
    ("if true {} a", .expectedEnd), ("echo )", .expectedValue),
  ])
  func `goes on at the next line, in a block and outside`(text: String, code: DiagnosticCode) {
    let plain = parse(text + "\nlater on")
    #expect(plain.diagnostics.map(\.code) == [code], "\(plain.diagnostics.map(\.message))")
    #expect(tree(plain).last == "word(later) word(on)")
    let inBlock = parse("if true {\n  \(text)\n  later on\n}\nlast one")
    #expect(inBlock.diagnostics.map(\.code) == [code], "\(inBlock.diagnostics.map(\.message))")
    #expect(tree(inBlock).last == "word(last) word(one)")
    #expect(tree(inBlock).first?.contains("word(later) word(on)") == true)
  }

  @Test func `reads the block after a faulty header`() {
    let script = parse("for 1 in [2] {\n  let = 3\n  echo x\n}\nagent list")
    #expect(script.diagnostics.map(\.code) == [.expectedName, .expectedName])
    #expect(tree(script) == ["word(agent) word(list)"])
  }

  @Test func `finds faults in several blocks`() {
    let script = parse("if true {\n let 1\n}\nfor i in [1] {\n echo )\n}\ndef f() {\n x == 1\n}")
    #expect(script.diagnostics.map { script.source.lineNumber(at: $0.span.start) } == [2, 5, 8])
  }

  @Test(arguments: [
    ("if $x {", true), ("if $x {\n a", true), ("def f(", true), ("def f(a,", true), ("let x = [", true),
    ("let x = (1 +", true),
    ("let x = {a:", true), ("f(1,", true), ("let x = (agent", true), ("echo \"\"\"a", true), ("try {\n} catch {", true),
    ("test 'a' {", true),
    ("for i in [1] {", true), ("if $x {}\nelse {", true), ("retry 3 {", true), ("let x = $a[", true), ("echo (", true),
    ("echo [1,", true),
    ("if $x {}", false), ("let x = 1 +", false), ("echo 'a", false), ("let x = \"${(\"", false), ("let x =", false),
    ("def f", false), ("}", false), ("for", false), ("echo )", false),
  ])
  func `knows whether a further line could complete the text`(text: String, isIncomplete: Bool) {
    #expect(parse(text).isIncomplete == isIncomplete)
  }

  @Test(arguments: [
    ("[", "]"), ("(", ")"), ("{a: ", "}"), ("f(", ")"), ("-", ""), ("not ", ""), ("\"${", "}\""), ("$a[", "]"),
  ])
  func `nests so deep and no deeper`(open: String, close: String) {
    func text(_ depth: Int) -> String {
      let opening = open == "-" ? "- " : open
      return "let x = " + String(repeating: opening, count: depth) + "1" + String(repeating: close, count: depth)
    }
    #expect(codes(text(open == "\"${" ? 30 : 60)) == [])
    #expect(codes(text(70)).contains(.tooDeep))
    #expect(!codes(text(5000)).isEmpty)
  }

  @Test func `nests blocks so deep and no deeper`() {
    func text(_ depth: Int) -> String {
      String(repeating: "if true {\n", count: depth) + String(repeating: "}\n", count: depth)
    }
    #expect(codes(text(64)) == [])
    #expect(codes(text(65)).contains(.tooDeep))
  }

  @Test(arguments: [" + 1", " and true", ".a", "[0]"])
  func `joins so many operators and no more`(part: String) {
    #expect(codes("let x = $a" + String(repeating: part, count: 256)) == [])
    #expect(codes("let x = $a" + String(repeating: part, count: 257)) == [.tooDeep])
  }

  /// Chains inside of groups inside of chains once made trees that no stack could hold.
  @Test(arguments: [("(", ")", " + 1"), ("(", ")", "[0]"), ("$a[", "]", ".b"), ("f(", ")", " * 2"), ("[", "]", "[0]")])
  func `bounds the depth of the whole tree`(open: String, close: String, part: String) {
    let text = (0..<60).reduce("1") { text, _ in open + text + close + String(repeating: part, count: 250) }
    let script = parse("let x = " + text)
    #expect(script.diagnostics.map(\.code).first == .tooDeep)
    _ = ScriptRun("let x = " + text)
  }

  @Test(arguments: ["(1 + 2)", "f([1, 2])", "[1 + 1, 2 + 2]"])
  func `allows many small expressions side by side`(part: String) {
    #expect(codes("let x = [" + Array(repeating: part, count: 2000).joined(separator: ", ") + "]") == [])
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      ("echo \"", "${ ", "\""), ("if true {\necho ", "\"${\" ", "\n}"), ("let x = [", "1 ", "]"),
      ("", "if $x {} else ", "{}"),
      ("let x = ", "(", ""), ("", "try {} catch {}; ", ""), ("echo ", "{a: ", ""), ("", "if true {\n", ""),
      ("", "def f() {\n", "}"), ("echo ", "'${", ""), ("", "} ", ""),
      ("let x = ", "\"${'", ""), ("", "x = (\n", ""), ("if true {\n", "( } ", "\n}"),
    ])
  func `takes linear time for hopeless texts`(start: String, piece: String, end: String) {
    let script = parse(start + String(repeating: piece, count: 30_000) + end)
    #expect(script.diagnostics.count <= 21)
  }
}
