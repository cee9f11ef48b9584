import Testing
import WhetCore

@testable import WhetScript

@Suite struct `A dry run` {
  private func run(_ text: String) -> [String] {
    let run = ScriptRun(text, in: ScriptedWorld(isDryRun: true))
    #expect(run.faults.filter { !$0.contains("unused") } == [])
    return run.events.map { $0.replacing(" a command that was left out", with: "") }
  }

  private static let condition = "skipped what follows the condition hangs on"

  @Test(arguments: [
    (
      "let r = train\nif $r.ok { echo never } else { echo never }\necho on",
      ["train", condition + " at 2:4", "echo on"]
    ),
    ("let r = train\nif false {} else if $r { echo never }\necho on", ["train", condition + " at 2:21", "echo on"]),
    ("if (train).n > 5 and true {\n echo never\n}", ["train", condition + " at 1:4"]),
    ("for x in (train).items { echo $x }\necho on", ["train", "skipped the loop hangs on at 1:10", "echo on"]),
    ("wait until (train).ok within 5s\necho on", ["train", "skipped the wait hangs on at 1:1", "echo on"]),
    ("expect (train).n == 3\necho on", ["train", "skipped the expectation hangs on at 1:8", "echo on"]),
    ("expect (train).ok, 'm'", ["train", "skipped the expectation hangs on at 1:8"]),
    ("let r = train\nagent show $r.name", ["train", "agent show agent=deferred(0) (unknown)"]),
    (
      "let r = train\necho $r.a.b[0] (1 + $r) \"x ${r}\" (len($r)) (not $r.ok) (-$r.n)",
      ["train", "echo [unknown] [unknown] [unknown] [unknown] [unknown] [unknown]"]
    ),
    ("let r = (agent list).n\nif $r == 3 { echo yes }", ["agent list", "echo yes"]),
    ("let x = 1\nx = $x + (train).n\necho $x", ["train", "echo [unknown]"]),
    ("def f(a) { return $a + 1 }\necho (f((train).n))", ["train", "echo [unknown]"]),
    ("let t = ''\nt = $t + (train).n\necho $t", ["train", "echo [unknown]"]),
    (
      "let r = train\necho (false and $r.ok) (true or $r.ok) ($r.ok and false)", ["train", "echo false true [unknown]"]
    ),
    (
      "test 'a' { expect (train).ok }",
      ["test a", "train", "skipped the expectation hangs on at 1:19", "test a passed"]
    ),
    ("retry 2 { expect (train).ok }\necho on", ["train", "skipped the expectation hangs on at 1:18", "echo on"]),
    ("let f = (train).file\necho @$f", ["train", "echo [unknown]"]),
  ])
  func `leaves out what hangs on an unknown value`(text: String, expected: [String]) {
    #expect(run(text) == expected)
  }
}
