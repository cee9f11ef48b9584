import Foundation
import GRDB
import Synchronization
import Testing
import WhetCore

@testable import WhetStore

/// What a person decides of a lesson holds, whatever the learner makes of it.
@Suite(.timeLimit(.minutes(1))) struct LessonDecisionTests {
  /// A store whose lesson `l1`, of a session, a person has disabled and worded.
  private static func decided() throws -> Store {
    let store = try Store.sample()
    _ = try store.sampleRun(3)
    try store.commit(
      step: .input, of: SessionID("s1"), artefact: Data(),
      changes: StepChanges(lessons: [
        LessonChange(try Samples.lesson("l1", status: .active, supports: ["k0"]), reason: "learned"),
        LessonChange(try Samples.lesson("l2", status: .active, supports: ["k0"]), reason: "learned"),
      ]))
    try store.change("l1", reason: "disabled by a person") { lesson in
      lesson.setDisabled(true)
      lesson.ownWords = "mine"
      lesson.mergedInto = LessonID("l2")
    }
    return store
  }

  @Test(arguments: [LessonRecord.Status.active, .retired, .candidate])
  func `a session that does not know of a decision leaves it as it is`(status: LessonRecord.Status) throws {
    let store = try Self.decided()
    try store.commit(
      step: .strategy, of: SessionID("s1"), artefact: Data(),
      changes: StepChanges(lessons: [
        LessonChange(try Samples.lesson("l1", helped: 3, status: status, supports: ["k0", "k1"]), reason: "learned")
      ]))
    let lesson = try store.lesson(matching: "l1")
    #expect(lesson.status == .disabled && lesson.standing == status && lesson.helped == 3)
    #expect(lesson.ownWords == "mine" && lesson.mergedInto == LessonID("l2") && lesson.supports.count == 2)
    try store.change("l1", reason: "enabled by a person") { $0.setDisabled(false) }
    #expect(try store.lesson(matching: "l1").status == status)
  }

  @Test func `disabling is taken back to what the learner has made of the lesson since`() throws {
    let store = try Store.journalled()
    try store.change("l1", reason: "enabled") { $0.status = .active }
    try store.change("l1", reason: "disabled") { $0.setDisabled(true) }
    try store.write { try $0.run("UPDATE lesson SET standing = 'retired' WHERE id = 'l1'") }
    try store.undoLast()
    let lesson = try store.lesson(matching: "l1")
    #expect(lesson.status == .retired && lesson.standing == nil)
  }

  @Test func `words that were changed again are not put back over the new ones`() throws {
    let store = try Store.journalled()
    try store.change("l1", reason: "worded") { $0.ownWords = "first" }
    try store.write { try $0.run("UPDATE lesson SET ownWords = 'other' WHERE id = 'l1'") }
    let change = try #require(try store.lastChange())
    #expect(code { _ = try store.undo(change.id) } == .undoConflict)
    #expect(try store.lesson(matching: "l1").ownWords == "other")
  }

  @Test func `a lesson is merged only into one of its agent that is there`() throws {
    let store = try Store.journalled()
    #expect(code { try store.change("l1", reason: "") { $0.mergedInto = LessonID("nobody") } } == .notFound)
    #expect(try store.lesson(matching: "l1").mergedInto == nil)
  }

  @Test func `a journal of version 2 that names a status only is read`() throws {
    let text = #"[{"agent":"engineer","from":"active","id":"l1","to":"disabled"}]"#
    let decisions = try JSONDecoder().decode([LessonDecision].self, from: Data(text.utf8))
    #expect(decisions.map(\.from.status) == [.active] && decisions.map(\.to.status) == [.disabled])
    #expect(decisions.first?.phrase == "made lesson l1 of engineer disabled")
  }

  /// Killed at each statement of the write, a process leaves all of a decision with its journal entry, or nothing.
  @Test func `a process killed while it writes a decision leaves all of it or nothing`() async throws {
    let folder = try TemporaryFolder()
    let first = folder.path(of: "first.db")
    let made = try Store(path: first)
    try made.fillJournal()
    try made.close()
    let counted = folder.path(of: "counted.db")
    try FileManager.default.copyItem(atPath: first, toPath: counted)
    let last = Last()
    try Self.decide(counted, Workload.watched { last.number.store($0, ordering: .relaxed) })
    var seen: Set<String> = []
    // The last is behind the last statement.
    for moment in 1...last.number.load(ordering: .relaxed) + 1 {
      let path = folder.path(of: "killed\(moment).db")
      try FileManager.default.copyItem(atPath: first, toPath: path)
      await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, moment = moment as Int] in
        try Self.decide(path, Workload.watched { if $0 == moment { kill(getpid(), SIGKILL) } })
        kill(getpid(), SIGKILL)
      }
      let store = try Store(path: path)
      #expect(try store.integrityFaults() == [])
      let lessons = try store.lessons()
      let isNoted = try store.lastChange()?.kind == .decided
      #expect((lessons[0].ownWords == "both") == isNoted && (lessons[1].mergedInto != nil) == isNoted)
      seen.insert(isNoted ? "after" : "before")
      try store.close()
    }
    #expect(seen == ["before", "after"])
  }

  private static func decide(_ path: String, _ configuration: Configuration) throws {
    let store = try Store(path: path, now: { Date() }, configuration: configuration)
    var lessons = try ["l1", "l2"].map { try store.lesson(matching: $0) }
    lessons[0].ownWords = "both"
    lessons[1].mergedInto = LessonID("l1")
    try store.change(lessons.map { LessonChange($0, reason: "merged") })
    try store.close()
  }

  private final class Last: Sendable {
    let number = Atomic(0)
  }
}
