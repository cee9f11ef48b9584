import Foundation
import GRDB
import Testing
import WhetCore

@testable import WhetStore

@Suite struct RunTests {
  @Test func `runs and sessions are numbered from 1 and found by id or last`() throws {
    let store = try Store.sample()
    let first = try store.sampleRun(2)
    let second = try store.createRun(agent: AgentName("qa"), mode: "batch", settings: Data("{\"a\":1}".utf8))
    #expect(first.run.id.rawValue == "r1" && second.run.id.rawValue == "r2")
    #expect(second.run.settings == Data("{\"a\":1}".utf8) && second.run.process == getpid())
    #expect(try store.run(matching: "last") == second.run)
    #expect(try store.runs(agent: Samples.engineer()) == [first.run])
    #expect(try store.sessions(agent: Samples.engineer()).map(\.id.rawValue) == ["s1", "s2"])
    #expect(try store.session(matching: "last").correction?.rawValue == "k1")
  }

  @Test(arguments: ["r9", "r01", "1", "r", "", "r1 ", "r-1", "r99999999999999999999", "s1"])
  func `what the store did not number is no run`(text: String) throws {
    let store = try Store.sample()
    _ = try store.sampleRun(1)
    #expect(code { _ = try store.run(matching: text) } == .notFound)
  }

  @Test func `a run has one session for a correction`() throws {
    let store = try Store.sample()
    let lease = try store.sampleRun(1)
    let again = SessionSubject.correction(CorrectionID("k0"), revision: 1)
    #expect(code { try store.createSessions([again], in: lease.run.id) } == .sessionDuplicate)
    #expect(try store.runs().count == 1)
  }

  @Test func `an agent has one run at a time, and none of its corrections is chosen twice`() throws {
    let store = try Store.sample()
    let lease = try store.sampleRun(1)
    #expect(
      code { _ = try store.createRun(ofUntrained: Samples.engineer(), mode: "batch", settings: Data()) } == .runBusy)
    let again = SessionSubject.correction(CorrectionID("k0"), revision: 1)
    #expect(
      code {
        _ = try store.createRun(agent: Samples.engineer(), mode: "batch", settings: Data(), subjects: [again])
      } == .runBusy)
    #expect(try store.runs().count == 1)
    lease.release()
  }

  @Test func `the open runs are found by the index of unfinished runs`() throws {
    let store = try Store.sample()
    let plan = try store.read { db -> [String] in
      try db.rows("EXPLAIN QUERY PLAN \(RunTable.open)", [nil as String?]).map { $0["detail"] }
    }
    #expect(plan.contains { $0.contains("run_unfinished") }, "\(plan)")
  }

  @Test func `a run that failed is not taken up beside another that trains its agent`() throws {
    let store = try Store.sample()
    let first = try store.sampleRun(1)
    try store.failRun(first.run.id, reason: "test")
    first.release()
    let second = try store.createRun(ofUntrained: Samples.engineer(), mode: "batch", settings: Data())
    #expect(code { try store.claim(first.run.id).release() } == .runBusy)
    try store.finish(SessionID("s2"))
    try store.finishRun(second.run.id, outcome: nil)
    second.release()
    try store.claim(first.run.id).release()
  }

  @Test func `sessions on bare responses may be equal and follow the run's others`() throws {
    let store = try Store.sample()
    let lease = try store.sampleRun(1)
    let response = SessionSubject.response(Data("{\"response\":\"x\"}".utf8))
    let sessions = try store.createSessions([response, response], in: lease.run.id)
    #expect(sessions.map(\.position) == [2, 3])
    #expect(sessions[0].correction == nil)
    #expect(try store.artefact(#require(sessions[0].response)) == Data("{\"response\":\"x\"}".utf8))
  }

  @Test func `a run ends when no session is open, once`() throws {
    let store = try Store.sample()
    let lease = try store.sampleRun(1)
    #expect(code { try store.finishRun(lease.run.id, outcome: Data()) } == .runSessionsOpen)
    try store.finish(SessionID("s1"))
    let run = try store.finishRun(lease.run.id, outcome: Data("{\"gate\":\"refuse\"}".utf8))
    #expect(run.state == .finished && run.outcome == Data("{\"gate\":\"refuse\"}".utf8) && run.finishedAt != nil)
    #expect(code { try store.finishRun(lease.run.id, outcome: Data()) } == .runFinished)
    lease.release()
    #expect(code { _ = try store.claim(lease.run.id) } == .runFinished)
  }

  @Test func `a failed run keeps its reason until it is claimed again`() throws {
    let store = try Store.sample()
    let lease = try store.sampleRun(1)
    #expect(try store.failRun(lease.run.id, reason: "no model").failure == "no model")
    lease.release()
    let again = try store.claim(lease.run.id)
    #expect(again.run.state == .open && again.run.failure == nil && again.run.finishedAt == nil)
    #expect(try store.session(SessionID("s1")).state == .open)
  }

  @Test func `nothing is written to a run without its lease`() throws {
    let store = try Store.sample()
    let lease = try store.sampleRun(1)
    lease.release()
    let (run, session) = (lease.run.id, SessionID("s1"))
    let writes: [() throws -> Void] = [
      { try store.commit(step: .input, of: session, artefact: Data()) },
      { try store.endSession(session, as: .aborted) },
      { try store.createSessions([], in: run) },
      { try store.finishRun(run, outcome: Data()) },
      { try store.failRun(run, reason: "") },
    ]
    #expect(writes.map(code) == Array(repeating: WhetError.Code.runNotClaimed, count: writes.count))
  }

  @Test func `a lease that ended twice does not end the next one`() throws {
    let store = try Store.sample()
    let first = try store.sampleRun(1)
    first.release()
    let second = try store.claim(first.run.id)
    first.release()
    #expect(code { _ = try store.claim(first.run.id) } == .runBusy)
    second.release()
    #expect(try store.claim(first.run.id).run.id == first.run.id)
  }
}
