import Foundation
import Testing
import WhetCore

@testable import WhetStore

@Suite struct CorrectionTests {
  @Test func `corrections are listed in order of arrival, by agent, hidden ones on request`() throws {
    let store = try Store.sample()
    _ = try store.add([Samples.draft(9, id: "z"), Samples.draft(1, id: "a", agent: "qa"), Samples.draft(5, id: "m")])
    try store.hide(CorrectionID("m"))
    let ids = { (corrections: [Correction]) in corrections.map(\.id.rawValue) }
    #expect(try ids(store.corrections()) == ["z", "a"])
    #expect(try ids(store.corrections(agent: Samples.engineer())) == ["z"])
    #expect(try ids(store.corrections(agent: Samples.engineer(), includeHidden: true)) == ["z", "m"])
    #expect(try ids(store.corrections(agent: AgentName("nobody"))) == [])
    #expect(try store.agents().map(\.rawValue) == ["engineer", "qa"])
  }

  @Test(arguments: [("alpha-1", "alpha-1"), ("alpha", "alpha"), ("b", "beta"), ("last", "beta"), ("alpha-", "alpha-1")])
  func `a correction is found by its id, a unique beginning and last`(text: String, expected: String) throws {
    #expect(try named().correction(matching: text).id.rawValue == expected)
  }

  @Test(arguments: [("alp", WhetError.Code.ambiguous), ("", .ambiguous), ("nothing", .notFound), ("%", .notFound)])
  func `what names no correction or several is refused`(text: String, expected: WhetError.Code) throws {
    let store = try named()
    #expect(code { _ = try store.correction(matching: text) } == expected)
  }

  @Test func `an empty store has no last correction`() throws {
    let store = try Store.sample()
    #expect(code { _ = try store.correction(matching: "last") } == .notFound)
  }

  @Test func `a removed correction is found by its full id only`() throws {
    let store = try named()
    try store.hide(CorrectionID("beta"))
    #expect(try store.correction(matching: "beta").id.rawValue == "beta")
    #expect(try store.isHidden(CorrectionID("beta")))
    #expect(code { _ = try store.correction(matching: "bet") } == .notFound)
    #expect(try store.correction(matching: "last").id.rawValue == "alpha-1")
  }

  @Test func `ids for completion are sorted, begin with the text and belong to the agent`() throws {
    let store = try named()
    let ids = { (text: String, agent: String?, limit: Int) in
      try store.correctionIDs(beginningWith: text, agent: agent.map { try AgentName($0) }, limit: limit).map(\.rawValue)
    }
    #expect(try ids("", nil, 10) == ["alpha", "alpha-1", "beta"])
    #expect(try ids("al", nil, 1) == ["alpha"])
    #expect(try ids("", "qa", 10) == [])
  }

  @Test func `an edit makes a revision and the earlier one stays readable`() throws {
    let store = try named()
    let first = try store.correction(CorrectionID("beta"))
    let edited = try store.edit(first.id, to: Samples.draft(77, agent: "qa"))
    #expect(edited.revision == 2 && edited.task == "task 77" && edited.createdAt == first.createdAt)
    #expect(try store.correction(first.id) == edited)
    #expect(try store.correction(first.id, revision: 1) == first)
    #expect(try store.corrections(agent: AgentName("qa")) == [edited])
    #expect(code { _ = try store.correction(first.id, revision: 3) } == .notFound)
  }

  @Test func `an edit that says the same makes no revision`() throws {
    let store = try named()
    let correction = try store.correction(CorrectionID("beta"))
    #expect(try store.edit(correction.id, to: CorrectionDraft(CorrectionFields(correction))) == correction)
  }

  @Test func `an edit cannot take another id`() throws {
    let store = try named()
    #expect(
      code { try store.edit(CorrectionID("beta"), to: Samples.draft(1, id: "gamma")) } == .correctionConflict)
  }

  @Test func `a correction is untrained until a session on its present revision is finished`() throws {
    let store = try Store.sample()
    let lease = try store.sampleRun(3)
    let untrained = { (open: Bool) in
      try store.untrainedCorrections(agent: Samples.engineer(), includingOpen: open).map(\.id.rawValue)
    }
    #expect(try untrained(true) == ["k0", "k1", "k2"])
    #expect(try untrained(false) == [])
    let sessions = try store.sessions(run: lease.run.id)
    try store.finish(sessions[0].id)
    try store.finish(sessions[1].id)
    try store.endSession(sessions[2].id, as: .failed)
    #expect(try untrained(false) == ["k2"])
    try store.edit(CorrectionID("k0"), to: Samples.draft(50))
    #expect(try untrained(false) == ["k0", "k2"])
    try store.hide(CorrectionID("k2"))
    #expect(try untrained(true) == ["k0"])
  }

  private func named() throws -> Store {
    let store = try Store.sample()
    _ = try store.add([Samples.draft(1, id: "alpha"), Samples.draft(2, id: "alpha-1"), Samples.draft(3, id: "beta")])
    return store
  }
}
