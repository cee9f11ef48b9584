import Foundation
import Testing

/// Two processes at work on one store at the same time.
@Suite(.timeLimit(.minutes(3)), .serialized) struct `Two shells on one store` {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private func file(agent: String, seed: UInt64, count: Int = 8) throws -> String {
    var writer = SampleWriter(seed: seed, agent: agent)
    return try place.write(writer.corrections(count).lines, to: "\(agent)-\(seed).jsonl")
  }

  private func check(corrections: Int, trained: Int) async throws {
    let outcome = try await place.whet(
      "-c", "store check", "-c", "correction list", "-c", "session list", "-c", "run list", "--output", "json")
    expect(outcome, endsWith: 0)
    let results = try outcome.json().elements
    #expect(results[0]["sound"] == true)
    #expect(results[1].elements.count == corrections)
    #expect(Set(results[1].texts("id")).count == corrections)
    let sessions = results[2].elements.filter { $0["state"] == "finished" }
    #expect(sessions.count == trained, "sessions: \(results[2].texts("correction"))")
    #expect(Set(sessions.compactMap { $0["correction"]?.text }).count == trained)
    #expect(results[3].texts("state").allSatisfy { $0 == "finished" })
  }

  @Test(arguments: 0..<3)
  func `different agents are trained side by side`(round: Int) async throws {
    let files = try [file(agent: "engineer", seed: 51), file(agent: "qa", seed: 52)]
    async let first = place.whet("-c", "correction import \(files[0])", "-c", "train engineer", "--output", "json")
    async let second = place.whet("-c", "correction import \(files[1])", "-c", "train qa", "--output", "json")
    for outcome in try await [first, second] {
      expect(outcome, endsWith: 0)
      #expect(try outcome.json().elements.last?["sessions"] == 8)
    }
    try await check(corrections: 16, trained: 16)
  }

  @Test(arguments: 0..<3)
  func `the same file and agent are imported once and trained once`(round: Int) async throws {
    let file = try file(agent: "engineer", seed: 53)
    let outcomes = try await importAndTrain([file, file])
    let added = try outcomes.map { try $0.json().elements.first?["added"]?.number ?? -1 }
    #expect(added.sorted() == [0, 8])
    try await check(corrections: 8, trained: 8)
  }

  @Test func `two files of one agent lose nothing, and the next run trains what is left`() async throws {
    let files = try [file(agent: "engineer", seed: 54), file(agent: "engineer", seed: 54, count: 12)]
    _ = try await importAndTrain(files)
    expect(try await place.whet("train", "engineer"), endsWith: 0)
    try await check(corrections: 12, trained: 12)
  }

  /// Imports two files and trains the engineer in two processes; one of them may find the agent being trained.
  private func importAndTrain(_ files: [String]) async throws -> [Outcome] {
    async let first = place.whet("-c", "correction import \(files[0])", "-c", "train engineer", "--output", "json")
    async let second = place.whet("-c", "correction import \(files[1])", "-c", "train engineer", "--output", "json")
    let outcomes = try await [first, second]
    #expect(outcomes.contains { $0.status == 0 })
    for outcome in outcomes where outcome.status != 0 {
      expect(outcome, endsWith: 1)
      #expect(outcome.errors.contains(#/\[run\.(busy|finished)\]/#), "\(outcome.errors)")
    }
    return outcomes
  }

  @Test func `two deployments of one agent give two versions or a conflict, and a sound file`() async throws {
    let file = try file(agent: "engineer", seed: 55, count: 14)
    expect(try await place.whet("-c", "correction import \(file)", "-c", "train engineer"), endsWith: 0)
    async let first = place.whet("deploy", "engineer")
    async let second = place.whet("deploy", "engineer")
    let outcomes = try await [first, second]
    #expect(outcomes.contains { $0.status == 0 })
    for outcome in outcomes where outcome.status != 0 {
      expect(outcome, endsWith: 1)
      #expect(outcome.errors.contains(#/\[(agent.conflict|deployment.version-taken)\]/#), "\(outcome.errors)")
    }
    let text = String(decoding: try place.read("project/.claude/agents/engineer.md"), as: UTF8.self)
    #expect(text.ranges(of: "<!-- whet:begin -->").count == 1)
    let answer = try place.write("def f(x):\n    if x == None:\n        return 1\n", to: "answer.py")
    let improved = try await place.whet("improve", "engineer", "@\(answer)", "--output", "json")
    expect(improved, endsWith: 0)
    #expect(try improved.json()["source"]?.text?.hasPrefix("deployed version") == true)
  }
}
