import Testing
import WhetCore
import WhetEvaluation
import WhetLearning
import WhetStore

@testable import WhetTraining

/// Nothing is improved by what was not known, and nothing is changed without a lesson.
@Suite(.timeLimit(.minutes(2))) struct HonestyTests {
  @Test(arguments: ["", "\u{FEFF}x\r\n", "no newline at the end", "tab\tand  two spaces \n\n", "e\u{301} and \u{E9}"])
  func `a response that no lesson fits stays byte for byte, and the session says so`(text: String) async throws {
    let place = try await Workplace()
    try place.add(Sample.many(3) + [Sample(id: "plain", original: text, corrected: "quite another text")])
    try await place.train()
    let report = try place.sessionReport("plain")
    #expect(try Array(#require(report.improved).utf8) == Array(text.utf8))
    #expect(report.artefacts.response?.note.contains("stays as it was") == true)
    #expect(report.artefacts.response?.isChanged == false)
    #expect(report.session.improvement == 0)
  }

  @Test func `the first correction of a kind improves nothing, the next ones do`() async throws {
    let place = try await Workplace()
    try place.add(Sample.many(4))
    let report = try await place.train()
    #expect(report.sessions.first?.improvement == 0)
    #expect(try #require(report.sessions.last?.improvement) > 0)
    #expect(
      try place.sessionReport("none0").artefacts.response?.note
        == "no lesson was known yet; the response stays as it was")
    #expect(report.outcome?.local.sessions == 4)
  }

  @Test func `the improver does not see a correction's own answer`() async throws {
    let place = try await Workplace()
    try place.add(Sample.many(3) + [.lonely])
    try await place.train()
    let report = try place.sessionReport("lonely")
    #expect(report.improved == Sample.lonely.original)
    #expect(report.session.improvement == 0)
    #expect(report.artefacts.evaluation?.isRecall == false)
  }

  @Test func `training the same correction again is recall and no improvement`() async throws {
    let place = try await Workplace()
    let corrections = try place.add(Sample.many(4))
    try await place.train()
    let report = try await place.trainer.train(correction: corrections[0])
    let session = try #require(report.sessions.first)
    #expect(session.improvement == nil)
    let (before, after) = (try #require(session.overallBefore), try #require(session.overallAfter))
    #expect(after > before)
    let artefacts = try place.trainer.sessionReport(session.id).artefacts
    #expect(artefacts.evaluation?.isRecall == true && artefacts.adaptation?.isRecalled == true)
    #expect(artefacts.adaptation?.helped == [])
    #expect(
      report.outcome?.local.measured == 0 && report.outcome?.local.successes == 0 && report.improvement.local == nil)
  }

  @Test func `a correction trained several times counts once`() async throws {
    let place = try await Workplace()
    let correction = try place.add([.recurring(0)])[0]
    for _ in 0..<3 { _ = try await place.trainer.train(correction: correction) }
    #expect(try place.trainer.lessons().allSatisfy { $0.lesson.supports == [correction.id] })
    try place.add([.recurring(1), .recurring(2)])
    try await place.train()
    let before = try place.trainer.lessons().map(\.lesson)
    #expect(!before.isEmpty)
    _ = try await place.trainer.train(correction: correction)
    #expect(try place.trainer.lessons().map(\.lesson) == before)
    #expect(before.allSatisfy { Set($0.supports).count == $0.supports.count })
  }

  @Test func `an edited correction is trained anew, without the answer it had or has`() async throws {
    let place = try await Workplace()
    try place.add([.recurring(1)])
    try await place.train()
    let edited = Sample.recurring(1).original.replacing("== None", with: "is not set")
    var fields = Sample.recurring(1).fields(agent: place.agent)
    fields.corrected = edited
    try place.store.edit(CorrectionID("none1"), to: CorrectionDraft(fields))
    let report = try await place.train()
    #expect(report.sessions.map(\.revision) == [2])
    let session = try place.sessionReport("none1")
    #expect(session.artefacts.evaluation?.isRecall == false)
    #expect(session.session.improvement == 0)
    #expect(session.improved == session.original && session.corrected == edited)
  }

  @Test func `a correction edited while its run is open is trained by the next run`() async throws {
    let place = try await Workplace()
    try place.add([.recurring(0), .lonely])
    try await place.trainUntilStopped(observer: stop(after: .response, of: "s1"))
    var fields = Sample.recurring(0).fields(agent: place.agent)
    fields.corrected = "quite another answer"
    try place.store.edit(CorrectionID("none0"), to: CorrectionDraft(fields))
    let report = try await place.train()
    #expect(try place.store.sessions(run: RunID("r1")).map(\.state) == [.aborted, .finished])
    #expect(report.run.id == RunID("r2"))
    #expect(report.sessions.map(\.correction?.rawValue) == ["none0"])
    #expect(try place.sessionReport("none0").corrected == "quite another answer")
  }

  @Test func `a response without a correction is measured by its verifier and teaches nothing`() async throws {
    let place = try await Workplace()
    try place.add(Sample.many(4))
    try await place.train()
    let known = try place.trainer.lessons()
    let text = Sample.recurring(9).original
    let report = try await place.trainer.train(
      response: text, agent: place.agent, context: ["task": "check it"], language: "python",
      verifier: VerifierSpecification(run: ["grep", "-q", "is None", "{response}"], timeout: 60))
    #expect(report.outcome == nil && report.run.state == .finished)
    let session = try place.trainer.sessionReport(#require(report.sessions.first).id)
    #expect(session.improved == Sample.recurring(9).corrected && session.corrected == nil)
    #expect(session.artefacts.input?.subject == .response && session.artefacts.input?.task == "check it")
    #expect(session.artefacts.adaptation?.note == "nothing was learned: there is no correction, only the response")
    #expect(try #require(session.session.improvement) > 0)
    #expect(try place.trainer.lessons().map(\.lesson) == known.map(\.lesson))
  }
}
