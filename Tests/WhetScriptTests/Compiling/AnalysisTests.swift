import Testing
import WhetCore

@testable import WhetScript

@Suite struct `The analysis` {
  @Test(arguments: [
    ("echo $x", ["script.unknown-variable 1:6"]), ("x = 1", ["script.unknown-variable 1:1"]),
    ("if true { let x = 1\necho $x }\necho $x", ["script.unknown-variable 3:6"]),
    ("for i in [1] {}\necho $i", ["script.unknown-variable 2:6"]),
    ("echo \"a ${y}\"", ["script.unknown-variable 1:11"]), ("agent show $a", ["script.unknown-variable 1:12"]),
    ("let x = $x", ["script.unknown-variable 1:9"]),
    ("f()", ["script.unknown-function 1:1"]), ("echo (lenn([]))", ["script.unknown-function 1:7"]),
    ("def f(a) {}", ["script.unused-variable 1:7"]), ("for i in [1] {}", ["script.unused-variable 1:5"]),
    ("let x = 1\nlet x = 2\necho $x", ["script.redefined 2:5"]), ("let args = 1", ["script.redefined 1:5"]),
    ("def f() {}\ndef f() {}", ["script.redefined 2:5"]), ("def len(_x) {}", ["script.redefined 1:5"]),
    ("def f(a, a) { echo $a }", ["script.redefined 1:10"]),
    ("return 1", ["script.misplaced 1:1"]), ("break", ["script.misplaced 1:1"]),
    ("if true { continue }", ["script.misplaced 1:11"]),
    ("if true { def f() {} }", ["script.misplaced 1:11"]), ("if true { include 'a.whet' }", ["script.misplaced 1:11"]),
    ("def f() { test 'a' {} }", ["script.misplaced 1:11"]), ("test 'a' { test 'b' {} }", ["script.misplaced 1:12"]),
    ("for _i in [1] {\n  break\n  echo 1\n}", ["script.unreachable 3:3"]),
    ("def f() { return\necho 1 }", ["script.unreachable 2:1"]),
    ("def f(a = 1, b) { echo $a $b }", ["script.parameter-order 1:14"]),
    ("def f(a) { echo $a }\nf()", ["script.missing-argument 2:1"]),
    ("echo (replace('a', 'b'))", ["script.missing-argument 1:7"]),
    ("def f() {}\nf(1)", ["script.unexpected-argument 2:3"]),
    ("def f(a) { echo $a }\nf(b = 1)", ["script.unexpected-argument 2:3"]),
    ("def f(a) { echo $a }\nf(1, a = 1)", ["script.unexpected-argument 2:6"]),
    ("def f(a, b) { echo $a $b }\nf(a = 1, 2)", ["script.unexpected-argument 2:10"]),
    ("echo (len([], 1))", ["script.unexpected-argument 1:15"]),
    ("echo (len(value = []))", ["script.unexpected-argument 1:11"]),
    ("echo (1 + 'a')", ["script.wrong-kind 1:9"]), ("if 1 {}", ["script.wrong-kind 1:4"]),
    ("expect 'a'", ["script.wrong-kind 1:8"]),
    ("for _i in 5 {}", ["script.wrong-kind 1:11"]), ("echo (not 1)", ["script.wrong-kind 1:11"]),
    ("echo (len(1))", ["script.wrong-kind 1:11"]),
    ("let x = 1\necho $x.a", ["script.wrong-kind 2:6"]), ("echo ([1]['a'])", ["script.wrong-kind 1:11"]),
    ("wait until 1 within 1s", ["script.wrong-kind 1:12"]), ("echo (true and 1)", ["script.wrong-kind 1:16"]),
    ("echo ('a' matches '(')", ["script.invalid-pattern 1:19"]), ("let x = 1", ["script.unused-variable 1:5"]),
    ("len([])", ["script.unused-value 1:1"]), ("agnet list", ["command.unknown 1:1"]),
    ("let x = agnet\necho $x", ["command.unknown 1:9"]),
    ("train --limt 5", ["command.unknown-flag 1:7"]), ("train --limit", ["command.flag-needs-value 1:7"]),
    ("correction import a --yes=x", ["command.flag-takes-no-value 1:27"]),
    ("train --limit 5 --limit 6", ["command.repeated-flag 1:25"]),
    ("agent show", ["command.missing-argument 1:1"]), ("agent list x", ["command.unexpected-argument 1:12"]),
    ("train --limit x", ["command.wrong-type 1:15"]), ("train --mode bach", ["command.unknown-choice 1:14"]),
    ("train --limit 101", ["command.out-of-range 1:15"]), ("agent list | jsn", ["command.unknown-format 1:14"]),
    ("echo (agent show)", ["command.missing-argument 1:7"]),
  ])
  func `reports each fault at its place`(text: String, expected: [String]) {
    #expect(ScriptRun(text).faults == expected)
  }

