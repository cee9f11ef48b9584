import Foundation
import Testing
import WhetCore

@testable import WhetStore

@Suite struct StepTests {
  @Test func `seven steps in order finish a session`() throws {
    let store = try Store.sample()
    _ = try store.sampleRun(1)
    try store.finish(SessionID("s1"), improvement: 10)
    let session = try store.session(SessionID("s1"))
    #expect(session.state == .finished && session.lastStep == .deployment)
    #expect(session.overallBefore == 10 && session.overallAfter == 20 && session.improvement == 10)
    let steps = try store.steps(of: session.id)
    #expect(steps.map(\.step) == PipelineStep.allCases)
    #expect(steps[2].artefact == Data(#"{"step":3,"session":"s1"}"#.utf8))
    #expect(session.startedAt == steps.first?.committedAt && session.finishedAt == steps.last?.committedAt)
  }

  @Test(arguments: PipelineStep.allCases, PipelineStep.allCases)
  func `only the step after the last is accepted, so none counts twice`(done: PipelineStep, next: PipelineStep) throws {
    let store = try Store.sample()
    _ = try store.sampleRun(1)
    let id = SessionID("s1")
    for step in PipelineStep.allCases where step <= done { try store.commit(step: step, of: id, artefact: Data()) }
    let before = try store.session(id)
    let expected: WhetError.Code? =
      done == .deployment ? .sessionClosed : next == done.next ? nil : .sessionStepOrder
    #expect(code { try store.commit(step: next, of: id, artefact: Data("{}".utf8)) } == expected)
    if expected != nil { #expect(try store.session(id) == before) }
  }

  @Test func `a refused step leaves nothing of what came with it`() throws {
    let store = try Store.sample()
    _ = try store.sampleRun(1)
    let before = try store.information()
    let changes = try StepChanges(
      texts: [ArtefactDraft("a text")], scores: .init(overallBefore: 1, overallAfter: 2, improvement: 1),
      lessons: [LessonChange(Samples.lesson("l1", supports: ["no such correction"]), reason: "learned")])
    #expect(
      code { try store.commit(step: .input, of: SessionID("s1"), artefact: Data("{}".utf8), changes: changes) }
        == .notFound)
    #expect(try store.information() == before)
    #expect(try store.session(SessionID("s1")).lastStep == nil)
  }

  @Test func `texts that a step names are there with it`() throws {
    let store = try Store.sample()
    _ = try store.sampleRun(1)
    let text = ArtefactDraft("def f() -> int:\n    return 0\n")
    try store.commit(
      step: .input, of: SessionID("s1"), artefact: Data("{\"text\":\"\(text.digest)\"}".utf8),
      changes: StepChanges(texts: [text]))
    #expect(try store.artefact(text.digest) == text.content)
  }

  @Test func `scores that were not measured stay unmeasured`() throws {
    let store = try Store.sample()
    _ = try store.sampleRun(1)
    let changes = StepChanges(scores: .init(overallBefore: nil, overallAfter: 50, improvement: nil))
    let session = try store.commit(step: .input, of: SessionID("s1"), artefact: Data(), changes: changes)
    #expect(session.overallBefore == nil && session.overallAfter == 50 && session.improvement == nil)
  }

  @Test func `a failed session goes on with its next step, an aborted one does not`() throws {
    let store = try Store.sample()
    _ = try store.sampleRun(2)
    for (id, state) in [("s1", SessionRecord.State.failed), ("s2", .aborted)] {
      try store.commit(step: .input, of: SessionID(id), artefact: Data())
      try store.endSession(SessionID(id), as: state)
      #expect(try store.session(SessionID(id)).finishedAt != nil)
    }
    let session = try store.commit(step: .strategy, of: SessionID("s1"), artefact: Data())
    #expect(session.state == .open && session.finishedAt == nil)
    #expect(code { try store.commit(step: .strategy, of: SessionID("s2"), artefact: Data()) } == .sessionClosed)
  }
}
