import Testing
import WhetCore
import WhetEvaluation
import WhetLearning
import WhetStore

@testable import WhetTraining

/// Corrections without a corrected text, and corrections that go away.
@Suite(.timeLimit(.minutes(2))) struct UncorrectedTests {
  @Test func `feedback alone becomes a candidate instruction that nothing uses`() async throws {
    let place = try await Workplace()
    try place.add([Sample(id: "words", original: "It may be so.", feedback: "say yes or no")])
    let report = try await place.train()
    let learned = try #require(try place.trainer.lessons().first)
    #expect(learned.lesson.status == .candidate && learned.lesson.words == "say yes or no")
    #expect(learned.lesson.supports == [CorrectionID("words")] && learned.createdIn == SessionID("s1"))
    #expect(report.outcome?.lessonCount == 0 && report.outcome?.lessons == nil)
    #expect(report.outcome?.heldOut.outcomes.isEmpty == true)
    #expect(report.sessions.first?.improvement == nil)
    #expect(try place.sessionReport("words").artefacts.adaptation?.note.contains("candidate lesson") == true)
    try place.add([.lonely])
    try await place.train()
    #expect(try place.sessionReport("lonely").artefacts.prompt?.lessons == [])
    #expect(try place.trainer.improve("It may be so.", agent: place.agent).improvement.applications.isEmpty)
  }

  @Test func `the same feedback twice stays one candidate`() async throws {
    let place = try await Workplace()
    try place.add(["a", "b"].map { Sample(id: $0, original: "answer \($0)", feedback: "be brief") })
    try await place.train()
    #expect(try place.trainer.lessons().map(\.lesson.status) == [.candidate])
  }

  @Test(arguments: [("true", 100.0), ("false", 0.0)])
  func `a verifier alone is measured and teaches nothing`(program: String, score: Double) async throws {
    let place = try await Workplace()
    let code = "def f(x):\n    return x\n"
    try place.add([
      Sample(
        id: "checked", original: code, language: "python", verifier: VerifierSpecification(run: [program], timeout: 60))
    ])
    let report = try await place.train()
    let session = try place.sessionReport("checked")
    let correctness = try #require(session.artefacts.evaluation?.paired.before[.correctness])
    #expect(correctness.value == score, "\(correctness.evidence)")
    #expect(report.sessions.first?.improvement == 0)
    #expect(session.artefacts.adaptation?.note == "nothing was learned: there is no corrected text")
    #expect(session.artefacts.adaptation?.isRecalled == nil)
    #expect(try place.trainer.lessons().isEmpty)
    let outcomes = try #require(report.outcome?.heldOut.outcomes)
    #expect(outcomes.map(\.caseID.rawValue) == ["checked"])
    #expect(outcomes.first?.passedBefore == (score == 100) && outcomes.first?.passedAfter == (score == 100))
  }

  @Test func `a verifier judges a response that a lesson changed`() async throws {
    let place = try await Workplace()
    var last = Sample.recurring(5)
    last.verifier = VerifierSpecification(
      run: ["python3", "-c", "import sys; sys.exit('== None' in open(sys.argv[1]).read())", "{response}"], timeout: 60)
    try place.add(Sample.many(4) + [last])
    try await place.train()
    let paired = try #require(try place.sessionReport("none5").artefacts.evaluation?.paired)
    #expect(paired.before[.correctness].passed == false && paired.after[.correctness].passed == true)
  }

  @Test(arguments: [nil, PipelineStep.input, .evaluation, .adaptation])
  func `a correction removed while its run is open aborts its session only`(step: PipelineStep?) async throws {
    let place = try await Workplace()
    try place.add(Sample.many(4))
    try await place.trainUntilStopped(
      observer: step.map { stop(after: $0, of: "s2") } ?? stop(after: .deployment, of: "s1"))
    try place.store.hide(CorrectionID("none1"))
    let report = try await place.otherTrainer().resume(RunID("r1"))
    #expect(report.sessions.map(\.state) == [.finished, .aborted, .finished, .finished])
    // What it taught is taken back with it.
    #expect(report.sessions[1].lastStep == step.map { min($0, .evaluation) })
    #expect(report.outcome?.heldOut.outcomes.map(\.caseID.rawValue) == ["none0", "none2", "none3"])
    #expect(try place.trainer.lessons().allSatisfy { !$0.lesson.supports.contains(CorrectionID("none1")) })
  }

  @Test func `what a removed correction taught is given up by the next training`() async throws {
    let place = try await Workplace()
    try place.add(Sample.many(1))
    try await place.train()
    let taught = try place.trainer.lessons()
    #expect(taught.contains { $0.lesson.status == .active })
    try place.store.hide(CorrectionID("none0"))
    try place.add([.accepted(1)])
    let report = try await place.train()
    #expect(try place.trainer.lessons().map(\.lesson.id) == taught.map(\.lesson.id))
    #expect(try place.trainer.lessons().allSatisfy { $0.lesson.status == .retired })
    #expect(report.outcome?.lessonCount == 0)
  }
}
