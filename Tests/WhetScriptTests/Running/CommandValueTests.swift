import Testing
import WhetCore

@testable import WhetScript

@Suite struct `Commands in scripts` {
  @Test(arguments: [
    ("agent list", ["agent list"]), ("let r = agent list\necho $r.n $r.items[0]", ["agent list", "echo 3 a"]),
    ("echo (agent list).ok", ["agent list", "echo true"]),
    ("agent show (agent list).items[0]", ["agent list", #"agent show agent="a""#]),
    ("train --limit (1 + 1) --weight (3 / 2) --patience (2s * 2)", ["train limit=2 patience=4s weight=1.5"]),
    ("let t = 'x y'\ntrain $t --tag \"a ${t}\" --tag=$t", [#"train agent="x y" tag=["a x y", "x y"]"#]),
    ("let m = 'batch'\ntrain --mode $m", [#"train mode="batch""#]),
    ("let y = true\ncorrection import a --yes=$y", [#"correction import file=path("a") yes=true"#]),
    ("train --context {n: (1 + 1), l: [$args, 'x']}", [#"train context={n: 2, l: [[], "x"]}"#]),
    ("train --context $args", ["train context=[]"]), ("train --context (null)", ["train context=null"]),
    ("agent list > \"${'f'}.txt\"", [#"agent list > "f.txt""#]),
    ("let p = path('/a')\ncorrection import $p", [#"correction import file=path("/a")"#]),
    ("let f = 'notes.txt'\ntrain --response @$f", [#"train response=content("notes.txt")"#]),
    ("train --response @\"${'n'}otes.txt\"", [#"train response=content("notes.txt")"#]),
    ("let f = 'a'\ncorrection import @$f", [#"correction import file=path("a")"#]),
    ("echo @notes.txt (len(@notes.txt))", ["echo first\nsecond\n 13"]),
    ("let r = (\n  train bob\n    --limit 3\n)\necho $r.n", [#"train agent="bob" limit=3"#, "echo 3"]),
    ("let a = 'v'\nlet r = agent show $a | json\necho $r.n", [#"agent show agent="v" | json"#, "echo 3"]),
    ("agent show \"${1}${2.5}${true}${null}\"", [#"agent show agent="12.5truenull""#]),
  ])
  func `give values and take them`(text: String, expected: [String]) {
    let run = ScriptRun(text)
    #expect(run.faults == [])
    #expect(run.events == expected)
  }

  static let dangerous = [
    "--yes", "--mode batch", "@notes.txt", "; exit", "a; agent list", "${x}", "$x", "}", "{", "\n}\nagent list\n", "'",
    "\"", "\"\"\"", "\\", "| json", "> /etc/passwd",
    "-- x", "--", "-x", "# no", "(agent list)", "[1", "true", "5", "10s", "null", "\u{0}", "\u{202E}", "a\u{301}",
    "&& rm", "`ls`", "~", "../..", "",
  ]

  @Test(arguments: dangerous)
  func `take any text as data and nothing else`(text: String) {
    var world = ScriptedWorld(arguments: [text])
    world.answers["agent list"] = [.value(.record(ScriptRecord(flat: ["t": .text(text)])))]
    world.files["f"] = text
    let spelled = text.debugDescription
    let sources = [
      "$args[0]", "(agent list).t", "(@f)", "\"${$args[0]}\"", "{k: $args[0]}.k", "([$args[0]])[0]",
      "(parse(json($args)))[0]", "(\"a\" + $args[0])[0]",
    ].dropLast()
    for source in sources {
      let run = ScriptRun(
        "let t = \(source)\ntrain $t --tag $t --response $t --context [$t]\ncapture run --agent $t -- $t\nhelp $t",
        in: world)
      #expect(run.faults == [])
      #expect(
        run.events.filter { $0 != "agent list" } == [
          "train agent=\(spelled) context=[\(spelled)] response=\(spelled) tag=[\(spelled)]",
          "capture run agent=\(spelled) -- \(spelled)", "help words=[\(spelled)]",
        ])
    }
  }

  @Test(arguments: dangerous)
  func `show any text as it is`(text: String) {
    let run = ScriptRun(
      "echo $args[0] \"${$args[0]}\"\nfor a in $args { let b = $a\necho (\"${b}\" == $args[0]) }",
      in: ScriptedWorld(arguments: [text]))
    #expect(run.echoed == [text + " " + text, "true"])
  }

  @Test(arguments: [
    ("train --tag $l", #"train tag=["a", "b c"]"#),
    ("train --tag x --tag $l --tag y", #"train tag=["x", "a", "b c", "y"]"#),
    ("help $l z", #"help words=["a", "b c", "z"]"#),
    ("help x ([])", #"help words=["x"]"#),
    ("capture run --agent x -- ls $l", #"capture run agent="x" -- "ls" "a" "b c""#),
    ("capture run --agent x -- ls (range(2)) 1.5", #"capture run agent="x" -- "ls" "0" "1" "1.5""#),
    ("train --context $l", #"train context=["a", "b c"]"#),
    ("train --tag \"${l}\"", ##"train tag=["[\"a\", \"b c\"]"]"##),
  ])
  func `take a list as so many values where they may be repeated`(text: String, expected: String) {
    #expect(ScriptRun("let l = ['a', 'b c']\n\(text)").events == [expected])
  }

  @Test(arguments: [
    ("train $v", "[1]", "command.wrong-type"), ("train --limit $v", "'5'", "command.wrong-type"),
    ("train --limit $v", "5.5", "command.wrong-type"), ("train --limit $v", "500", "command.out-of-range"),
    ("train --mode $v", "'bach'", "command.unknown-choice"), ("train --patience $v", "5", "command.wrong-type"),
    ("correction import a --yes=$v", "'true'", "command.wrong-type"),
    ("agent show $v", "null", "command.wrong-type"), ("agent show $v", "{}", "command.wrong-type"),
    ("train --tag $v", "[[1]]", "command.wrong-type"), ("capture run --agent a -- $v", "{}", "script.wrong-kind"),
    ("agent list > $v", "[1]", "script.wrong-kind"), ("echo @$v", "'no such file'", "file.unreadable"),
    ("train --weight $v", "'1'", "command.wrong-type"),
    ("train --tag $v", "range(100000000)", "script.value-too-large"),
    ("capture run --agent a -- $v", "range(100000000)", "script.value-too-large"),
    ("train --context $v", "range(100000000)", "script.value-too-large"),
  ])
  func `refuse values of the wrong kind while they run`(text: String, value: String, code: String) {
    let run = ScriptRun("let v = parse('1')\nv = \(value)\ntry { \(text) } catch e { echo $e.place.line }\n\(text)")
    #expect(run.faults == [])
    #expect(run.code == code)
    #expect(run.events == ["echo 3", "failed \(code)"])
  }

  @Test func `say at which argument the value is wrong`() {
    let failure = ScriptRun("let v = '5'\ntrain bob --limit $v").failure
    #expect(failure?.error.message == "--limit: an integer was expected, not the text '5'")
    #expect(failure?.error.advice == "'number(...)' reads a number from text")
  }
}
