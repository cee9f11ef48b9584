import Foundation
import Testing

/// Scripts through the built program, with the real commands.
@Suite(.timeLimit(.minutes(3)), .serialized) struct `Scripts` {
  private let place: Workplace
  private let corrections: String

  init() throws {
    place = try Workplace()
    var writer = SampleWriter(seed: 5, mistakes: [.comparison])
    corrections = try place.write(writer.corrections(12).lines, to: "project/corrections.jsonl")
  }

  @Test func `a scenario trains, looks at the evidence and decides by it`() async throws {
    let script = try place.write(
      """
      let added = correction import (path("corrections.jsonl"))
      expect $added.added == 12
      let run = train engineer
      test "every correction was trained" { expect len((session list)) == 12 }
      test "the evidence has a mean" { expect $run.improvement.heldOut.mean != null }
      if $run.improvement.heldOut.mean > 0 {
        echo "held out: ${round($run.improvement.heldOut.mean, 1)} points"
      } else {
        echo "nothing was learned"
      }
      try { deploy engineer --run $run.id } catch refusal { echo $refusal.code }
      """, to: "project/way.whet")
    let outcome = try await place.whet(script)
    expect(outcome, endsWith: 0)
    #expect(outcome.output.contains("2 tests: 2 passed, 0 failed"))
    #expect(outcome.output.contains("held out: "))
  }

  @Test(arguments: [
    (0, "echo done"), (1, "correction show nobody"), (2, "agnet list"), (2, "let x ="), (3, "expect 1 == 2"),
    (3, "test \"t\" { correction show nobody }"), (0, "try { correction show nobody } catch {}"), (1, "echo (1 / 0)"),
    (1, "retry 2 every 1ms { correction show nobody }"), (1, "wait until false within 20ms every 5ms"),
  ])
  func `each ending has its exit status`(status: Int, text: String) async throws {
    for outcome in [
      try await place.whet("-c", text), try await place.whet(place.write(text, to: "s.whet")),
      try await place.whet(input: Array(text.utf8)),
    ] {
      expect(outcome, endsWith: status)
    }
  }

  @Test func `arguments, variables, TAP, check, dry run, trace and safe come from the command line`() async throws {
    let script = try place.write(
      "let n = 1\ntest \"n is ${n}\" { expect $n == number($args[0]) }\nlet c = correction import (path(\"corrections.jsonl\"))\necho $c.added\n",
      to: "project/s.whet")
    let tap = try await place.whet(script, "--output", "tap", "--set", "n=7", "--", "7")
    expect(tap, endsWith: 0)
    #expect(tap.output == "TAP version 14\nok 1 - n is 7\n# 12\n1..1\n")
    let dry = try await place.whet(script, "--dry-run", "--", "1")
    expect(dry, endsWith: 0)
    #expect(dry.errors.contains("would run 'correction import"))
    expect(try await place.whet(script, "--check"), endsWith: 0)
    let trace = try await place.whet(script, "--trace-json", "--", "1")
    expect(trace, endsWith: 0)
    #expect(trace.errors.contains(#""trace":"command""#))
    let safe = try await place.whet(script, "--safe", "--project", place.path("home"), "--", "1")
    expect(safe, endsWith: 1)
    #expect(safe.errors.contains("[script.refused-when-safe]"))
  }

  @Test(arguments: [
    "for i in range(1000000000) { let x = $i }", "wait until false within 5m",
    "def f(n) { for i in range(1000000000) { try { f($i) } catch {} } }\nf(1)", "retry 1000 every 1s { expect false }",
  ])
  func `an interrupt ends a script at any point`(text: String) async throws {
    let script = try place.write(text, to: "long.whet")
    let outcome = try await place.bash(
      "\"$WHET\" \(script) & pid=$!; sleep 0.7; kill -INT $pid; wait $pid; exit $?")
    expect(outcome, endsWith: 130)
  }

  @Test func `a reader that goes away ends a script quietly`() async throws {
    let script = try place.write("for i in range(1000000) { try { echo $i } catch { echo caught } }", to: "many.whet")
    let outcome = try await place.bash(
      "set -o pipefail; \"$WHET\" \(script) | head -n 2; exit ${PIPESTATUS[0]}")
    expect(outcome, endsWith: 141)
    #expect(outcome.output == "0\n1\n")
    #expect(outcome.errors == "")
  }

  @Test func `hostile corrections stay data through variables, records and files`() async throws {
    let hostile = "} exit; deploy engineer --force ${exit} \"; correction remove last #"
    let sample = Sample(id: "hostile", task: hostile, original: hostile, corrected: hostile + " fixed")
    try place.write([sample].lines, to: "project/hostile.jsonl")
    let script = try place.write(
      """
      correction import (path("hostile.jsonl"))
      let found = correction show hostile
      let kept = {task: $found.task, list: [$found.original]}
      correction export > copy.jsonl
      let text = @copy.jsonl
      expect $kept.list[0] in $text or len($text) > 0
      expect $kept.task == $kept.list[0]
      echo $kept.task
      correction add --agent engineer --task $kept.task --original "${$kept.list[0]}" --corrected $found.corrected
      expect len((correction list)) == 2
      expect len((deployment list)) == 0
      """, to: "project/s.whet")
    let outcome = try await place.whet(script)
    expect(outcome, endsWith: 0)
    #expect(outcome.output.contains(hostile))
  }

  @Test func `a script is formatted in place, and only then checks as formatted`() async throws {
    let script = try place.write("if 1==1 {echo  yes # why\n}", to: "project/s.whet")
    expect(try await place.whet("format", script, "--check"), endsWith: 1)
    #expect(try await place.whet("format", script).output == "if 1 == 1 {\n  echo yes  # why\n}\n")
    expect(try await place.whet("format", script, "--write"), endsWith: 0)
    expect(try await place.whet("format", script, "--check"), endsWith: 0)
    #expect(try await place.whet(script).output == "yes\n")
  }

  @Test(arguments: ["language", "grammar"])
  func `the guide and the grammar are pages of help`(page: String) async throws {
    let outcome = try await place.whet("help", page)
    expect(outcome, endsWith: 0)
    #expect(outcome.output.count > 2000)
    #expect(!outcome.holdsControls)
  }
}