  @Test(arguments: [
    "", "let x = 1\nif true { let x = 2\necho $x }\necho $x", "let _x = 1", "def f(_a) {}", "try { train } catch e {}",
    "def f() { g() }\ndef g() { f() }", "f()\ndef f() {}", "for _ in range(3) { train }",
    "let x = null\nx = 1\necho ($x + 1)",
    "let x = 1\nx = 'a'\necho ($x + 'b')", "def f(a, b = $a) { return $a + $b }\necho (f(1))", "echo $args",
    "let r = train x\necho $r.a.b[0].c", "let x = 5\ndef f() { return $x }\necho (f())",
    "for i in [1] { if $i == 1 { break } }",
    "def f() { for i in [1] { return $i } }", "test 'a' { for i in [1] { if $i == 1 { continue }\necho $i } }",
    "let a = 1\nlet b = \"${a}\"\nagent show $b", "if [1] == 'a' { train }",
    "echo (1 == 'a') ('a' in {a: 1}) (1 in [])",
    "let s = secret('a') + 'b'\necho $s", "retry 2 { for i in [1] { echo $i } }", "train --limit (1 + 1) --tag $args",
    "def twice(n) { if $n > 0 { twice($n - 1) } }\ntwice(2)", "expect 1 == 1, \"m ${1}\"",
  ])
  func `has nothing to say of a sound script`(text: String) {
    #expect(ScriptRun(text).faults == [])
  }

  @Test func `shows at most twenty faults a file`() {
    let faults = ScriptRun(String(repeating: "echo $x\n", count: 100)).faults
    #expect(faults.count == 21)
    #expect(faults.last?.hasPrefix("script.too-many-faults") == true)
  }

  @Test func `finds nothing twice in a text that does not parse`() {
    #expect(
      ScriptRun("let x = \necho $x\necho $y").faults == ["script.expected-value 1:9", "script.unknown-variable 3:6"])
  }

  @Test func `suggests what was probably meant`() {
    func suggestion(_ text: String) -> String? { Compiler.check(parse(text), against: sampleTable).first?.suggestion }
    #expect(suggestion("let count = 1\necho $coutn $count") == "$count")
    #expect(suggestion("let count = 1\necho \"${coutn}\" $count") == "count")
    #expect(suggestion("let count = 1\ncoutn = 2\necho $count") == "count")
    #expect(suggestion("echo (lenn([]))") == "len")
    #expect(suggestion("def f(limit) { echo $limit }\nf(limt = 1)") == "limit")
  }

  @Test func `takes linear time`() {
    let text = (0..<5000).map { "let v\($0) = \($0)\necho $v\($0) (len([1, 2]) + 1)" }.joined(separator: "\n")
    let start = ContinuousClock.now
    #expect(Compiler.check(parse(text), against: sampleTable) == [])
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test(arguments: [
    "echo $nope", "let z = $q1 + $q2\nlet y = $q3 + $q4\necho $z", "agent remove2 foo --nope", "if true { break }",
  ])
  func `many warnings hide no error`(fault: String) {
    let warnings = String(repeating: "if true { let a1 = 1 }\n", count: 25)
    var session = ScriptSession(table: sampleTable)
    let sound = session.prepare(ScriptInput(SourceText(name: "w", text: warnings)), load: Self.nothing)
    #expect(sound.entry != nil)
    #expect(sound.reports.flatMap(\.diagnostics).count == 20)
    let faulty = session.prepare(ScriptInput(SourceText(name: "w", text: warnings + fault)), load: Self.nothing)
    #expect(faulty.entry == nil)
    #expect(faulty.reports.flatMap(\.diagnostics).containsError)
  }

  @Test(arguments: [
    "let limit = null\nif $limit != null { echo ($limit + 1) }", "let n = null\nif $n == null or $n > 3 { echo $n }",
    "try { expect false } catch e { e = $e.message\necho (lower($e)) }", "args = \"x\"\necho ($args + \"b\")",
  ])
  func `a value that may be another by then is no fault`(text: String) {
    var session = ScriptSession(table: sampleTable)
    let found = session.prepare(ScriptInput(SourceText(name: "s", text: text)), load: Self.nothing)
    #expect(found.reports.flatMap(\.diagnostics).map(\.message) == [])
  }

  @Test func `a text that comes later may give another kind`() {
    var session = ScriptSession(table: sampleTable)
    let codes = ["let x = 1", "x = \"a\"", "echo ($x + \"b\")"].flatMap { text in
      session.prepare(
        ScriptInput(SourceText(name: "-c", text: text)), options: .init(isContinued: true), load: Self.nothing
      ).reports.flatMap(\.diagnostics).map(\.code)
    }
    #expect(codes == [])
  }

  @Test(arguments: [
    "def f() {\n  if true { return 1 } else { return 2 }\n  echo x\n}\nf()",
    "def f() {\n  try { return 1 } catch { return 2 }\n  echo x\n}\nf()",
    "def f() {\n  retry 2 { return 1 }\n  echo x\n}\nf()",
  ])
  func `what follows blocks that always leave is never reached`(text: String) {
    var session = ScriptSession(table: sampleTable)
    let found = session.prepare(ScriptInput(SourceText(name: "s", text: text)), load: Self.nothing)
    #expect(found.reports.flatMap(\.diagnostics).map(\.code) == [.unreachable])
  }

  @Test(
    .timeLimit(.minutes(1)), arguments: ["let aN = N\necho $bN\n", "def funN() {}\ngunN()\n", "corection lstN --a b\n"])
  func `a text full of faults is analysed in time`(line: String) {
    let text = (0..<5000).map { line.replacing("N", with: String($0)) }.joined()
    var session = ScriptSession(table: sampleTable)
    let found = session.prepare(ScriptInput(SourceText(name: "s", text: text)), load: Self.nothing)
    #expect(found.reports.flatMap(\.diagnostics).count == 21)
  }

  private static let nothing: SourceLoader = { path throws(WhetError) in throw WhetError(.fileUnreadable, path) }
}
