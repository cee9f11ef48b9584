import Testing
import WhetCore

@testable import WhetScript

@Suite struct `Variables and functions` {
  @Test(arguments: [
    ("let x = 1\nif true { let x = 2\necho $x }\necho $x", ["2", "1"]),
    ("let x = 1\nif true { x = 2 }\necho $x", ["2"]),
    ("let x = 1\nfor i in range(3) { x = $x + $i }\necho $x", ["4"]),
    ("for i in range(2) { let n = $i * 2\necho $n }", ["0", "2"]),
    ("let x = 1\ndef f() { x = $x + 1\nreturn $x }\necho (f()) (f()) $x", ["2 3 3"]),
    ("def f() { let y = 1\ny = $y + 1\nreturn $y }\necho (f()) (f())", ["2 2"]),
    ("let x = 'out'\ndef f(x) { x = 'in'\nreturn $x }\necho (f('a')) $x", ["in out"]),
    ("let l = [1]\nlet m = $l\nl = $l + [2]\necho $l $m", ["[1, 2] [1]"]),
    ("let t = 'a'\nlet u = $t\nt = $t + 'b'\necho $t $u", ["ab a"]), ("let l = [1]\nl = $l + $l\necho $l", ["[1, 1]"]),
    ("let r = {a: 1}\nr = $r + {a: 2}\necho $r.a", ["2"]),
    ("if false { echo 1 } else if true { echo 2 } else { echo 3 }", ["2"]),
    ("if false { echo 1 } else { echo 3 }", ["3"]), ("for x in [] { echo $x }\necho end", ["end"]),
    ("let l = [1, 2]\nfor x in $l { l = $l + [$x]\necho $x }\necho $l", ["1", "2", "[1, 2, 1, 2]"]),
  ])
  func `live in their blocks`(text: String, expected: [String]) {
    let run = ScriptRun(text)
    #expect(run.faults.filter { !$0.contains("unused") } == [])
    #expect(run.echoed == expected)
  }

  @Test(arguments: [
    (
      "def f(a, b = 2, c = $a + $b) { return [$a, $b, $c] }\necho (f(1)) (f(1, 5)) (f(1, c = 0)) (f(c = 7, a = 3))",
      ["[1, 2, 3] [1, 5, 6] [1, 2, 0] [3, 2, 7]"]
    ),
    ("def f() {}\necho (f())", ["null"]), ("def f() { return }\necho (f())", ["null"]),
    ("def f(n) { if $n == 0 { return 'end' }\nreturn f($n - 1) }\necho (f(900))", ["end"]),
    (
      "def even(n) { if $n == 0 { return true }\nreturn odd($n - 1) }\ndef odd(n) { if $n == 0 { return false }\nreturn even($n - 1) }\necho (even(10))",
      ["true"]
    ),
    ("def f(l) { for x in $l { if $x > 1 { return $x } }\nreturn null }\necho (f([1, 2, 3])) (f([]))", ["2 null"]),
    (
      "def side(x) { echo \"side ${x}\"\nreturn $x }\ndef f(a = side(1), b = side(2)) { return [$a, $b] }\necho (f(b = side(3)))",
      ["side 3", "side 1", "[1, 3]"]
    ),
    ("def f(a) { return $a }\nf(1)\necho (f(f(f(2))))", ["2"]), ("echo (early())\ndef early() { return 1 }", ["1"]),
    ("def fib(n) { if $n < 2 { return $n }\nreturn fib($n - 1) + fib($n - 2) }\necho (fib(15))", ["610"]),
  ])
  func `take arguments and give values`(text: String, expected: [String]) {
    let run = ScriptRun(text)
    #expect(run.faults == [])
    #expect(run.echoed == expected)
  }

  @Test func `see variables of the outermost block only`() {
    #expect(ScriptRun("if true { let x = 1\nf() }\ndef f() { echo $x }").faults == ["script.unknown-variable 3:16"])
  }

  @Test func `have no value before their line`() throws {
    let failure = try #require(ScriptRun("f()\nlet x = 1\ndef f() { echo $x }").failure)
    #expect(failure.error.code.rawValue == "script.variable-not-set")
    #expect(failure.calls.map(\.function) == ["f"])
  }

  @Test func `call each other so deep and no deeper`() throws {
    let failure = try #require(
      ScriptRun("def down(n) {\n  return up($n + 1)\n}\ndef up(n) { return down($n) }\ndown(0)").failure)
    #expect(failure.error.code.rawValue == "script.recursion-too-deep")
    #expect(failure.callCount == Machine.callLimit - 1)
    #expect(failure.calls.count == ScriptFailure.callLimit)
    #expect(Set(failure.calls.prefix(2).map(\.function)) == ["up", "down"])
    #expect(Set(failure.calls.compactMap(\.location.line)) == [2, 4])
    #expect(
      ScriptRun("def f() { return f() }\ntry { f() } catch e { echo $e.code }\necho on").echoed == [
        "script.recursion-too-deep", "on",
      ])
  }

  @Test func `show the way to a failure`() throws {
    let failure = try #require(
      ScriptRun("def inner(x) { return 1 / $x }\ndef outer() {\n  return inner(0)\n}\necho 1\nouter()").failure)
    #expect(
      failure.calls.map { "\($0.function) \($0.location.line ?? 0):\($0.location.column ?? 0)" } == [
        "inner 3:10", "outer 6:1",
      ])
    #expect(failure.error.location?.line == 1)
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["l = $l + [$i]", "t = $t + 'x'", "l = $l + [$i, 1]\nt = $t + \"${i}\""])
  func `grow in place`(text: String) {
    let run = ScriptRun("let l = []\nlet t = ''\nfor i in range(200000) { \(text) }\necho (len($l) + len($t))")
    #expect(run.echoed.count == 1)
    let inFunction = ScriptRun(
      "def f() { let l = []\nlet t = ''\nfor i in range(200000) { \(text) }\nreturn len($l) }\necho (f())")
    #expect(inFunction.echoed.count == 1)
  }

  @Test func `run without end only by events`() {
    let run = ScriptRun("for i in range(1000000000) { for j in range(1000) {} }", budget: .init(pauses: 20))
    #expect(run.isCutShort)
    #expect(run.pauses == 20)
  }
}
