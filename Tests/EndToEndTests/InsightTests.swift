import Foundation
import Testing

/// Programs as agents, and what the numbers say.
@Suite(.timeLimit(.minutes(2)), .serialized) struct `Captured answers and their numbers` {
  private let place: Workplace

  init() throws { place = try Workplace() }

  @Test func `a program's answer is kept, printed, corrected and trained`() async throws {
    let answer = "def f(x):\n    if x == None:\n        return 1\n"
    try place.write(answer, to: "answer.py")
    try place.write(answer.replacing("== None", with: "is None"), to: "better.py")
    let captured = try await place.whet(
      "capture", "run", "--agent", "engineer", "--task", "write f", "--language", "python", "--", "cat",
      place.path("answer.py"))
    expect(captured, endsWith: 0)
    #expect(captured.output == answer)
    #expect(captured.errors.contains("kept as session s1"))
    let corrected = try await place.whet(
      "-c", "correction add --session last --corrected @\(place.path("better.py"))", "-c", "train engineer",
      "-c", "session show s1", "--output", "json")
    expect(corrected, endsWith: 0)
    let results = try corrected.json().elements
    #expect(results[0]["original"] == .text(answer))
    #expect(results[0]["task"] == "write f")
    #expect(results[1]["sessions"] == 1)
    #expect(results[2]["correction"] == .null)
  }

  @Test func `a failing program's status and words are told, and its answer kept`() async throws {
    let captured = try await place.whet(
      "capture", "run", "--agent", "engineer", "--task", "fail", "--output", "json", "--", "sh", "-c",
      "echo half; echo why >&2; exit 7")
    expect(captured, endsWith: 0)
    let value = try captured.json()
    #expect(value["exitStatus"] == 7)
    #expect(value["text"] == "half\n")
    #expect(value["errorTail"] == "why\n")
    #expect(captured.errors.contains("status 7"))
  }

  @Test(arguments: [
    (["no-such-program-anywhere"], "[capture.program-missing]"), (["sh", "-c", "yes"], "[capture.too-long]"),
    (["sleep", "100"], "[capture.timed-out]"),
  ])
  func `a program that gives no answer is an error with a reason`(command: [String], code: String) async throws {
    let line = command.map { "'\($0)'" }.joined(separator: " ")
    let outcome = try await place.bash(
      "\"$WHET\" capture run --agent engineer --task x --timeout 2s --output json -- \(line)")
    expect(outcome, endsWith: 1)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains(code), "\(outcome.errors)")
    #expect(try await place.whet("session", "list", "--output", "json").json() == [])
  }

  @Test func `improve may stand behind a program`() async throws {
    var writer = SampleWriter(seed: 61, mistakes: [.comparison])
    let file = try place.write(writer.corrections(10).lines, to: "corrections.jsonl")
    let way = try await place.whet("-c", "correction import \(file)", "-c", "train engineer", "-c", "deploy engineer")
    expect(way, endsWith: 0)
    try place.write("def f(x):\n    if x == None:\n        return 1\n", to: "answer.py")
    let captured = try await place.whet(
      "capture", "run", "--agent", "engineer", "--task", "f", "--language", "python", "--improve", "--", "cat",
      place.path("answer.py"))
    expect(captured, endsWith: 0)
    #expect(captured.output == "def f(x):\n    if x is None:\n        return 1\n")
  }

  @Test func `what was not measured is null in JSON and n-a in words`() async throws {
    var writer = SampleWriter(seed: 62, mistakes: [.comparison])
    var samples = writer.corrections(2)
    samples[0].agent = "qa"
    let file = try place.write(samples.lines, to: "corrections.jsonl")
    let outcome = try await place.whet(
      "-c", "correction import \(file)", "-c", "train engineer", "-c", "stats", "-c", "dashboard engineer",
      "-c", "dashboard", "--output", "json")
    expect(outcome, endsWith: 0)
    let results = try outcome.json().elements
    let rows = try #require(results[2]["agents"]?.elements)
    #expect(rows.compactMap { $0["agent"]?.text } == ["engineer", "qa"])
    for row in rows {
      for name in [
        "successRate", "successRateLow", "successRateHigh", "improvement", "heldOut", "heldOutLow", "heldOutHigh",
      ] {
        #expect(row[name] == .null, "\(name) of two corrections is a guess")
      }
    }
    #expect(rows.last?["gate"] == .null)
    #expect(rows.last?["waiting"] == 1)
    #expect(results[3]["trend"] == .null)
    #expect(results[3]["next"]?.elements.isEmpty == false)
    #expect(results[4].texts("agent") == ["engineer", "qa"])
    #expect(try await place.whet("stats").output.contains("n/a"))
    #expect(try await place.whet("dashboard", "engineer").output.contains("n/a: fewer than"))
  }

  @Test func `an empty store has an answer for every question`() async throws {
    for command in ["stats", "dashboard", "run list", "session list", "lesson list", "deployment list", "agent list"] {
      for format in ["table", "json", "jsonl", "csv", "tsv", "markdown"] {
        let outcome = try await place.whet("-c", command, "--output", format)
        expect(outcome, endsWith: 0)
        if format == "json" { _ = try outcome.json() }
      }
    }
  }
}
