import Foundation
import Testing
import WhetCore
import WhetLearning
import WhetStore

@testable import WhetTraining

/// What a stepped session takes back where others have changed the same lessons, runs or corrections.
@Suite(.timeLimit(.minutes(3))) struct SteppingConflictTests {
  private static let session = SessionID("s6")

  /// Another run counts five times that a lesson helped.
  private static func helpElsewhere(_ lesson: LessonRecord, in place: Workplace) throws {
    let lease = try place.store.createRun(
      agent: place.agent, mode: "continuous", settings: Data("{}".utf8), subjects: [.response(Data("{}".utf8))])
    let session = try #require(try place.store.sessions(run: lease.run.id).first)
    var lesson = lesson
    lesson.helped += 5
    try place.store.commit(
      step: .input, of: session.id, artefact: Data("{}".utf8),
      changes: StepChanges(lessons: [LessonChange(lesson, reason: "used elsewhere")]))
    lease.release()
  }

  private static func lesson(_ id: LessonID, in place: Workplace) throws -> LessonRecord {
    try place.store.lesson(matching: id.rawValue, agent: place.agent)
  }

  @Test func `steps are not taken back from under another session that changed the same lesson`() async throws {
    let place = try await SteppingTests.standing(at: .adaptation, of: 6)
    let taught = try #require(try place.store.lessonsTaught(in: Self.session).first)
    try Self.helpElsewhere(taught.lesson, in: place)
    let changed = try Self.lesson(taught.lesson.id, in: place)
    let refused: [@Sendable () async throws -> Void] = [
      { _ = try await place.trainer.stepBack() },
      { _ = try await place.trainer.choose(.response("x = 1")) },
    ]
    for body in refused {
      let error = await #expect(throws: WhetError.self) { try await body() }
      #expect(error?.code == .stepElsewhere)
    }
    #expect(try Self.lesson(taught.lesson.id, in: place) == changed)
    let report = try await place.trainer.abortStepping()
    #expect(report.notes.contains { $0.contains(taught.lesson.id.rawValue) })
    let kept = try Self.lesson(taught.lesson.id, in: place)
    let share = taught.event.helped - (taught.before?.helped ?? 0)
    #expect(kept.helped == changed.helped - share)
    #expect(kept.supports == changed.supports && kept.status == changed.status)
  }

  @Test func `what another session did between two goes is not undone with the second`() async throws {
    let place = try await SteppingTests.standing(at: .adaptation, of: 6)
    let id = try #require(try place.store.lessonsTaught(in: Self.session).first).lesson.id
    _ = try await place.trainer.stepBack()
    #expect(try place.store.lessonsTaught(in: Self.session).isEmpty)
    try Self.helpElsewhere(try Self.lesson(id, in: place), in: place)
    let before = try Self.lesson(id, in: place)
    _ = try await place.trainer.step(agent: place.agent, session: Self.session)
    #expect(try Self.lesson(id, in: place) != before)
    _ = try await place.trainer.stepBack(agent: place.agent, session: Self.session)
    let after = try Self.lesson(id, in: place)
    #expect(after.helped == before.helped && after.supports == before.supports && after.body == before.body)
  }

  @Test func `a lesson that a person switched off meanwhile stays off`() async throws {
    let place = try await SteppingTests.standing(at: .adaptation, of: 6)
    var lesson = try #require(try place.store.lessonsTaught(in: Self.session).first).lesson
    lesson.status = .disabled
    try place.store.change([LessonChange(lesson, reason: "disabled by the user")])
    _ = try await place.trainer.stepBack()
    #expect(try Self.lesson(lesson.id, in: place).status == .disabled)
  }

  @Test func `a failed run does not go on beside one that is stepped through`() async throws {
    let place = try await Workplace()
    try place.add(SteppingTests.samples)
    try await place.trainUntilStopped(observer: stop(after: .prompt, of: "s2"))
    let lease = try place.store.claim(RunID("r1"))
    try place.store.failRun(RunID("r1"), reason: "test")
    lease.release()
    _ = try await place.trainer.beginStepping(place.agent)
    let error = await #expect(throws: WhetError.self) { try await place.otherTrainer().resume(RunID("r1")) }
    #expect(error?.code == .runStepped)
    #expect(try place.store.run(RunID("r1")).state == .failed)
    let claimed = #expect(throws: WhetError.self) { try place.store.claim(RunID("r1")).release() }
    #expect(claimed?.code == .runBusy)
    _ = try await place.trainer.abortStepping()
    #expect(try await place.otherTrainer().resume(RunID("r1")).run.state == .finished)
  }

  private static func edit(_ id: String, _ sample: Sample, in place: Workplace) throws {
    var fields = sample.fields(agent: place.agent)
    fields.task = "another"
    _ = try place.store.edit(CorrectionID(id), to: CorrectionDraft(fields))
  }

  @Test func `a stepped session that is aborted because its correction changed teaches nothing`() async throws {
    let place = try await SteppingTests.standing(at: .evaluation, of: 3)
    let before = try Leftovers.lessons(of: place.trainer)
    _ = try await place.trainer.step()
    #expect(try Leftovers.lessons(of: place.trainer) != before)
    try Self.edit("none2", .recurring(2), in: place)
    let report = try await place.trainer.step()
    #expect(report.notes.contains { $0.contains("s3 is aborted") })
    #expect(try place.store.session(SessionID("s3")).state == .aborted)
    #expect(try Leftovers.lessons(of: place.trainer) == before)
  }

  @Test func `a plain session that is aborted because its correction changed teaches nothing`() async throws {
    let place = try await Workplace()
    try place.add(SteppingTests.samples)
    try await place.trainUntilStopped(observer: stop(after: .adaptation, of: "s6"))
    try #require(!place.store.lessonsTaught(in: Self.session).isEmpty)
    try Self.edit("none3", .recurring(3), in: place)
    let report = try await place.otherTrainer().resume(RunID("r1"))
    let session = try #require(report.sessions.last)
    #expect(session.state == .aborted && session.lastStep == .evaluation)
    #expect(try place.store.lessonsTaught(in: Self.session).isEmpty)
    // It was measured, and counts for nothing.
    #expect(session.improvement != nil)
    #expect(report.outcome?.local.measured == report.sessions.dropLast().count { $0.improvement != nil })
  }

  // MARK: Several runs

  @Test func `the run stepped through last is meant, and giving up asks which`() async throws {
    let place = try await SteppingTests.standing(at: .input, of: 1)
    _ = try await place.trainer.beginStepping(response: "a == None", agent: place.agent, language: "python")
    #expect(try place.trainer.steppingPlace().run.id == RunID("r2"))
    _ = try await place.trainer.step(session: SessionID("s1"))
    #expect(try place.trainer.steppingPlace().run.id == RunID("r1"))
    #expect(try await place.trainer.step().place.session.id == SessionID("s1"))
    let error = await #expect(throws: WhetError.self) { try await place.trainer.abortStepping() }
    #expect(error?.code == .ambiguous)
    let other = try #require(try place.store.sessions(run: RunID("r2")).first).id
    _ = try await place.trainer.abortStepping(session: other)
    #expect(try await place.trainer.abortStepping().place.run.id == RunID("r1"))
  }

  @Test func `a plain run that is open is the reason told`() async throws {
    let place = try await Workplace()
    try place.add(SteppingTests.samples)
    try await place.trainUntilStopped(observer: stop(after: .prompt, of: "s2"))
    let error = await #expect(throws: WhetError.self) { try await place.trainer.beginStepping(place.agent) }
    #expect(error?.code == .runBusy && error?.advice?.contains("session resume") == true)
  }

  @Test func `a run whose first step is not done is not left open`() async throws {
    let place = try await Workplace()
    async let begun = {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await place.trainer.beginStepping(response: "a == None", agent: place.agent)
    }()
    do {
      _ = try await begun
      Issue.record("nothing was cancelled")
    } catch is CancellationError {}
    #expect(try place.store.openRuns().isEmpty)
    #expect(try place.store.sessions().allSatisfy { $0.state == .aborted })
  }

  @Test func `each kind of run names the command that goes on with it`() async throws {
    let place = try await SteppingTests.standing(at: .input, of: 1)
    let stepped = try place.store.run(RunID("r1"))
    #expect(stepped.goingOn() == "step next" && stepped.goingOn(at: SessionID("s1")) == "step next --session s1")
    _ = try await place.trainer.abortStepping()
    try await place.trainUntilStopped(observer: stop(after: .prompt, of: "s8"))
    let plain = try place.store.run(RunID("r2"))
    #expect(plain.goingOn() == "session resume" && plain.goingOn(at: SessionID("s8")) == "session resume s8")
  }

  @Test func `lessons of the prompt that are gone by step 4 are named and not counted`() async throws {
    let place = try await SteppingTests.standing(at: .prompt, of: 6)
    let listed = try #require(try place.trainer.sessionReport(Self.session).artefacts.prompt?.lessons)
    try #require(!listed.isEmpty)
    try place.store.hide(["none0", "none1", "none2"].map { CorrectionID($0) })
    _ = try await place.otherTrainer().step()
    let response = try #require(try place.trainer.sessionReport(Self.session).artefacts.response)
    let gone = try #require(response.notUsable)
    #expect(!gone.isEmpty && gone.allSatisfy(listed.contains))
    #expect(gone.allSatisfy { response.note.contains($0.rawValue) })
    #expect(!response.note.contains("of \(listed.count) lessons"))
    #expect(response.applications.allSatisfy { !gone.contains($0.lesson) })
  }
}
