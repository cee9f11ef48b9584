import Foundation
import Testing
import WhetCore
import WhetStore
import WhetTraining

@testable import WhetAnalytics

@Suite(.timeLimit(.minutes(1))) struct SuggestionTests {
  private func next(_ sample: SampleTrainer) async throws -> [Suggestion] {
    try await sample.trainer.dashboard(for: sample.agent).next
  }

  @Test(arguments: [
    ("engineer", "train engineer"), ("data engineer", "train 'data engineer'"), ("7of9", "train '7of9'"),
  ])
  func `waiting corrections are to be trained`(agent: String, command: String) async throws {
    let sample = try await SampleTrainer(agent: agent)
    try sample.add(["c1", "c2"])
    let next = try await next(sample)
    #expect(next.map(\.command) == [command])
    #expect(next[0].reason == "2 corrections not trained yet.")
  }

  @Test func `an open run is to be resumed at its first unfinished session`() async throws {
    let sample = try await SampleTrainer()
    try sample.add(["c1", "c2", "c3"])
    try sample.run([
      .init(correction: "c1"), .init(correction: "c2", lastStep: .response), .init(correction: "c3", lastStep: nil),
    ])
    let next = try await next(sample)
    #expect(next.map(\.command) == ["session resume s2"])
    #expect(next[0].reason.contains("2 sessions of 3 not finished"))
  }

  @Test func `a run that died while measuring is to be resumed too`() async throws {
    let sample = try await SampleTrainer()
    try sample.add(["c1"])
    try sample.run([.init(correction: "c1")])
    #expect(try await next(sample).map(\.command) == ["session resume s1"])
  }

  @Test func `a failed run says why`() async throws {
    let sample = try await SampleTrainer()
    try sample.add(["c1"])
    let run = try sample.run([.init(correction: "c1", lastStep: .input)])
    let lease = try sample.store.claim(run)
    try sample.store.failRun(run, reason: "the disk is full")
    lease.release()
    let next = try await next(sample)
    #expect(next.first?.kind == .resumeSession)
    #expect(next.first?.reason.contains("failed: the disk is full") == true)
  }

  @Test func `a refusal names how many more cases are needed`() async throws {
    let sample = try await SampleTrainer()
    try sample.add(["c1"])
    try sample.run([.init(correction: "c1")], evidence: Evidence.judged(fixed: 2, same: 4))
    let next = try await next(sample)
    #expect(next.map(\.kind) == [.addCases])
    #expect(next[0].reason.contains("more independent cases"))
    #expect(next[0].command == "correction import FILE")
  }

  @Test func `a refusal that more cases cannot help is to be looked at`() async throws {
    let sample = try await SampleTrainer()
    try sample.add(["c1"])
    try sample.run([.init(correction: "c1")], evidence: Evidence.judged(fixed: 0, broken: 3))
    #expect(try await next(sample).map(\.command) == ["run show r1"])
  }

  @Test func `a broken pinned case comes before anything about lessons`() async throws {
    let sample = try await SampleTrainer()
    try sample.add(["c1"])
    try sample.add(["broken0"], pinned: true)
    try sample.run(
      [.init(correction: "c1")], evidence: Evidence.judged(fixed: 9, broken: 1, pinnedBroken: true))
    let next = try await next(sample)
    #expect(next.map(\.kind) == [.inspectPinnedCase, .train, .addCases])
    #expect(next[0].command == "correction show broken0")
  }

  @Test(arguments: [(LessonRecord.Status.active, ["lesson show l1"]), (.disabled, []), (.retired, [])])
  func `an active lesson that harmed is to be looked at`(status: LessonRecord.Status, commands: [String]) async throws {
    let sample = try await SampleTrainer()
    try sample.add(["c1"])
    let lesson = LessonRecord(
      id: LessonID("l1"), agent: sample.agent, status: status, kind: "edit-rule", words: "words",
      body: Data("{}".utf8), helped: 1, harmed: 2)
    try sample.run(
      [.init(correction: "c1", lessons: [LessonChange(lesson, reason: "learned")])], evidence: nil)
    let next = try await next(sample).filter { $0.kind == .inspectLesson }
    #expect(next.map(\.command) == commands)
    if status == .active { #expect(next.map(\.reason) == ["Lesson l1 lowered the score of 2 sessions."]) }
  }

  @Test func `what passed the gate is to be deployed until it is`() async throws {
    let sample = try await SampleTrainer()
    try sample.add(["c1"])
    let run = try sample.run([.init(correction: "c1")], evidence: Evidence.judged(fixed: 8))
    #expect(try await next(sample).map(\.command) == ["deploy engineer"])
    try sample.deploy(run: run, version: 1)
    #expect(try await next(sample).isEmpty)
    try sample.deploy(run: run, version: 2, kind: .rolledBack)
    #expect(try await next(sample).map(\.kind) == [.deploy])
  }

  @Test(arguments: [("[]", []), ("[ ]", [Suggestion.Kind.deploy])])
  func `a newer run is to be deployed only if its lessons differ`(
    lessons: String, kinds: [Suggestion.Kind]
  ) async throws {
    let sample = try await SampleTrainer()
    try sample.add(["c1"])
    let first = try sample.run([.init(correction: "c1")], evidence: Evidence.judged(fixed: 8))
    try sample.deploy(run: first, version: 1)
    try sample.run([], evidence: Evidence.judged(fixed: 9), lessons: lessons)
    #expect(try await next(sample).map(\.kind) == kinds)
  }

  @Test func `a learner that is switched off is named as the reason`() async throws {
    let sample = try await SampleTrainer()
    try sample.add(["c1"])
    try sample.run(
      [.init(correction: "c1")], evidence: Evidence.judged(fixed: 0, same: 6), learner: false, lessons: nil,
      lessonCount: 0)
    #expect(try await next(sample).map(\.kind) == [.switchLearnerOn])
  }
}
