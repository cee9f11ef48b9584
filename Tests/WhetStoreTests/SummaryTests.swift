import Foundation
import GRDB
import Testing
import WhetCore

@testable import WhetStore

@Suite(.timeLimit(.minutes(1))) struct SummaryTests {
  @Test(arguments: [
    ("", ["s130", "s129", "s128"]), ("s", ["s130", "s129", "s128"]), ("s1", ["s130", "s129", "s128"]),
    ("s12", ["s129", "s128", "s127"]), ("s13", ["s130", "s13"]), ("s130", ["s130"]), ("s131", []), ("s0", []),
    ("s012", []), ("r1", []), ("12", []), ("s12x", []), ("s-1", []), ("s99999999999999999999", []),
    ("s9223372036854775807", []),
  ])
  func `sessions are found by the beginning of their id, newest first`(prefix: String, ids: [String]) throws {
    let store = try Store.sample()
    _ = try store.sampleRun(130)
    #expect(try store.newestSessions(limit: 3, prefix: prefix).map(\.id) == ids)
  }

  @Test func `each kind says in a few words what it is about`() throws {
    let store = try Store.sample()
    let lease = try store.sampleRun(2)
    _ = try store.createSessions([.response(Data("{}".utf8))], in: lease.run.id)
    try store.change([LessonChange(Samples.lesson("l1"), reason: "learned")])
    let engineer = try Samples.engineer()
    let summary = { (id: String, words: String) in RecordSummary(id: id, agent: engineer, words: words) }
    #expect(try store.newestSessions(limit: 2) == [summary("s3", "response, open"), summary("s2", "k1, open")])
    let runs = try store.newestRuns(limit: 9, prefix: "r")
    #expect(runs.map(\.id) == ["r1"] && runs.first?.words.hasPrefix("continuous, open, 2") == true)
    #expect(try store.lessons(limit: 9, prefix: "l") == [summary("l1", "annotate the result")])
    #expect(try store.newestCorrections(limit: 9) == [summary("k1", "task 1"), summary("k0", "task 0")])
    #expect(try store.newestDeployments(limit: 9) == [])
  }

  @Test func `removed corrections and other beginnings are left out`() throws {
    let store = try Store.sample()
    _ = try store.add(Samples.drafts(0..<12))
    try store.hide(CorrectionID("k10"))
    #expect(try store.newestCorrections(limit: 9, prefix: "k1").map(\.id) == ["k11", "k1"])
    #expect(try store.newestCorrections(limit: 9, prefix: "k%").isEmpty)
    #expect(try store.lessons(limit: 9, prefix: "x").isEmpty)
  }

  /// A whole list may take 50 ms; a debug build on a busy machine keeps this bound too.
  @Test func `with 5,000 sessions and 1,000 lessons each answer takes a few milliseconds`() throws {
    let store = try Store.sample()
    _ = try store.add(Samples.drafts(0..<1_000))
    let lease = try store.createRun(agent: Samples.engineer(), mode: "continuous", settings: Data())
    _ = try store.createSessions((0..<5_000).map { .response(Data("{\"task\":\($0)}".utf8)) }, in: lease.run.id)
    try store.change((0..<1_000).map { LessonChange(try Samples.lesson("l\($0)"), reason: "learned") })
    let reads: [(String, () throws -> [RecordSummary])] = [
      ("sessions", { try store.newestSessions(limit: 60, prefix: "s49") }),
      ("runs", { try store.newestRuns(limit: 60) }), ("lessons", { try store.lessons(limit: 60, prefix: "l9") }),
      ("corrections", { try store.newestCorrections(limit: 60, prefix: "k9") }),
    ]
    for (name, body) in reads {
      _ = try body()
      let shortest = try (0..<5).map { _ in try ContinuousClock().measure { _ = try body() } }.min()
      #expect(try #require(shortest) < .milliseconds(20), "\(name)")
    }
  }
}
