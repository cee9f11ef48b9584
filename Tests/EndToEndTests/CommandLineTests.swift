import Foundation
import Testing

/// What the program makes of its arguments, of scripts and of pipes.
@Suite(.timeLimit(.minutes(3)), .serialized) struct `The command line` {
  private let place: Workplace
  private let corrections: String

  init() throws {
    place = try Workplace()
    var writer = SampleWriter(seed: 11, mistakes: [.comparison])
    corrections = try place.write(writer.corrections(6).lines, to: "corrections.jsonl")
  }

  @Test func `several commands give one JSON array and nothing else on standard output`() async throws {
    let outcome = try await place.whet(
      "-c", "correction import \(corrections)", "-c", "train engineer", "-c", "session list", "--output", "json")
    expect(outcome, endsWith: 0)
    let results = try outcome.json().elements
    try #require(results.count == 3)
    #expect(results[0]["added"] == 6)
    #expect(results[1]["state"] == "finished")
    #expect(results[2].elements.count == 6)
    #expect(results[2].texts("state") == Array(repeating: "finished", count: 6))
  }

  @Test(arguments: ["-c", "file", "standard input"])
  func `the same commands give the same wherever they stand`(source: String) async throws {
    let commands = ["correction import \(corrections)", "train engineer", "session list"]
    let outcome =
      switch source {
      case "-c": try await place.whet("-c", commands.joined(separator: "; "), "--output", "json")
      case "file":
        try await place.whet(place.write(commands.joined(separator: "\n"), to: "way.whet"), "--output", "json")
      default: try await place.whet("--output", "json", input: Array(commands.joined(separator: "\n").utf8))
      }
    expect(outcome, endsWith: 0)
    let other = try Workplace()
    let reference = try await other.whet(
      "-c", commands[0], "-c", commands[1], "-c", commands[2], "--output", "json")
    #expect(try outcome.json().without(Self.moments) == reference.json().without(Self.moments))
  }

  private static let moments: Set<String> = ["startedAt", "finishedAt"]

  @Test func `one command gives its value, and lines of JSON one value a line`() async throws {
    _ = try await place.whet("correction", "import", corrections)
    let value = try await place.whet("correction", "list", "--output", "json").json()
    let lines = try await place.whet("correction", "list", "--output", "jsonl").output.split(separator: "\n")
    #expect(value.elements == (try lines.map { try JSONDecoder().decode(JSON.self, from: Data($0.utf8)) }))
  }

  @Test(arguments: [
    (0, ["stats"]), (0, ["help"]), (0, ["train", "--help"]), (0, ["--version"]), (0, ["-c", ""]),
    (1, ["correction", "show", "nobody"]), (1, ["train", "engineer"]), (1, ["correction", "import", "missing.jsonl"]),
    (1, ["-c", "correction show nobody"]), (2, ["-c", "agnet list"]), (2, ["-c", "stats ("]), (0, ["-c", "let x = 1"]),
    (2, ["-c", "let x = y"]),
    (2, ["-c", "train engineer --mode sideways"]), (1, ["no-such-file.whet"]), (64, ["agnet", "list"]),
    (64, ["--outptu", "json", "stats"]), (64, ["stats", "--output", "xml"]), (64, ["stats", "--color", "pink"]),
    (64, ["train"]), (64, ["correction", "list", "--agnt", "x"]), (64, ["stats", "--set", "lerner=off"]),
    (64, ["-c", "stats", "stats"]), (64, ["capture", "run", "--agent", "engineer", "--task", "x"]),
    (64, ["train", "engineer", "--mode", "sideways"]),
  ])
  func `ends with the status the manual promises`(status: Int, arguments: [String]) async throws {
    let line = arguments.map { "'\($0)'" }.joined(separator: " ")
    let outcome = try await place.bash("\"$WHET\" \(line) </dev/null")
    expect(outcome, endsWith: status)
    if status != 0 {
      #expect(outcome.output.isEmpty)
      #expect(!outcome.errors.isEmpty)
    }
  }

  @Test(arguments: [
    (["agnet", "list"], "agent list"), (["session", "lst"], "session list"), (["stat"], "stats"),
    (["-c", "corection list"], "correction list"), (["correction", "list", "--agnt", "engineer"], "--agent"),
  ])
  func `a slip is answered with what was meant`(arguments: [String], meant: String) async throws {
    let line = arguments.map { "'\($0)'" }.joined(separator: " ")
    let outcome = try await place.bash("\"$WHET\" \(line)")
    #expect(outcome.status == (arguments[0] == "-c" ? 2 : 64))
    #expect(outcome.errors.contains("did you mean") && outcome.errors.contains(meant), "\(outcome.errors)")
  }

  @Test func `a script with a fault in its third line runs nothing`() async throws {
    let script = try place.write(
      "correction import \(corrections)\ncorrection list\nagnet list\ntrain engineer\n", to: "faulty.whet")
    let outcome = try await place.whet(script)
    expect(outcome, endsWith: 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("faulty.whet:3:1:"))
    #expect(outcome.errors.contains("did you mean 'agent list'?"))
    #expect(try await place.whet("correction", "list", "--output", "json").json() == [])
  }

  @Test func `a failing command ends the script and keeps what was done before it`() async throws {
    let script = try place.write(
      "correction import \(corrections)\ncorrection show nobody\ncorrection remove last\n", to: "stops.whet")
    let outcome = try await place.whet(script, "--output", "json")
    expect(outcome, endsWith: 1)
    #expect(try outcome.json().elements.count == 1)
    #expect(outcome.errors.contains("stops.whet:2:1"))
    #expect(try await place.whet("correction", "list", "--output", "json").json().elements.count == 6)
  }

  @Test(arguments: ["table", "json", "jsonl"])
  func `a closed pipe ends the program with 141 and without a word`(format: String) async throws {
    let long = String(repeating: "value = 1\n", count: 20_000)
    let sample = Sample(id: "long", task: "long", original: long, corrected: long + "done = True\n")
    _ = try await place.whet("correction", "import", place.write([sample].lines, to: "long.jsonl"))
    let outcome = try await place.bash(
      "set -o pipefail; \"$WHET\" correction export --output \(format) | head -c 10; exit ${PIPESTATUS[0]}")
    expect(outcome, endsWith: 141)
    #expect(outcome.outputBytes.count == 10)
    #expect(outcome.errors == "")
  }

  @Test func `standard output that is full is an error and not a success`() async throws {
    let outcome = try await place.bash("\"$WHET\" help > /dev/full")
    expect(outcome, endsWith: 1)
    #expect(outcome.errors.contains("[file.unwritable]"))
  }

  @Test func `streams that are closed cost no data`() async throws {
    let outcome = try await place.bash("\"$WHET\" correction import \(corrections) <&- >&- 2>&-")
    #expect([0, 1, 141].contains(outcome.status))
    let check = try await place.whet("-c", "store check", "-c", "correction list", "--output", "json")
    expect(check, endsWith: 0)
    #expect(try check.json().elements.last?.elements.count == 6)
  }

  @Test func `a result goes to the file behind the arrow`() async throws {
    let outcome = try await place.whet(
      "-c", "correction import \(corrections)", "-c", "correction export > copy.jsonl", "-c", "correction list | jsonl")
    expect(outcome, endsWith: 0)
    #expect(try place.read("project/copy.jsonl").split(separator: UInt8(ascii: "\n")).count == 6)
  }
}
