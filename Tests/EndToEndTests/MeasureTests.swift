import Foundation
import Subprocess
import Testing

/// What learning is worth, measured on files.
@Suite(.timeLimit(.minutes(2)), .serialized) struct `Measures of files` {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private func samples(_ count: Int, seed: UInt64 = 71) -> [Sample] {
    var writer = SampleWriter(seed: seed)
    return writer.corrections(count) + writer.accepted(2)
  }

  @Test func `a stream is measured without a store, the same each time`() async throws {
    let file = try place.write(samples(24).lines, to: "stream.jsonl")
    let first = try await place.whet("measure", "stream", file, "--output", "json", "--per-item")
    let second = try await place.bash("\"$WHET\" measure stream - --per-item --output json < \(file)")
    expect(first, endsWith: 0)
    #expect(first.output == second.output)
    #expect(!place.exists("home/data/whet/whet.db"))
    let value = try first.json()
    #expect(value["items"] == 26)
    let items = value["per_item"]?.elements ?? []
    #expect(items.count == 26)
    for name in ["cost_without", "cost_with"] {
      #expect(value[name]?.number == items.compactMap { $0[name]?.number }.reduce(0, +))
    }
    let (without, with) = (try #require(value["cost_without"]?.number), try #require(value["cost_with"]?.number))
    #expect(abs(try #require(value["reduction"]?.number) - (1 - with / without)) < 1e-12)
    #expect(with < without)
    #expect(value["corrections_until_right"] == nil && value["faults"] == nil)
  }

  @Test func `rules are measured on a file they were not learned from`() async throws {
    let train = try place.write(samples(24).lines, to: "train.jsonl")
    let test = try place.write(samples(8, seed: 72).lines, to: "test.jsonl")
    let untouched = try place.write(#"{"original": "print('all is well')"}"#, to: "untouched.jsonl")
    let outcome = try await place.whet(
      "measure", "rules", "--train", train, "--test", test, "--untouched", untouched, "--output", "json")
    expect(outcome, endsWith: 0)
    let value = try outcome.json()
    #expect(value["items"] == 11)
    #expect(value["false_changes"] == 0)
    #expect(try #require(value["exact"]?.number) > 0.5)
    #expect(try #require(value["precision"]?.number) > 0.5)
    #expect(try #require(value["distance_reduction"]?.number) > 0.5)
  }

  @Test func `what is known before a stream is not measured, and times are told when asked for`() async throws {
    let known = try place.write(samples(24).lines, to: "known.jsonl")
    let file = try place.write(samples(4, seed: 73).lines, to: "stream.jsonl")
    let fresh = try await place.whet("measure", "stream", file, "--output", "json").json()
    let informed = try await place.whet(
      "measure", "stream", file, "--known", known, "--timing", "--output", "json"
    ).json()
    #expect(informed["items"] == 6)
    #expect(informed["cost_without"] == fresh["cost_without"])
    #expect(try #require(informed["cost_with"]?.number) < #require(fresh["cost_with"]?.number))
    #expect(fresh["learn_milliseconds"] == nil)
    #expect(try #require(informed["learn_milliseconds", "median"]?.number) > 0)
    #expect(try #require(informed["apply_milliseconds", "worst"]?.number) > 0)
  }

  @Test func `bad lines are named, the rest is measured, and the command fails`() async throws {
    let file = try place.write(samples(3).lines + "{ no JSON\n" + #"{"original": "x"}"# + "\n", to: "mixed.jsonl")
    let outcome = try await place.whet("measure", "stream", file, "--output", "json")
    expect(outcome, endsWith: 1)
    for (line, reason) in [(6, "not valid JSON"), (7, "'corrected' is missing")] {
      #expect(
        outcome.errors.split(separator: "\n").contains { $0.contains("\(file):\(line): ") && $0.contains(reason) },
        "\(outcome.errors)")
    }
    #expect(outcome.errors.contains("[measure.partial]"))
    #expect(try outcome.json()["items"] == 5)
    #expect(try outcome.json()["faults"]?.elements.compactMap { $0["line"]?.number } == [6, 7])
  }

  @Test func `an interrupt ends it`() async throws {
    let file = try place.write(samples(1_000).lines, to: "long.jsonl")
    let (outcome, _) = try await place.whet(
      ["measure", "stream", file], signalledAt: .milliseconds(400), signal: .interrupt)
    expect(outcome, endsWith: 130)
  }
}
