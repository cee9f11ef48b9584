import Testing
import WhetCore
import WhetLearning
import WhetStore

@testable import WhetTraining

@Suite(.timeLimit(.minutes(2))) struct ReplayTests {
  private static func trained() async throws -> Workplace {
    let place = try await Workplace()
    try place.add(SteppingTests.samples)
    _ = try await place.train()
    return place
  }

  @Test func `a replay stores nothing and calls recall by its name`() async throws {
    let place = try await Self.trained()
    let before = try (Leftovers(place.trainer), place.store.information())
    let replay = try await place.trainer.replay(SessionID("s1"))
    #expect(replay.isRecall)
    let (then, now) = (replay.comparison.left, replay.comparison.right)
    #expect(then.artefacts.prompt?.lessons == [] && now.artefacts.prompt?.lessons.isEmpty == false)
    #expect(then.improved == then.original && now.improved == then.corrected)
    #expect(now.session.improvement == nil && now.session.overallAfter == 100)
    #expect(replay.comparison.lessons.onlyRight == now.artefacts.prompt?.lessons)
    #expect(replay.comparison.isSame(.strategy) == true && replay.comparison.isSame(.response) == false)
    #expect(replay.comparison.isSame(.adaptation) == nil)
    let after = try (Leftovers(place.trainer), place.store.information())
    #expect(after.0 == before.0 && after.1 == before.1)
  }

  @Test(arguments: PipelineStep.allCases)
  func `a session is replayed as far as it got, without its own correction's lessons`(step: PipelineStep) async throws {
    let place = try await SteppingTests.standing(at: step, of: 6)
    let replay = try await place.trainer.replay(SessionID("s6"))
    #expect(replay.isRecall == (step >= .adaptation))
    if step == .evaluation {
      // Nothing was learned since, so now is as then.
      #expect(replay.comparison.isSame(.prompt) == true && replay.comparison.isSame(.response) == true)
      #expect(replay.comparison.isSame(.evaluation) == true)
    }
    #expect(try place.store.session(SessionID("s6")).lastStep == step)
  }

  @Test func `a response and a removed correction can be replayed`() async throws {
    let place = try await Self.trained()
    _ = try await place.trainer.train(response: "if a.b == None:\n    pass\n", agent: place.agent, language: "python")
    let replay = try await place.trainer.replay(SessionID("s7"))
    #expect(!replay.isRecall && replay.comparison.isSame(.response) == true)
    try place.store.hide(CorrectionID("none0"))
    #expect(try await place.trainer.replay(SessionID("s1")).comparison.left.original?.isEmpty == false)
  }

  @Test func `two sessions are compared step by step`() async throws {
    let place = try await Self.trained()
    let comparison = try place.trainer.compare(SessionID("s1"), SessionID("s6"))
    #expect(comparison.isSame(.input) == false)
    #expect(comparison.lessons.onlyLeft == [] && !comparison.lessons.onlyRight.isEmpty)
    let same = try place.trainer.compare(SessionID("s6"), SessionID("s6"))
    #expect(PipelineStep.allCases.allSatisfy { same.isSame($0) == true })
    let missing = #expect(throws: WhetError.self) { try place.trainer.compare(SessionID("s1"), SessionID("s99")) }
    #expect(missing?.code == .notFound)
  }
}
