import Testing
import WhetCore

@testable import WhetScript

@Suite struct `Secrets` {
  @Test(arguments: [
    "echo $s", "echo \"${s}\"", "echo ($s + 'x') ('x' + $s)", "echo [$s] {k: $s}",
    "echo (json($s)) (json([$s])) (json({k: $s}, 2))", "echo (string($s)) (string([$s]))", "echo \"a ${[$s]}\"",
    "echo (upper($s)) (trim($s)) (lower($s)) (replace($s, 'h', 'i')) (reverse($s)) (split($s, '-')) (join([$s], ','))",
    "echo (lines($s)) (path($s))", "echo (env('SERVICE_TOKEN'))", "expect $s == 'x'",
    "expect [$s] == []", "expect false, \"m ${s}\"", "expect $s matches '^x'", "echo ({a: 1}[$s])",
    "echo ([1][parse('null')]) $s", "agent show ($s[0])", "train --mode $s", "train --limit $s",
    "for x in parse($s) {}",
    "echo (1 + parse(json($s)) + $s)", "test $s { expect false }", "let t = $s\necho $t", "echo (parse($s))",
    "wait until $s == 'y' within 1s", "echo (sort([$s]))", "echo (max([$s, 'a']))", "echo (unique([$s]))",
    "x = $s", "echo (number(parse('null'))) $s", "if true { let u = [$s] + ['x']\necho $u }", "echo (join([$s, [1]]))",
    "echo ($s < 'x')", "echo (-parse(json([$s]))[0])",
  ])
  func `are never shown`(text: String) {
    var world = ScriptedWorld()
    world.options.isTracing = true
    let run = ScriptRun("let x = parse('null')\nlet s = secret('hush-hush')\n\(text)\necho $x", in: world)
    let shown =
      run.events + [
        run.failure?.error.description ?? "", run.failure.map { "\($0.error.message) \($0.error.advice ?? "")" } ?? "",
      ] + run.faults
    #expect(
      shown.allSatisfy { !$0.lowercased().contains("hush") && !$0.contains("hsuh") && !$0.contains("iush") }, "\(shown)"
    )
  }

  @Test func `are not shown by what catches a failure`() {
    let run = ScriptRun(
      "let s = secret('hush-hush')\ntry { echo ({a: 1}[$s]) } catch e { echo $e }\ntry { expect $s == 'a', $s } catch e { echo $e }"
    )
    #expect(run.echoed.count == 2)
    #expect(run.echoed.allSatisfy { !$0.contains("hush") })
  }

  @Test func `reach the commands that need them`() {
    #expect(ScriptRun("agent show (env('SERVICE_TOKEN'))").events == [#"agent show agent="hush-hush""#])
  }

  @Test func `compare like texts`() {
    #expect(
      ScriptRun("let s = secret('a b')\necho ($s == 'a b') ('a' in $s) ($s matches '^a') ($s + '' == 'a b')").echoed
        == ["true true true true"])
  }
}
