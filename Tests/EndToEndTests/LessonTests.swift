import Foundation
import Testing

/// What people decide of lessons, through pipes.
@Suite(.timeLimit(.minutes(5)), .serialized) struct `Decisions on lessons` {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private static let answer = "def late(order):\n    if order.user == None:\n        return 1\n"
  private static let better = answer.replacing("== None", with: "is None")

  private func train() async throws {
    let names = ["alpha", "beta", "gamma", "delta", "omega", "sigma", "kappa", "theta"]
    let lines = names.enumerated().map { index, name in
      let text = "def \(name)_\(index)(in_\(name)):\\n    if in_\(name) == None:\\n        return '\(name)'\\n"
      return #"{"id":"\#(name)","agent":"engineer","task":"check \#(name)","format":"code","language":"python","#
        + #""original":"\#(text)","corrected":"\#(text.replacing("== None", with: "is None"))"}"#
    }
    let file = try place.write(lines.joined(separator: "\n"), to: "corrections.jsonl")
    expect(try await place.whet("-c", "correction import \(file)", "-c", "train engineer"), endsWith: 0)
    try place.write(Self.answer, to: "project/answer.py")
  }

  private func improved() async throws -> String {
    let outcome = try await place.whet(
      "improve", "engineer", "-", "--language", "python", input: Array(Self.answer.utf8))
    expect(outcome, endsWith: 0)
    return outcome.output
  }

  @Test func `a disabled lesson is off in the next process, and undo brings it back`() async throws {
    try await train()
    #expect(try await improved() == Self.better)
    let disabled = try await place.whet("lesson", "disable", "last", "--reason", "not here", "--output", "json").json()
    #expect(disabled["changed"] == true)
    #expect(disabled["lessons"]?.elements.first?["status"] == "disabled")
    #expect(try await improved() == Self.answer)
    expect(try await place.whet("-c", "correction edit alpha --severity low", "-c", "train engineer"), endsWith: 0)
    #expect(try await improved() == Self.answer)
    expect(try await place.whet("--yes", "-c", "undo", "-c", "undo"), endsWith: 0)
    #expect(try await improved() == Self.better)
  }

  @Test func `nothing is decided in a dry run`() async throws {
    try await train()
    let outcome = try await place.whet("--dry-run", "-c", "lesson disable last", "-c", "lesson edit last --words x")
    expect(outcome, endsWith: 0)
    #expect(try await improved() == Self.better)
    let lesson = try await place.whet("lesson", "show", "last", "--output", "json").json()
    #expect(lesson["wordsBy"] == "learner")
  }

  @Test func `words of a person go into the definition`() async throws {
    try await train()
    let line = "lesson edit last --words 'Compare with None by identity.'"
    expect(try await place.whet("-c", line, "-c", "deploy engineer"), endsWith: 0)
    let definition = String(decoding: try place.read("project/.claude/agents/engineer.md"), as: UTF8.self)
    #expect(definition.contains("- Compare with None by identity.\n  Before: `"))
    #expect(try await improved() == Self.better)
  }

  @Test func `the difference names the lesson of each changed line`() async throws {
    try await train()
    let lesson = try #require(try await place.whet("lesson", "show", "last", "--output", "json").json()["id"]?.text)
    let outcome = try await place.whet("improve", "engineer", "@answer.py", "--diff")
    expect(outcome, endsWith: 0)
    #expect(outcome.output.contains("+    if order.user is None:"))
    #expect(outcome.output.contains("which lesson changed what") && outcome.output.contains(lesson))
    let value = try await place.whet("improve", "engineer", "@answer.py", "--diff", "--output", "json").json()
    let change = try #require(value["changes"]?.elements.first)
    #expect(change["line"] == 2 && change["lesson"]?.text == lesson)
    #expect(change["before"] == "    if order.user == None:" && change["after"] == "    if order.user is None:")
  }

  @Test func `a correction is explained edit by edit, and an accepted answer as a negative`() async throws {
    try await train()
    let file = try place.write(
      #"{"id":"other","agent":"engineer","task":"t","format":"code","language":"python","original":"a = 1\nif x.y == None:\n    b = 2\n","corrected":"a = 3\nif x.y is None:\n    b = 2\n"}"#
        + "\n"
        + #"{"id":"kept","agent":"engineer","task":"u","format":"code","language":"python","original":"a = 1\nif x.y is None:\n    b = 2\n","corrected":"a = 1\nif x.y is None:\n    b = 2\n"}"#,
      to: "other.jsonl")
    let untrained = try await place.whet(
      "-c", "correction import \(file)", "-c", "lesson explain other", "--output", "json"
    ).json()
    #expect(untrained.elements.last?["state"] == "untrained")
    expect(try await place.whet("train", "engineer"), endsWith: 0)
    let explained = try await place.whet("lesson", "explain", "other", "--output", "json").json()
    let edits = try #require(explained["edits"]?.elements)
    #expect(edits.count == 2)
    #expect(edits[0]["lessons"] == [] && edits[0]["reason"]?.text != nil)
    #expect(edits[1]["lessons"]?.elements.count == 1 && edits[1]["line"] == 2)
    let accepted = try await place.whet("correction", "add", "engineer", "@answer.py", "--accept", "--output", "json")
      .json()
    #expect(accepted["original"] == accepted["corrected"])
    let id = try #require(accepted["id"]?.text)
    expect(try await place.whet("train", "engineer"), endsWith: 0)
    let negative = try await place.whet("lesson", "explain", id)
    #expect(negative.output.contains("no lesson may change it"))
    let shown = try await place.whet("correction", "list", "--accepted", "--output", "json").json()
    #expect(Set(shown.elements.compactMap { $0["id"]?.text }) == [id, "kept"])
  }

  @Test func `what is neither a lesson nor a correction is said`() async throws {
    try await train()
    let outcome = try await place.whet("lesson", "explain", "nobody")
    expect(outcome, endsWith: 1)
    #expect(outcome.errors.contains("there is no lesson and no correction 'nobody'"))
  }
}
