import Foundation
import GRDB
import Testing
import WhetCore

@testable import WhetStore

@Suite(.timeLimit(.minutes(1))) struct ChangeTests {
  @Test(arguments: SampleChange.all)
  func `a change stands in the journal, and taking it back shows what was there before`(change: SampleChange) throws {
    let store = try Store.journalled()
    let (before, journal) = (try store.visible(), try store.changes())
    try change.make(store)
    #expect(try store.visible() != before)
    let record = try #require(try store.lastChange())
    #expect(record.words == change.words && record.kind == change.kind && record.undoneAt == nil)
    #expect(try store.changes() == [record] + journal)
    let undone = try store.undo(record.id)
    #expect(undone.undoneAt != nil && undone.content == record.content)
    #expect(try store.visible() == before)
    #expect(try store.changes() == journal)
    #expect(try store.integrityFaults() == [])
  }

  @Test(arguments: SampleChange.all)
  func `a change that was taken back can be made again and taken back again`(change: SampleChange) throws {
    let store = try Store.journalled()
    let before = try store.visible()
    try change.make(store)
    let after = try store.visible().map { $0.replacing("revision: 3", with: "revision: 2") }.sorted()
    try store.undoLast()
    try change.make(store)
    #expect(try store.visible().map { $0.replacing("revision: 3", with: "revision: 2") }.sorted() == after)
    try store.undoLast()
    #expect(try store.visible() == before)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `as many undos as there were changes, of any kinds in any order, give the beginning`(seed: UInt64) throws {
    let store = try Store.journalled()
    var generator = SeededGenerator(seed: seed)
    var states = [try store.visible()]
    var journals = [try store.changes(limit: 100)]
    for _ in 0..<Int.random(in: 1...20, using: &generator) {
      if states.count > 1, Int.random(in: 0..<4, using: &generator) == 0 {
        try store.undoLast()
        states.removeLast()
        journals.removeLast()
        #expect(try store.visible() == states.last)
      } else {
        try SampleChange.all.randomElement(using: &generator)?.make(store)
        // What is done already is no change.
        guard try store.changes(limit: 100) != journals.last else { continue }
        states.append(try store.visible())
        journals.append(try store.changes(limit: 100))
      }
    }
    while states.count > 1 {
      try store.undoLast()
      states.removeLast()
      #expect(try store.visible() == states.last)
    }
    #expect(try store.changes(limit: 100) == journals.first)
    #expect(try store.integrityFaults() == [])
  }

  @Test func `what changes nothing is no change`() throws {
    let store = try Store.journalled()
    let journal = try store.changes()
    _ = try store.add(Samples.drafts(0..<3), from: "again.jsonl")
    _ = try store.add([])
    try store.edit(CorrectionID("k1"), to: Samples.draft(1))
    try store.hide(CorrectionID("gone"))
    try store.restore(CorrectionID("k1"))
    try store.change([LessonChange(Samples.lesson("l1"), reason: "nothing")])
    try store.change([LessonChange(Samples.lesson("l3"), reason: "a new one is no decision")])
    #expect(code { try store.hide([CorrectionID("k1"), CorrectionID("nobody")]) } == .notFound)
    #expect(try store.changes() == journal)
    #expect(try !store.isHidden(CorrectionID("k1")))
  }

  @Test func `the journal names things and holds no text of a correction`() throws {
    let store = try Store.journalled()
    for change in SampleChange.all { try change.make(store) }
    let contents: [Data] = try store.read { db in
      try db.values("SELECT content FROM change ORDER BY key").map { try ArtefactTable.content($0, db) }
    }
    #expect(contents.count == SampleChange.all.count + 2)
    for content in contents {
      let text = String(decoding: content, as: UTF8.self)
      for secret in ["task", "def f", "better", "annotate"] { #expect(!text.contains(secret)) }
    }
  }

  @Test func `a correction whose adding was undone is added again as if it were new, with any content`() throws {
    let store = try Store.sample()
    _ = try store.add([Samples.draft(1, id: "k")])
    _ = try store.undo(ChangeID("u1"))
    #expect(try store.corrections() == [])
    guard case .added(let other) = try store.add([Samples.draft(2, id: "k")])[0] else {
      Issue.record("the id is free again")
      return
    }
    #expect(other.revision == 2 && other.task == "task 2")
    _ = try store.undo(ChangeID("u2"))
    #expect(try store.add([Samples.draft(1, id: "k")], from: "c.jsonl").count == 1)
    #expect(try store.corrections().map { "\($0.task) \($0.revision)" } == ["task 1 1"])
    #expect(try store.lastChange()?.words == "imported 1 correction from c.jsonl")
  }

  @Test func `a removed correction stays removed when its file is imported again`() throws {
    let store = try Store.journalled()
    #expect(try store.add([Samples.draft(9, id: "gone")], from: "c.jsonl") == [.hidden(CorrectionID("gone"))])
    #expect(try store.isHidden(CorrectionID("gone")))
  }

  @Test func `an edit after an undone edit is a revision of its own, and the undone one is kept`() throws {
    let store = try Store.journalled()
    let id = CorrectionID("k1")
    try store.edit(id, to: Samples.draft(1, corrected: "second"))
    try store.undoLast()
    #expect(try store.correction(id).revision == 1)
    #expect(try store.edit(id, to: Samples.draft(1, corrected: "third")).revision == 3)
    #expect(try store.correction(id, revision: 2).corrected == "second")
  }

  @Test func `a correction is trained or not as its present revision is`() throws {
    let store = try Store.sample()
    let lease = try store.sampleRun(1)
    try store.finish(SessionID("s1"))
    try store.finishRun(lease.run.id, outcome: nil)
    try store.edit(CorrectionID("k0"), to: Samples.draft(0, corrected: "better"))
    #expect(try store.untrainedCorrections(agent: Samples.engineer()).count == 1)
    let change = try #require(try store.lastChange())
    _ = try store.undo(change.id)
    #expect(try store.untrainedCorrections(agent: Samples.engineer()) == [])
    #expect(try store.learnedSessionCount(of: [CorrectionID("k0")]) == 1)
    #expect(try store.runs(since: change) == [] && store.runs(since: store.change(ChangeID("u1"))) == [lease.run.id])
  }

  @Test func `the runs of its agents that were at work after a change are named, finished or not`() throws {
    let store = try Store.sample()
    let lease = try store.sampleRun(1)
    let change = try #require(try store.lastChange())
    #expect(try store.runs(since: change) == [lease.run.id])
    _ = try store.add([Samples.draft(5, id: "theirs", agent: "qa")])
    #expect(try store.runs(since: #require(try store.lastChange())) == [])
    // Made while the run, still open, is at work.
    _ = try store.add([Samples.draft(6, id: "ours")])
    #expect(try store.runs(since: #require(try store.lastChange())) == [lease.run.id])
  }

  @Test func `a session that has learned counts before it is finished`() throws {
    let store = try Store.sample()
    _ = try store.sampleRun(1)
    let ids = try store.corrections().map(\.id)
    #expect(try store.learnedSessionCount(of: ids) == 0)
    try store.write { try $0.run("UPDATE session SET lastStep = 6") }
    #expect(try store.learnedSessionCount(of: ids) == 1)
  }

  // MARK: Past changes that stay

  @Test func `a change is taken back past one that stays, if it is of something else and nothing else came`() throws {
    let store = try Store.journalled()
    let older = try #require(try store.lastChange())
    try store.edit(CorrectionID("k1"), to: Samples.draft(1, corrected: "better"))
    let stays = try #require(try store.lastChange())
    #expect(code { _ = try store.undo(older.id) } == .undoOvertaken)
    _ = try store.add([Samples.draft(5, id: "theirs")])
    #expect(code { _ = try store.undo(older.id, past: [stays.id]) } == .undoOvertaken)
    #expect(code { try store.checkUndo(older.id, past: [stays.id]) } == .undoOvertaken)
    try store.undoLast()
    // The adding of the correction that was edited.
    #expect(code { _ = try store.undo(ChangeID("u1"), past: [stays.id, older.id]) } == .undoConflict)
    #expect(try store.undo(older.id, past: [stays.id]).undoneAt != nil)
    #expect(try store.changes().map(\.id) == [stays.id, ChangeID("u1")])
    #expect(try store.changes(before: stays.id).map(\.id) == [ChangeID("u1")])
    #expect(try store.correction(CorrectionID("k1")).revision == 2)
  }

  @Test(arguments: ["u", "u0", "u9", "u01", "k1", "", "u-1"])
  func `an id that was never given is said`(id: String) throws {
    let store = try Store.journalled()
    #expect(code { _ = try store.undo(ChangeID(id)) } == .undoNothing)
  }

  @Test func `what another revision has come over is a conflict and changes nothing`() throws {
    let store = try Store.journalled()
    try store.edit(CorrectionID("k1"), to: Samples.draft(1, corrected: "better"))
    let change = try #require(try store.lastChange())
    // As a program that keeps no journal would do it.
    try store.write { try $0.run("UPDATE correction SET revision = 1 WHERE id = 'k1'") }
    let before = try store.visible()
    #expect(code { _ = try store.undo(change.id) } == .undoConflict)
    #expect(try store.visible() == before)
    #expect(try store.lastChange() == change)
  }

  @Test func `a lesson that a training has retired is not enabled by an undo`() throws {
    let store = try Store.journalled()
    try store.change([LessonChange(Samples.lesson("l1", status: .active), reason: "enabled by the user")])
    let change = try #require(try store.lastChange())
    try store.write { try $0.run("UPDATE lesson SET status = 'retired' WHERE id = 'l1'") }
    #expect(code { _ = try store.undo(change.id) } == .undoConflict)
    #expect(try store.lesson(matching: "l1").status == .retired)
  }
}
