import Synchronization
import Testing
import WhetCore
import WhetEvaluation
import WhetLearning
import WhetStore

@testable import WhetTraining

@Suite(.timeLimit(.minutes(2))) struct PipelineTests {
  @Test func `the seven steps of each session are committed in order and told in that order`() async throws {
    let place = try await Workplace()
    try place.add(Sample.many(3))
    let told = Mutex<[String]>([])
    let report = try await place.train { event in
      if case .stepCommitted(let session, let step) = event { told.withLock { $0.append("\(session) \(step.name)") } }
    }
    #expect(report.sessions.map(\.state) == [.finished, .finished, .finished])
    #expect(
      told.withLock { $0 }
        == report.sessions.flatMap { session in PipelineStep.allCases.map { "\(session.id) \($0.name)" } })
    for session in report.sessions {
      let steps = try place.store.steps(of: session.id)
      #expect(steps.map(\.step) == PipelineStep.allCases)
      #expect(steps.map(\.committedAt) == steps.map(\.committedAt).sorted())
    }
  }

  @Test func `a step is in the store before its event is told`() async throws {
    let place = try await Workplace()
    try place.add(Sample.many(2))
    let missing = Mutex<[String]>([])
    let other = try await place.otherTrainer()
    try await place.train { event in
      guard case .stepCommitted(let session, let step) = event else { return }
      if (try? other.store.steps(of: session).last?.step) != step {
        missing.withLock { $0.append("\(session) \(step)") }
      }
    }
    #expect(missing.withLock { $0 }.isEmpty)
  }

  @Test func `every artefact of a session can be read`() async throws {
    let place = try await Workplace()
    try place.add(Sample.many(5))
    let report = try await place.train()
    let last = try place.trainer.sessionReport(#require(report.sessions.last).id)
    let (artefacts, sample) = (last.artefacts, Sample.recurring(4))
    #expect(artefacts.input?.task == "task of none4" && artefacts.input?.context == ["place": "shop"])
    #expect(artefacts.strategy?.options.map(\.strategy) == ["engineer", "generic"])
    #expect(artefacts.strategy?.reason.isEmpty == false)
    #expect(artefacts.prompt?.lessons.isEmpty == false)
    #expect(artefacts.response?.isChanged == true)
    #expect(try #require(artefacts.evaluation?.paired.improvement) > 0)
    #expect(artefacts.adaptation?.helped == artefacts.response?.applications.map(\.lesson))
    #expect(artefacts.adaptation?.isRecalled == true)
    #expect(artefacts.deployment?.note.contains("gate explain r1") == true)
    #expect(last.original == sample.original && last.improved == sample.corrected && last.corrected == sample.corrected)
    let prompt = try #require(last.prompt)
    for lesson in try #require(artefacts.prompt?.lessons) { #expect(prompt.contains("[\(lesson)]")) }
    #expect(prompt.contains(sample.original))
  }

  @Test func `the prompt and the corrected text are not shown before their steps`() async throws {
    let place = try await Workplace()
    try place.add(Sample.many(1))
    try await place.trainUntilStopped(observer: stop(after: .evaluation, of: "s1"))
    let report = try place.trainer.sessionReport(SessionID("s1"))
    #expect(report.improved != nil && report.corrected == nil && report.artefacts.adaptation == nil)
  }

  @Test func `an agent without corrections has nothing to do`() async throws {
    let place = try await Workplace()
    let error = await #expect(throws: WhetError.self) { try await place.train() }
    #expect(error?.code == .trainingNothingToDo)
    #expect(try place.store.runs().isEmpty)
  }

  @Test func `training again with nothing new measures anew and makes no session`() async throws {
    let place = try await Workplace()
    try place.add(Sample.many(6))
    let first = try await place.train()
    let second = try await place.train()
    #expect(second.run.id != first.run.id && second.sessions.isEmpty)
    #expect(second.outcome?.heldOut == first.outcome?.heldOut)
    #expect(second.outcome?.decision == first.outcome?.decision)
    #expect(try place.store.sessions().count == 6)
  }

  @Test func `a damaged artefact is named when the session is read`() async throws {
    let place = try await Workplace()
    let correction = try #require(try place.add(Sample.many(1)).first)
    let lease = try place.store.createRun(
      agent: place.agent, mode: "continuous", settings: StoredJSON.data("x"),
      subjects: [.correction(correction.id, revision: 1)])
    try place.store.commit(step: .input, of: SessionID("s1"), artefact: StoredJSON.data(["no": "input"]))
    lease.release()
    let error = #expect(throws: WhetError.self) { try place.trainer.sessionReport(SessionID("s1")) }
    #expect(error?.code == .sessionArtefactUnreadable && error?.message.contains("'input'") == true)
  }
}
