import Testing
import WhetCore
import WhetLearning
import WhetStore

@testable import WhetTraining

@Suite(.timeLimit(.minutes(3))) struct SteppingTests {
  /// The third recurring mistake is the first that known lessons fit.
  static let samples = [
    Sample.recurring(0), .recurring(1), .recurring(2), .lonely,
    Sample(id: "words", original: "It may be so.", feedback: "say yes or no"), .recurring(3),
  ]

  /// What a plain run leaves; made once.
  static func undisturbed() async throws -> Leftovers { try await plainRun.value }

  private static let plainRun = Task {
    let place = try await Workplace()
    try place.add(samples)
    _ = try await place.train()
    return try Leftovers(place.trainer)
  }

  /// A workplace that stands behind a step of a session.
  static func standing(at step: PipelineStep, of session: Int) async throws -> Workplace {
    let place = try await Workplace()
    try place.add(samples)
    _ = try await place.trainer.beginStepping(place.agent)
    let count = (session - 1) * 7 + step.rawValue - 1
    if count > 0 { _ = try await place.trainer.step(count: count) }
    #expect(try place.store.session(SessionID("s\(session)")).lastStep == step)
    return place
  }

  @Test func `stepping through to the end leaves what a plain run leaves`() async throws {
    let place = try await Workplace()
    try place.add(Self.samples)
    var report = try await place.trainer.beginStepping(place.agent)
    #expect(report.done == [.init(session: SessionID("s1"), step: .input)])
    #expect(report.place.next == .step(.strategy))
    var verbs = 1
    while report.finished == nil {
      // Another process each time: all there is to know is in the store.
      report = try await place.otherTrainer().step()
      verbs += 1
    }
    #expect(verbs == Self.samples.count * 7 + 1)
    #expect(report.place.next == .nothing)
    #expect(try await Leftovers(place.trainer) == Self.undisturbed())
  }

  @Test(arguments: PipelineStep.allCases, [1, 3, 5, 6])
  func `a step taken back and done again leaves the same`(step: PipelineStep, session: Int) async throws {
    let place = try await Self.standing(at: step, of: session)
    if step == .input, session == 1 {
      let error = await #expect(throws: WhetError.self) { try await place.trainer.stepBack() }
      #expect(error?.code == .stepNotHere)
      return
    }
    let back = try await place.trainer.stepBack()
    #expect(back.takenBack == [step])
    #expect(try place.store.session(SessionID("s\(session)")).lastStep == step.previous)
    #expect(try place.store.undoneSteps(of: SessionID("s\(session)")).map(\.step.step) == [step])
    _ = try await place.trainer.finishStepping(all: true)
    #expect(try await Leftovers(place.trainer) == Self.undisturbed())
  }

  @Test(arguments: PipelineStep.allCases.dropLast(), [2, 3, 5])
  func `a finished session opens again when its steps are taken back`(step: PipelineStep, session: Int) async throws {
    let place = try await Self.standing(at: .deployment, of: session)
    let back = try await place.trainer.stepBack(to: step)
    #expect(back.takenBack == PipelineStep.allCases.filter { $0 > step })
    #expect(back.place.session.state == .open && back.place.next == step.next.map { .step($0) })
    if step < .evaluation { #expect(back.place.session.overallBefore == nil) }
    _ = try await place.trainer.finishStepping(all: true)
    #expect(try await Leftovers(place.trainer) == Self.undisturbed())
  }

  @Test(arguments: [2, 3, 5])
  func `taking back what a session taught leaves the lessons as before it`(session: Int) async throws {
    let place = try await Self.standing(at: .evaluation, of: session)
    let before = try Leftovers.lessons(of: place.trainer)
    _ = try await place.trainer.step()
    #expect(try Leftovers.lessons(of: place.trainer) != before)
    let back = try await place.trainer.stepBack()
    #expect(try Leftovers.lessons(of: place.trainer) == before)
    #expect(back.notes.contains { $0.contains("what this session taught") })
    let memory = try await AgentMemory.load(
      place.agent, from: place.store, configuration: place.trainer.configuration)
    #expect(!memory.learner.history.contains(try #require(back.place.session.correction)))
    // The history tells of it.
    let id = back.place.session.id
    let last = try place.store.lessons(agent: place.agent).compactMap {
      try place.store.history(ofLesson: $0.id, agent: place.agent).last { $0.session == id }
    }
    #expect(!last.isEmpty && last.allSatisfy { $0.reason.contains("taken back") })
    #expect(try place.store.lessonsTaught(in: id).isEmpty)
  }

  @Test func `a session is gone through by run, which ends the run only where it stands at its end`() async throws {
    let place = try await Self.standing(at: .prompt, of: 5)
    let first = try await place.trainer.finishStepping()
    #expect(first.done.map(\.step) == PipelineStep.allCases.filter { $0 > .prompt })
    #expect(first.place.next == .session(SessionID("s6")) && first.finished == nil)
    let second = try await place.trainer.finishStepping()
    #expect(second.done.count == 7 && second.finished == nil && second.place.next == .outcome)
    let end = try await place.trainer.finishStepping()
    #expect(end.done.isEmpty && end.finished?.outcome != nil)
    #expect(try await Leftovers(place.trainer) == Self.undisturbed())
  }

  @Test func `beginning again stands where it stood`() async throws {
    let place = try await Self.standing(at: .response, of: 2)
    let again = try await place.otherTrainer().beginStepping(place.agent)
    #expect(again.done.isEmpty && again.place.session.id == SessionID("s2"))
    #expect(again.place.next == .step(.evaluation))
    let (session, next) = try #require(try place.store.openSteppedSession())
    #expect(session.id == SessionID("s2") && next == .evaluation)
    #expect(try place.store.openSteppedSession(agent: AgentName("qa")) == nil)
    #expect(try place.store.runs().count == 1)
  }

  @Test func `nothing else goes on with a run that is stepped through`() async throws {
    let place = try await Self.standing(at: .prompt, of: 2)
    let other = try await place.otherTrainer()
    let correction = try place.store.correction(CorrectionID("lonely"))
    let refused: [@Sendable () async throws -> Void] = [
      { _ = try await other.train(correction.agent) },
      { _ = try await other.train(correction: correction) },
      { _ = try await other.resume(RunID("r1")) },
      { _ = try await other.beginStepping(correction.agent, with: correction) },
    ]
    for body in refused {
      let error = await #expect(throws: WhetError.self) { try await body() }
      #expect(error?.code == .runStepped)
      #expect(error?.advice?.contains("step run") == true)
    }
    #expect(try place.store.runs().count == 1)
    #expect(try place.store.session(SessionID("s2")).lastStep == .prompt)
  }

  @Test(arguments: PipelineStep.allCases)
  func `a run given up leaves the agent free and what was finished`(step: PipelineStep) async throws {
    let place = try await Self.standing(at: step, of: 2)
    let aborted = try await place.trainer.abortStepping()
    #expect(aborted.place.next == .nothing)
    let states = try place.store.sessions().map(\.state)
    #expect(states.prefix(2) == (step == .deployment ? [.finished, .finished] : [.finished, .aborted]))
    #expect(states.dropFirst(2).allSatisfy { $0 == .aborted })
    let report = try await place.otherTrainer().train(place.agent)
    #expect(report.sessions.count == Self.samples.count - (step == .deployment ? 2 : 1))
    let lessons = try Leftovers.lessons(of: place.trainer).map(\.lesson)
    #expect(try await lessons == Self.undisturbed().lessons.map(\.lesson))
  }

  @Test func `what cannot be gone through is refused with advice`() async throws {
    let place = try await Workplace()
    let none = await #expect(throws: WhetError.self) { try await place.trainer.step() }
    #expect(none?.code == .stepNone)
    let empty = await #expect(throws: WhetError.self) { try await place.trainer.beginStepping(place.agent) }
    #expect(empty?.code == .trainingNothingToDo)
    try place.add([.lonely, .recurring(0)])
    _ = try await place.trainer.beginStepping(place.agent)
    let elsewhere = await #expect(throws: WhetError.self) { try await place.trainer.step(session: SessionID("s2")) }
    #expect(elsewhere?.code == .stepElsewhere)
    let ahead = await #expect(throws: WhetError.self) { try await place.trainer.stepBack(to: .prompt) }
    #expect(ahead?.code == .stepNotHere)
    let early = await #expect(throws: WhetError.self) { try await place.trainer.choose(.prompt("x")) }
    #expect(early?.code == .stepNotHere)
    _ = try await place.trainer.finishStepping(all: true)
    let history = await #expect(throws: WhetError.self) { try await place.trainer.stepBack(session: SessionID("s2")) }
    #expect(history?.code == .runFinished)
    let trained = await #expect(throws: WhetError.self) { try await place.trainer.beginStepping(place.agent) }
    #expect(trained?.code == .trainingNothingToDo)
  }

  @Test func `an edited correction's session is aborted, and the next one begins`() async throws {
    let place = try await Self.standing(at: .prompt, of: 1)
    var fields = Sample.recurring(0).fields(agent: place.agent)
    fields.task = "another"
    _ = try place.store.edit(CorrectionID("none0"), to: CorrectionDraft(fields))
    let report = try await place.trainer.step()
    #expect(try place.store.session(SessionID("s1")).state == .aborted)
    #expect(report.notes.contains { $0.contains("s1 is aborted") })
    #expect(report.place.session.id == SessionID("s2") && report.place.next == .step(.input))
    let next = try await place.trainer.step()
    #expect(next.done == [.init(session: SessionID("s2"), step: .input)])
  }

  @Test func `a response that nobody corrected is stepped through too`() async throws {
    let place = try await Workplace()
    var report = try await place.trainer.beginStepping(
      response: "if a == None: pass", agent: place.agent, context: ["task": "t"], language: "python")
    while report.finished == nil { report = try await place.trainer.step() }
    #expect(report.finished?.outcome == nil && report.finished?.run.state == .finished)
    #expect(try place.store.openSteppedSession() == nil)
  }
}
