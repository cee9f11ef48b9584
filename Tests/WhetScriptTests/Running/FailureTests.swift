import Testing
import WhetCore

@testable import WhetScript

@Suite struct `Failures` {
  @Test func `are caught with all that is known of them`() {
    let run = ScriptRun(
      "try {\n  train bob\n} catch e {\n  echo $e.code $e.message $e.advice $e.place.file $e.place.line $e.place.column\n}\necho on",
      in: .failing("train"))
    #expect(run.echoed == ["service.down the service does not answer try later test.whet 2 3", "on"])
    #expect(
      ScriptRun("try { echo (1 / 0) } catch e { echo $e }").echoed == [
        #"{code: "script.division-by-zero", message: "division by zero", advice: null, place: {file: "test.whet", line: 1, column: 15}}"#
      ])
  }

  @Test(arguments: [
    ("try { echo 1 } catch { echo 2 }\necho 3", ["1", "3"]),
    ("try { echo 1\ntrain\necho 2 } catch { echo 3 }", ["1", "3"]),
    (
      "try { try { train } catch e { echo $e.code\necho (1 / 0) } } catch e { echo $e.code }",
      ["service.down", "script.division-by-zero"]
    ),
    ("def f() { train\necho never }\ntry { f() } catch { echo caught }\necho on", ["caught", "on"]),
    ("let x = 1\ntry { x = 2\ntrain } catch { echo $x }", ["2"]),
    ("for i in [1, 2] { try { train } catch { echo $i } }", ["1", "2"]),
    ("for i in [1, 2, 3] { try { if $i == 2 { break }\necho $i } catch { echo never } }\ntrain", ["1"]),
    ("for i in [1, 2, 3] { try { if $i == 2 { continue }\necho $i } catch { echo never } }\ntrain", ["1", "3"]),
    ("for i in [1, 2] { try { train } catch { if $i == 1 { continue }\nbreak }\necho never }\necho end", ["end"]),
    ("def f() { try { return 1 } catch { return 2 } }\necho (f())\ntrain", ["1"]),
    ("def f() { try { train } catch { return 2 } }\necho (f())", ["2"]),
    ("def f() { for i in [1, 2] { try { retry 2 { return $i } } catch { echo never } } }\necho (f())\ntrain", ["1"]),
    ("def f() { return [1, 1 / 0] }\ntry { echo ([1, 2, f()]) } catch e { echo $e.code }", ["script.division-by-zero"]),
    ("try { expect 1 == 2, 'm' } catch e { echo $e.code }", ["script.expectation-failed"]),
  ])
  func `go to the innermost handler`(text: String, expected: [String]) {
    #expect(ScriptRun(text, in: .failing("train")).echoed == expected)
  }

  @Test func `leave the handlers they leave`() {
    let run = ScriptRun(
      "try { try { echo 1 } catch { echo never } \n train } catch { echo 2 }\ntrain", in: .failing("train"))
    #expect(run.events == ["echo 1", "train", "echo 2", "train", "failed service.down"])
    #expect(run.failure?.error.location?.line == 3)
  }

  @Test(arguments: [
    ("retry 3 { train }", 1, ["train"]), ("retry 3 { train }", 2, ["train", "train"]),
    ("retry 3 { train }", 9, ["train", "train", "train", "failed service.down"]),
    ("retry 1 every 5s { train }", 9, ["train", "failed service.down"]),
    ("retry 3 every 5s { train }\necho end", 3, ["train", "sleep 5s", "train", "sleep 5s", "train", "echo end"]),
    ("retry 2 every 1m { train }", 9, ["train", "sleep 1m", "train", "failed service.down"]),
    ("retry 2 { retry 2 { train } }", 9, ["train", "train", "train", "train", "failed service.down"]),
    ("for _ in [1, 2] { retry 2 { break } }\necho end", 9, ["echo end"]),
    ("for i in [1, 2] { retry 2 { echo $i\ncontinue } }", 9, ["echo 1", "echo 2"]),
  ])
  func `are tried again so often and no more`(text: String, successAt call: Int, expected: [String]) {
    let answers =
      Array(repeating: ScriptedWorld.failing, count: call - 1) + [
        call < 9 ? ScriptedWorld.usual : ScriptedWorld.failing
      ]
    #expect(ScriptRun(text, in: ScriptedWorld(answers: ["train": answers])).events == expected)
  }

  @Test func `keep their first place through retry`() throws {
    let run = ScriptRun("def f() {\n  train\n}\nretry 2 {\n  f()\n}", in: .failing("train"))
    let failure = try #require(run.failure)
    #expect(failure.error.location?.description == "test.whet:2:3")
    #expect(failure.calls.map(\.function) == ["f"])
    let caught = ScriptRun("try {\n retry 2 {\n\n  train } } catch e { echo $e.place.line }", in: .failing("train"))
    #expect(caught.echoed == ["4"])
  }

  @Test(arguments: [
    ("true", [], Duration.zero), ("(agent list).n == 3", ["agent list"], .zero),
    ("(agent list).n == 5", ["agent list", "sleep 1s", "agent list", "sleep 1s", "agent list"], .seconds(2)),
    ("false", ["sleep 1s", "sleep 1s", "sleep 1s", "failed script.wait-timeout"], .seconds(3)),
  ])
  func `come when a wait takes too long`(condition: String, expected: [String], elapsed: Duration) {
    var world = ScriptedWorld()
    let counts: [Int64] = condition.contains("5") ? [3, 4, 5] : [3]
    world.answers["agent list"] = counts.map { .value(.record(ScriptRecord(flat: ["n": .integer($0)]))) }
    let run = ScriptRun("wait until \(condition) within 3s", in: world)
    #expect(run.events == expected)
    #expect(run.elapsed == elapsed)
  }

  @Test func `of a wait look once more at its end`() {
    #expect(
      ScriptRun("wait until false within 5s every 3s").events == ["sleep 3s", "sleep 2s", "failed script.wait-timeout"])
    #expect(
      ScriptRun("let start = now()\nwait until now() - $start >= 4s within 5s every 3s\necho end").events == [
        "sleep 3s", "sleep 2s", "echo end",
      ])
    #expect(
      ScriptRun("wait until (train).ok within 5s", in: .failing("train")).events == ["train", "failed service.down"])
  }

  @Test(arguments: [
    ("test 'a' { expect 1 == 1 }", ["test a", "test a passed"]),
    ("test 'a' {}\ntest \"b ${1}\" {}", ["test a", "test a passed", "test b 1", "test b 1 passed"]),
    (
      "test 'a' { expect 1 == 2\necho never }\necho on",
      ["test a", "test a failed: script.expectation-failed", "echo on"]
    ),
    (
      "test 'a' { train\necho never }\ntest 'b' {}",
      ["test a", "train", "test a failed: service.down", "test b", "test b passed"]
    ),
    ("test 'a' { try { train } catch { echo caught } }", ["test a", "train", "echo caught", "test a passed"]),
    (
      "for i in [1, 2] { test \"t${i}\" { if $i == 1 { continue }\nbreak }\necho never }\ntrain",
      ["test t1", "test t1 passed", "test t2", "test t2 passed", "train", "failed service.down"]
    ),
    (
      "try { test 'a' { train } } catch { echo never }\necho on",
      ["test a", "train", "test a failed: service.down", "echo on"]
    ),
    ("test 'a' { retry 2 { train } }", ["test a", "train", "train", "test a failed: service.down"]),
    (
      "def f() { expect false }\ntest 'a' { f() }\necho on",
      ["test a", "test a failed: script.expectation-failed", "echo on"]
    ),
    ("retry 2 { test 'a' { train }\necho once }", ["test a", "train", "test a failed: service.down", "echo once"]),
  ])
  func `in a test end the test and nothing else`(text: String, expected: [String]) {
    #expect(ScriptRun(text, in: .failing("train")).events == expected)
  }

  @Test(arguments: [
    ("expect false", "expected false"), ("let x = 3\nexpect $x == 4", "expected $x == 4; it is 3 == 4"),
    ("expect 1 > 2, 'why'", "expected 1 > 2: why"),
    ("let x = 'a'\nexpect $x in ['b'], \"no ${x}\"", #"expected $x in ['b']; it is "a" in ["b"]: no a"#),
    ("let x = true\nexpect not $x", "expected not $x"),
    ("let s = secret('k')\nexpect $s == 'x'", #"expected $s == 'x'; it is [secret] == "x""#),
    ("let s = secret('k')\nexpect false, $s", "expected false: [secret]"),
    ("expect 5 in range(9007199254740992) and false", "expected 5 in range(9007199254740992) and false"),
    ("let r = range(9007199254740992)\nexpect $r == []", "expected $r == []; it is a list of 9007199254740992 == []"),
  ])
  func `of expectations say what was found`(text: String, expected: String) {
    #expect(ScriptRun(text).failure?.error.message == expected)
  }

  @Test func `of expectations work out the message only then`() {
    #expect(ScriptRun("expect true, \"${1 / 0}\"\necho on").echoed == ["on"])
    #expect(ScriptRun("expect false, \"${1 / 0}\"").code == "script.division-by-zero")
  }

  @Test func `give the exit status of their kind`() {
    #expect(ScriptRun("expect false").failure?.error.exitCode == .refused)
    #expect(ScriptRun("echo (1 / 0)").failure?.error.exitCode == .failure)
  }
}
