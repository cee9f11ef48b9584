import Testing
import WhetCore
import WhetEvaluation
import WhetLearning
import WhetStore

@testable import WhetTraining

@Suite(.timeLimit(.minutes(2))) struct LearnerOffTests {
  @Test func `with the learner off nothing changes and the gate refuses`() async throws {
    let place = try await Workplace(learner: false)
    try place.add(Sample.many(10) + [Sample(id: "words", original: "It may be so.", feedback: "say yes or no")])
    let report = try await place.train()
    #expect(report.sessions.allSatisfy { ($0.improvement ?? 0) == 0 })
    for session in report.sessions {
      let session = try place.trainer.sessionReport(session.id)
      #expect(session.improved == session.original)
      #expect(session.artefacts.adaptation?.note == "nothing was learned: the learner is switched off")
    }
    #expect(try place.trainer.lessons().isEmpty)
    let outcome = try #require(report.outcome)
    #expect(outcome.heldOut.outcomes.allSatisfy { $0.before == $0.after } && outcome.heldOut.mean == 0)
    #expect(outcome.decision.verdict == .refuse && !outcome.decision.mayGoUnproven && outcome.lessonCount == 0)
    let refused = await #expect(throws: WhetError.self) { try await place.trainer.deploy(agent: place.agent) }
    #expect(refused?.code == .deploymentRefused && refused?.exitCode == .refused)
    let forced = await #expect(throws: WhetError.self) {
      try await place.trainer.deploy(agent: place.agent, override: .forced)
    }
    #expect(forced?.code == .deploymentNothing)
  }

  @Test func `lessons learned before stay as they are while the learner is off`() async throws {
    let place = try await Workplace()
    try place.add(Sample.many(3))
    try await place.train()
    let learned = try place.trainer.lessons()
    #expect(learned.contains { $0.lesson.status == .active })
    try place.add([.recurring(3), .lonely])
    let report = try await place.otherTrainer(learner: false).train(place.agent)
    #expect(report.sessions.map(\.improvement) == [0, 0])
    #expect(try place.trainer.lessons() == learned)
  }
}
