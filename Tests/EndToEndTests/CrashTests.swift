import Foundation
import Subprocess
import Testing

/// A training run over fifty corrections, killed at random moments.
@Suite(.timeLimit(.minutes(10)), .serialized) struct `A killed training run` {
  private let place: Workplace

  init() throws { place = try Workplace() }

  /// A run killed again and again until it is done, and another, until there were fifty kills.
  @Test func `fifty kills at random moments lose nothing and double nothing`() async throws {
    let reference = try await Reference.made()
    var generator = SeededGenerator(seed: 41)
    var kills = 0
    var state = State.none
    try begin(reference)
    while kills < 50 {
      let moment = reference.work * Double.random(in: 0...0.7, using: &generator)
      let outcome = try await place.whet(state.goingOn, signalledAt: moment).outcome
      let name = "kill \(kills) at \(moment) of work"
      try #require([0, 137].contains(outcome.status), "\(name)")
      if outcome.status == 137 { kills += 1 }
      state = try await check(name)
      guard state == .finished else { continue }
      try await compare(reference, name)
      try begin(reference)
      state = .none
    }
    #expect(try await place.whet(state.goingOn, signalledAt: nil).outcome.status == 0)
    #expect(try await check("the end") == .finished)
    try await compare(reference, "the end")
  }

  @Test(arguments: [2, 15])
  func `an interrupted run stops in good order and goes on later`(signal: Int32) async throws {
    let reference = try await Reference.made()
    try begin(reference)
    let (outcome, _) = try await place.whet(
      ["train", "engineer"], signalledAt: reference.work * 0.4, signal: .init(rawValue: signal))
    expect(outcome, endsWith: 130)
    let state = try await check("signal \(signal)")
    #expect(state == .open)
    #expect(try await place.whet(state.goingOn, signalledAt: nil).outcome.status == 0)
    try await compare(reference, "signal \(signal)")
  }

  /// How far the only run is.
  private enum State: String {
    case none, open, finished

    /// The command by which a person goes on.
    var goingOn: [String] { self == .none ? ["train", "engineer"] : ["session", "resume"] }
  }

  /// A store with the corrections and no run.
  private func begin(_ reference: Reference) throws {
    try? FileManager.default.removeItem(at: place.url("home/data"))
    try place.write(reference.imported, to: Reference.store)
  }

  /// The store opens, is sound, and holds no correction twice in one run and no second run.
  private func check(_ moment: String) async throws -> State {
    let outcome = try await place.whet(
      "-c", "store check", "-c", "session list", "-c", "run list", "-c", "correction list", "--output", "json")
    #expect(outcome.status == 0, "\(moment): \(outcome.errors)")
    let results = try outcome.json().elements
    try #require(results.count == 4, "\(moment)")
    #expect(results[0]["sound"] == true, "\(moment)")
    let trained = results[1].texts("correction")
    #expect(Set(trained).count == trained.count, "\(moment): a session twice")
    #expect(results[2].elements.count <= 1, "\(moment): a run twice")
    #expect(results[3].elements.count == Reference.count, "\(moment): a correction was lost")
    return try results[2].texts("state").first.map { try #require(State(rawValue: $0)) } ?? .none
  }

  /// The run brought just what the undisturbed one did.
  private func compare(_ reference: Reference, _ moment: String) async throws {
    let result = try await Reference.result(in: place)
    for (command, value) in reference.result { #expect(result[command] == value, "\(moment): '\(command)' differs") }
  }
}

/// An undisturbed run over the same corrections: what it leaves, and how much work it is.
private struct Reference: Sendable {
  static let count = 50
  /// The store's place in a workplace.
  static let store = "home/data/whet/whet.db"

  /// The store before the run.
  let imported: Data
  /// The processor time of the run.
  let work: Duration
  /// What the run brought, by command, without ids and moments.
  let result: [String: JSON]

  private static let maker = Maker()

  static func made() async throws -> Reference { try await maker.reference() }

  /// Makes the reference once for all tests.
  private actor Maker {
    private var made: Reference?

    func reference() async throws -> Reference {
      if let made { return made }
      let reference = try await Reference.make()
      made = reference
      return reference
    }
  }

  private static func make() async throws -> Reference {
    let place = try Workplace()
    var writer = SampleWriter(seed: 43)
    let samples = writer.corrections(count - 5) + writer.accepted(5)
    expect(
      try await place.whet("correction", "import", place.write(samples.lines, to: "corrections.jsonl")), endsWith: 0)
    let imported = try place.read(store)
    let (outcome, work) = try await place.whet(["train", "engineer"], signalledAt: nil)
    expect(outcome, endsWith: 0)
    return Reference(imported: imported, work: work, result: try await result(in: place))
  }

  static func result(in place: Workplace) async throws -> [String: JSON] {
    var result: [String: JSON] = [:]
    for command in ["run show", "lesson list", "session list", "stats"] {
      let outcome = try await place.whet("-c", command, "--output", "json")
      expect(outcome, endsWith: 0)
      result[command] = try outcome.json().without(["startedAt", "finishedAt", "updatedAt"])
    }
    return result
  }
}
