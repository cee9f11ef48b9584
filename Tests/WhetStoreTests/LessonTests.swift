import Foundation
import Testing
import WhetCore

@testable import WhetStore

@Suite struct LessonTests {
  @Test func `a lesson learned in a step comes back with the session that learned it`() throws {
    let store = try Store.sample()
    _ = try store.sampleRun(3)
    let lesson = try Samples.lesson("l1", helped: 2, supports: ["k2", "k0"])
    try store.commit(
      step: .input, of: SessionID("s2"), artefact: Data(),
      changes: StepChanges(lessons: [LessonChange(lesson, reason: "learned")]))
    let stored = try #require(try store.lessons(agent: Samples.engineer()).first)
    #expect(stored.createdIn == SessionID("s2") && stored.revision == 1)
    #expect(stored.supports.map(\.rawValue) == ["k0", "k2"])
    #expect(stored.body == lesson.body && stored.words == lesson.words && stored.helped == 2)
    #expect(try store.lesson(matching: "last") == stored)
  }

  @Test func `the history has what the lesson was after each change, and no change makes no entry`() throws {
    let store = try Store.sample()
    _ = try store.sampleRun(2)
    var lesson = try Samples.lesson("l1", supports: ["k0"])
    try store.change([LessonChange(lesson, reason: "learned")])
    try store.change([LessonChange(lesson, reason: "again")])
    lesson.supports = [CorrectionID("k1")]
    try store.change([LessonChange(lesson, reason: "other support")])
    lesson.status = .disabled
    lesson.body = Data("{}".utf8)
    try store.change([LessonChange(lesson, reason: "disabled by the user")])
    let history = try store.history(ofLesson: lesson.id, agent: lesson.agent)
    #expect(history.map(\.reason) == ["learned", "other support", "disabled by the user"])
    #expect(history.map(\.revision) == [1, 2, 3])
    #expect(history.map(\.status) == [.candidate, .candidate, .disabled])
    #expect(history[0].body == Data(#"{"template":"l1"}"#.utf8) && history[2].body == Data("{}".utf8))
    #expect(try store.lesson(matching: "l1").supports == [CorrectionID("k1")])
  }

  @Test func `two agents may have lessons of one id`() throws {
    let store = try Store.sample()
    var other = try Samples.lesson("l1")
    other.agent = try AgentName("qa")
    try store.change([LessonChange(Samples.lesson("l1"), reason: ""), LessonChange(other, reason: "")])
    #expect(code { _ = try store.lesson(matching: "l1") } == .ambiguous)
    #expect(try store.lesson(matching: "l", agent: AgentName("qa")).agent == other.agent)
    #expect(code { _ = try store.lesson(matching: "l1", agent: AgentName("ops")) } == .notFound)
  }

  @Test func `lessons are listed by status in the order they were learned`() throws {
    let store = try Store.sample()
    try store.change(
      [("z", LessonRecord.Status.active), ("a", .retired), ("m", .active)].map {
        LessonChange(try Samples.lesson($0.0, status: $0.1), reason: "learned")
      })
    #expect(try store.lessons(statuses: [.active]).map(\.id.rawValue) == ["z", "m"])
  }
}
