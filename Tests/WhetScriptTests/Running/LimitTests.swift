import Testing
import WhetCore

@testable import WhetScript

@Suite(.timeLimit(.minutes(1))) struct `Values that would be too large` {
  private func code(_ start: String, _ step: String, count: Int = 60) -> String? {
    ScriptRun("let l = \(start)\nfor i in range(\(count)) { l = \(step) }\necho done (len($l))").code
  }

  @Test(arguments: [
    ("[1]", "[$l, $l]"), ("[1]", "$l + $l"), ("'ab'", "$l + $l"), ("'ab'", "\"${l}${l}\""),
    ("{a: 1}", "{a: $l, b: $l}"), ("['x']", "[{k: $l}, {k: $l}]"), ("[1]", "[$l, $l, $l, $l]"),
    ("'ab'", "replace($l, 'a', $l)"), ("['ab']", "[join([$l[0], $l[0]])]"), ("'a'", "string([$l, $l])"),
    ("'a'", "json([$l, $l])"),
  ])
  func `end the script with a clear error`(start: String, step: String) {
    #expect(["script.value-too-large", "script.value-too-deep"].contains(code(start, step)))
  }

  @Test func `name what is too large or too deep`() {
    #expect(code("[1]", "[$l, $l]") == "script.value-too-large")
    #expect(code("[1]", "[$l]", count: 200) == "script.value-too-deep")
    #expect(code("[1]", "[$l]", count: 90) == nil)
  }

  @Test(arguments: [
    "echo (range(9007199254740992))", "echo \"${range(9007199254740992)}\"", "echo (string(range(9007199254740992)))",
    "echo (json(range(9007199254740992)))", "echo [(range(9007199254740992))]",
    "echo ([1] + range(9007199254740992))", "echo (join(range(9007199254740992)))",
  ])
  func `are refused before they are written`(text: String) {
    #expect(ScriptRun(text).code == "script.value-too-large")
  }

  @Test func `are no trouble while nobody writes them`() {
    let text =
      "let r = range(9007199254740992)\necho (len($r)) $r[-1] (5 in $r) (sum($r) > 0) (max($r)) (len(reverse($r)))\nfor x in $r { if $x == 3 { break } }"
    #expect(ScriptRun(text).code == "script.integer-overflow")
    #expect(
      ScriptRun(text.replacing("(sum($r) > 0)", with: "")).echoed == [
        "9007199254740992 9007199254740991 true 9007199254740991 9007199254740992"
      ])
  }

  @Test func `can be caught, and the variable is as it was`() {
    let run = ScriptRun(
      "let t = 'ab'\ntry { for i in range(60) { t = $t + $t } } catch e { echo $e.code }\necho (len($t))")
    #expect(run.echoed == ["script.value-too-large", "67108864"])
  }
}
