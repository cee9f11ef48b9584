import Foundation
import Subprocess
import Testing

/// A run that is stepped through, killed in the middle of its verbs.
@Suite(.timeLimit(.minutes(8)), .serialized) struct `A killed stepped run` {
  private static let count = 12
  private let place: Workplace

  init() throws { place = try Workplace() }

  @Test func `kills at random moments of every verb lose nothing and double nothing`() async throws {
    let reference = try await Self.plainRun()
    try await prepare(place)
    var generator = SeededGenerator(seed: 47)
    let (begun, work) = try await place.whet(["train", "engineer", "--step"], signalledAt: nil)
    expect(begun, endsWith: 0)
    let verbs = [
      ["step", "next"], ["step", "next", "--count", "9"], ["step", "back"], ["step", "run"],
      ["step", "set", "model", "offline"], ["step", "back", "--to", "input"], ["train", "engineer", "--step"],
    ]
    var kills = 0
    for round in 0..<28 {
      let verb = verbs[round % verbs.count]
      let moment = work * Double.random(in: 0.2...1.1, using: &generator)
      let outcome = try await place.whet(verb, signalledAt: moment).outcome
      #expect([0, 1, 137].contains(outcome.status), "\(verb): \(outcome.errors)")
      if outcome.status == 137 { kills += 1 }
      try await check("\(round): \(verb)")
    }
    #expect(kills > 5)
    expect(try await place.whet("step", "run", "--all"), endsWith: 0)
    let result = try await Self.result(in: place)
    for (command, value) in reference { #expect(result[command] == value, "'\(command)' differs") }
  }

  @Test func `a kill while a choice is carried out leaves it kept or not made`() async throws {
    let reference = try await Self.plainRun()
    try await prepare(place)
    expect(try await place.whet("-c", "train engineer --step", "-c", "step next --count 67"), endsWith: 0)
    let work = try await place.whet(["step", "set", "strategy", "nonsense"], signalledAt: nil).used
    var generator = SeededGenerator(seed: 59)
    var kills = 0
    for round in 0..<8 {
      let moment = work * Double.random(in: 0.4...1.1, using: &generator)
      let outcome = try await place.whet(
        ["step", "set", "strategy", round % 2 == 0 ? "generic" : "engineer"], signalledAt: moment
      ).outcome
      if outcome.status == 137 { kills += 1 }
      try await check("choice \(round)")
      // Behind step 2 at least, so that going back takes the choice back too.
      expect(try await place.whet("step", "next"), endsWith: 0)
      expect(try await place.whet("step", "back", "--to", "input"), endsWith: 0)
      expect(try await place.whet("step", "next", "--count", "4"), endsWith: 0)
    }
    #expect(kills > 1)
    expect(try await place.whet("step", "run", "--all"), endsWith: 0)
    let result = try await Self.result(in: place)
    for (command, value) in reference { #expect(result[command] == value, "'\(command)' differs") }
  }

  @Test func `without a kill every step in a process of its own leaves what one run leaves`() async throws {
    let reference = try await Self.plainRun()
    try await prepare(place)
    expect(try await place.whet("train", "engineer", "--step"), endsWith: 0)
    for _ in 0..<(Self.count * 7) { expect(try await place.whet("step", "next"), endsWith: 0) }
    let result = try await Self.result(in: place)
    for (command, value) in reference { #expect(result[command] == value, "'\(command)' differs") }
  }

  /// The store opens and is sound, and there is one run, without a correction twice.
  private func check(_ moment: String) async throws {
    let outcome = try await place.whet(
      "-c", "store check", "-c", "session list", "-c", "run list", "-c", "step list", "--output", "json")
    #expect(outcome.status == 0, "\(moment): \(outcome.errors)")
    let results = try outcome.json().elements
    try #require(results.count == 4, "\(moment)")
    #expect(results[0]["sound"] == true, "\(moment)")
    let trained = results[1].texts("correction")
    #expect(trained.count == Self.count && Set(trained).count == trained.count, "\(moment)")
    #expect(results[2].elements.count == 1, "\(moment)")
    #expect(results[3].elements.count == 1, "\(moment)")
  }

  private func prepare(_ place: Workplace) async throws {
    var writer = SampleWriter(seed: 53)
    let file = try place.write(writer.corrections(Self.count).lines, to: "corrections.jsonl")
    expect(try await place.whet("correction", "import", file), endsWith: 0)
  }

  private static func plainRun() async throws -> [String: JSON] {
    let place = try Workplace()
    var writer = SampleWriter(seed: 53)
    let file = try place.write(writer.corrections(count).lines, to: "corrections.jsonl")
    expect(try await place.whet("-c", "correction import \(file)", "-c", "train engineer"), endsWith: 0)
    return try await result(in: place)
  }

  private static func result(in place: Workplace) async throws -> [String: JSON] {
    var result: [String: JSON] = [:]
    for command in ["run show", "lesson list --status active", "session list"] {
      let outcome = try await place.whet("-c", command, "--output", "json")
      expect(outcome, endsWith: 0)
      result[command] = try outcome.json().without(["startedAt", "finishedAt", "updatedAt"])
    }
    return result
  }
}
