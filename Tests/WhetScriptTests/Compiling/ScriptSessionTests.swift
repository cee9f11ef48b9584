import Testing
import WhetCore

@testable import WhetScript

@Suite struct `A session` {
  private let interactive: ScriptedWorld = {
    var world = ScriptedWorld()
    world.options.isInteractive = true
    return world
  }()

  @Test func `keeps variables and functions from entry to entry`() {
    var session = ScriptSession(table: sampleTable)
    #expect(ScriptRun("let x = 1\ndef f(a) { return $a + $x }", session: &session, in: interactive).faults == [])
    #expect(ScriptRun("x = $x + 1", session: &session, in: interactive).faults == [])
    #expect(ScriptRun("echo $x (f(40))", session: &session, in: interactive).echoed == ["2 42"])
  }

  @Test func `lets a prompt make names anew, of any kind`() {
    var session = ScriptSession(table: sampleTable)
    for (text, echoed) in [
      ("let x = 1", []), ("let x = 'a'", []), ("echo ($x + 'b')", ["ab"]), ("def f() { return 1 }", []),
      ("echo (f())", ["1"]),
      ("def f() { return 2 }", []), ("echo (f())", ["2"]),
    ] as [(String, [String])] {
      let run = ScriptRun(text, session: &session, in: interactive)
      #expect(run.faults == [])
      #expect(run.echoed == echoed)
    }
  }

  @Test(arguments: [
    "let x = ", "let y = 1\necho $z", "def g() {}\nlet x = [", "include 'none.whet'", "let y = 1\nagnet",
    "def f() { return 9 }\necho $no",
  ])
  func `forgets an entry with errors`(text: String) {
    var session = ScriptSession(table: sampleTable)
    _ = ScriptRun("let x = 1\ndef f() { return 1 }", session: &session, in: interactive)
    #expect(!ScriptRun(text, session: &session, in: interactive).faults.isEmpty)
    #expect(ScriptRun("echo $x (f())", session: &session, in: interactive).echoed == ["1 1"])
    #expect(ScriptRun("echo $y", session: &session, in: interactive).faults == ["script.unknown-variable 1:6"])
    #expect(ScriptRun("g()", session: &session, in: interactive).faults == ["script.unknown-function 1:1"])
  }

  @Test func `keeps what was set before a failure`() {
    var session = ScriptSession(table: sampleTable)
    let run = ScriptRun("let x = 1\nlet y = 1 / 0\n", session: &session, in: interactive)
    #expect(run.code == "script.division-by-zero")
    #expect(ScriptRun("echo $x", session: &session, in: interactive).echoed == ["1"])
    #expect(ScriptRun("echo $y", session: &session, in: interactive).code == "script.variable-not-set")
  }

  @Test func `takes values from outside over the script's own`() {
    var world = ScriptedWorld()
    world.options.presets = ["limit": .integer(7), "other": .text("x")]
    var session = ScriptSession(table: sampleTable)
    let input = ScriptInput(SourceText(name: "t", text: "let limit = 1 / 0\necho $limit"))
    let preparation = session.prepare(input, options: world.options) { _ throws(WhetError) in
      throw WhetError(.fileUnreadable, "")
    }
    #expect(preparation.usedPresets == ["limit"])
    #expect(
      ScriptRun("let limit = 1 / 0\nif true { let other = 'own'\necho $other }\necho $limit", in: world).echoed == [
        "own", "7",
      ])
  }

  @Test func `gives the script its arguments`() {
    var world = ScriptedWorld()
    world.arguments = ["a b", "--yes", "$x"]
    #expect(
      ScriptRun("echo $args (len($args))\nfor a in $args { agent show $a }", in: world).events == [
        #"echo ["a b", "--yes", "$x"] 3"#, #"agent show agent="a b""#, #"agent show agent="--yes""#,
        #"agent show agent="$x""#,
      ])
  }

  @Test func `shows new values to whoever follows`() {
    var world = ScriptedWorld()
    world.options.isTracing = true
    let run = ScriptRun(
      "let x = 1\nx = $x + 1\ndef f(a) {\n let b = $a\n return $b }\nlet s = secret('k')\necho (f(5)) $s", in: world)
    #expect(run.events == ["x = 1 at 1", "x = 2 at 2", "s = [secret] at 6", "b = 5 at 4", "echo 5 [secret]"])
  }
}
