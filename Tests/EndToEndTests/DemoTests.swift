import Foundation
import Subprocess
import Testing

/// The shipped demo, as a newcomer runs it first.
@Suite(.timeLimit(.minutes(5)), .serialized) struct `The engineer's demo` {
  private let place: Workplace

  init() throws { place = try Workplace() }

  @Test func `holds on the shipped corrections and leaves nothing behind`() async throws {
    let outcome = try await place.whet("demo", "run", "engineer", "--output", "json")
    expect(outcome, endsWith: 0)
    let figures = try outcome.json()
    #expect(figures["holds"] == true)
    #expect(figures["failures"] == [])
    #expect(figures["gate", "verdict"] == "deploy")
    #expect(figures["broken"] == [])
    #expect(figures["touched"] == [])
    #expect(figures["restored"] == true)
    let failing = try #require(figures["failing"]?.number)
    #expect(failing >= 36 && Double(figures["fixed"]?.elements.count ?? 0) * 2 >= failing)
    #expect(try place.tree("tmp") == [])
    #expect(try place.tree("project/.claude") == ["agents"])
    #expect(!FileManager.default.fileExists(atPath: place.store))
  }

  @Test func `is refused when the learner is off`() async throws {
    let outcome = try await place.whet("demo", "run", "engineer", "--set", "learner=off", "--output", "json")
    expect(outcome, endsWith: 3)
    let figures = try outcome.json()
    #expect(figures["holds"] == false)
    #expect(figures["gate", "verdict"] == "refuse")
    #expect(figures["fixed"] == [])
    #expect(outcome.errors.contains("the strict gate refuses"))
    #expect(try place.tree("tmp") == [])
  }

  @Test func `leaves nothing behind when nobody reads or wants it any more`() async throws {
    let unread = try await place.bash("\"$WHET\" demo run engineer | head -n 1; exit ${PIPESTATUS[0]}")
    expect(unread, endsWith: 141)
    #expect(try place.tree("tmp") == [])
    let (interrupted, _) = try await place.whet(
      ["demo", "run", "engineer"], signalledAt: .milliseconds(500), signal: .interrupt)
    expect(interrupted, endsWith: 130)
    #expect(try place.tree("tmp") == [])
  }
}
