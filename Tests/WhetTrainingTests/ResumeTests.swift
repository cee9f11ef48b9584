import Foundation
import Testing
import WhetCore
import WhetEvaluation
import WhetLearning
import WhetStore

@testable import WhetTraining

/// What a run leaves, without times.
private struct Result: Equatable {
  var lessons: [LearnedLesson]
  var outcome: RunOutcome?
  var sessions: [SessionRecord]
  /// The digests of all artefacts, session by session: equal digests are equal bytes.
  var artefacts: [[ArtefactDigest]]

  init(_ trainer: AgentTrainer, _ run: RunID) throws {
    let report = try trainer.report(of: run)
    outcome = report.outcome
    sessions = report.sessions.map { session in
      var session = session
      (session.startedAt, session.finishedAt) = (nil, nil)
      return session
    }
    lessons = try trainer.lessons().map { lesson in
      var lesson = lesson
      lesson.updatedAt = .distantPast
      return lesson
    }
    artefacts = try sessions.map { try trainer.store.steps(of: $0.id).map(\.digest) }
  }
}

@Suite(.timeLimit(.minutes(2))) struct ResumeTests {
  /// The third recurring mistake is the first that known lessons fit.
  private static let samples = [
    Sample.recurring(0), .recurring(1), .recurring(2), .lonely,
    Sample(id: "words", original: "It may be so.", feedback: "say yes or no"), .recurring(3),
  ]

  private static func undisturbed() async throws -> Result {
    let place = try await Workplace()
    try place.add(samples)
    let report = try await place.train()
    return try Result(place.trainer, report.run.id)
  }

  @Test(arguments: PipelineStep.allCases, [1, 3, 6])
  func `a run that stops after any step is gone on with to the same result`(step: PipelineStep, session: Int)
    async throws
  {
    let place = try await Workplace()
    try place.add(Self.samples)
    try await place.trainUntilStopped(observer: stop(after: step, of: "s\(session)"))
    #expect(try place.store.session(SessionID("s\(session)")).lastStep == step)
    #expect(try place.store.run(RunID("r1")).state == .open)
    let second = try await place.otherTrainer()
    let report = try await second.resume(RunID("r1"))
    #expect(report.run.state == .finished)
    #expect(try await Result(second, report.run.id) == Self.undisturbed())
    #expect(try second.store.sessions().count == Self.samples.count)
  }

  @Test func `a run that stops after every single step ends the same`() async throws {
    let place = try await Workplace()
    try place.add(Self.samples)
    for session in 1...Self.samples.count {
      for step in PipelineStep.allCases {
        try await place.trainUntilStopped(place.otherTrainer(), observer: stop(after: step, of: "s\(session)"))
      }
    }
    let report = try await place.otherTrainer().resume(RunID("r1"))
    #expect(try await Result(place.trainer, report.run.id) == Self.undisturbed())
    #expect(try place.store.runs().count == 1)
  }

  @Test func `training the agent again finishes the open run and makes no other`() async throws {
    let place = try await Workplace()
    try place.add(Self.samples)
    try await place.trainUntilStopped(observer: stop(after: .response, of: "s4"))
    let second = try await place.otherTrainer()
    let report = try await second.train(place.agent)
    #expect(report.run.id == RunID("r1"))
    #expect(try await Result(second, report.run.id) == Self.undisturbed())
    #expect(try place.store.runs().count == 1)
  }

  @Test func `a run stopped while it measures is measured from the start`() async throws {
    let place = try await Workplace()
    try place.add(Self.samples)
    try await place.trainUntilStopped { event in
      if case .sessionFinished(_, 6, _) = event { withUnsafeCurrentTask { $0?.cancel() } }
    }
    let report = try await place.otherTrainer().resume(RunID("r1"))
    #expect(try await Result(place.trainer, report.run.id) == Self.undisturbed())
  }

  @Test func `a run goes on with the settings it was begun with`() async throws {
    let place = try await Workplace(learner: false, policy: .balanced)
    try place.add(Sample.many(4))
    try await place.trainUntilStopped(observer: stop(after: .prompt, of: "s2"))
    let report = try await place.otherTrainer(learner: true, policy: .strict).resume(RunID("r1"))
    #expect(report.outcome?.isLearnerEnabled == false)
    #expect(report.outcome?.decision.policy == .balanced)
    #expect(try place.trainer.lessons().isEmpty)
  }

  @Test func `a finished run cannot be gone on with, and a missing one is named`() async throws {
    let place = try await Workplace()
    try place.add([.lonely])
    let report = try await place.train()
    let finished = await #expect(throws: WhetError.self) { try await place.trainer.resume(report.run.id) }
    #expect(finished?.code == .runFinished)
    let missing = await #expect(throws: WhetError.self) { try await place.trainer.resume(RunID("r9")) }
    #expect(missing?.code == .notFound)
  }

  @Test func `a run that another trainer works on is left to it`() async throws {
    let place = try await Workplace()
    try place.add([.lonely])
    let lease = try place.store.createRun(
      agent: place.agent, mode: "continuous", settings: StoredJSON.data(0),
      subjects: [.correction(CorrectionID("lonely"), revision: 1)])
    let other = try await place.otherTrainer()
    let busy = await #expect(throws: WhetError.self) { try await other.resume(lease.run.id) }
    #expect(busy?.code == .runBusy)
    let also = await #expect(throws: WhetError.self) { try await other.train(place.agent) }
    #expect(also?.code == .runBusy)
    #expect(try other.store.runs().count == 1)
    #expect(try other.store.sessions().count == 1)
    lease.release()
  }
}
