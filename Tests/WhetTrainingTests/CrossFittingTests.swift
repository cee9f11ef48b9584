import Testing
import WhetCore
import WhetEvaluation
import WhetLearning
import WhetStore

@testable import WhetTraining

@Suite(.timeLimit(.minutes(2))) struct CrossFittingTests {
  @Test func `every case with an answer is measured exactly once, in order of arrival`() async throws {
    let place = try await Workplace()
    try place.add(
      Sample.many(6) + [.accepted(1), Sample(id: "words", original: "It may be so.", feedback: "no")] + [.lonely]
        + Sample.copies(of: .accepted(2), 2))
    let outcome = try #require(try await place.train().outcome)
    let cases = outcome.heldOut.outcomes.map(\.caseID.rawValue)
    #expect(cases == (0..<6).map { "none\($0)" } + ["accepted1", "lonely", "copy0", "copy1"])
    #expect(outcome.heldOut.measured == cases.count && outcome.sealedOpened == 0)
  }

  @Test func `a recurring mistake is fixed by lessons of the other cases`() async throws {
    let place = try await Workplace()
    try place.add(Sample.many(8) + [.lonely, .accepted(1)])
    let evidence = try #require(try await place.train().outcome?.heldOut)
    #expect(evidence.fixed.map(\.rawValue) == (0..<8).map { "none\($0)" })
    #expect(evidence.broken.isEmpty)
    #expect(try #require(evidence.mean) > 0)
  }

  @Test func `the same case under several ids gives no held-out gain`() async throws {
    let place = try await Workplace()
    try place.add(Sample.copies(of: .lonely, 3) + Sample.many(2))
    let evidence = try #require(try await place.train().outcome?.heldOut)
    let cases = evidence.outcomes.filter { $0.caseID.rawValue.hasPrefix("copy") }
    #expect(cases.map(\.group) == Array(repeating: CorrectionID("copy0"), count: 3))
    #expect(cases.allSatisfy { $0.before == $0.after })
  }

  @Test func `near-duplicates are measured by lessons without any of them`() async throws {
    let place = try await Workplace()
    let twins = (0..<4).map { Sample.twin($0) }
    try place.add(twins + [.lonely])
    let outcome = try #require(try await place.train().outcome)
    let cases = outcome.heldOut.outcomes.filter { $0.caseID.rawValue.hasPrefix("twin") }
    #expect(cases.map(\.group) == Array(repeating: CorrectionID("twin0"), count: 4))
    #expect(outcome.heldOut.fixed.isEmpty && outcome.heldOut.mean == 0)
    #expect(try place.sessionReport("twin2").artefacts.input?.nearDuplicates.map(\.rawValue) == ["twin0", "twin1"])
    // Without groups there would be a gain: what the others teach fixes each of them.
    for held in twins {
      var learner = OfflineLearner()
      for twin in twins where twin.id != held.id {
        learner.learn(
          TrainingPair(
            id: CorrectionID(twin.id), original: twin.original, corrected: twin.corrected ?? "", format: .code,
            language: "python"))
      }
      let leaked = OfflineImprover(lessons: learner.lessons).improve(held.original, format: .code, language: "python")
      #expect(leaked.text == held.corrected)
    }
  }

  @Test func `a case keeps its group and its fold when corrections are added`() async throws {
    let place = try await Workplace()
    try place.add(Sample.many(5))
    let before = try #require(try await place.train().outcome?.heldOut.outcomes)
    try place.add((5..<9).map { Sample.recurring($0) } + Sample.copies(of: .recurring(2), 1))
    let after = try #require(try await place.train().outcome?.heldOut.outcomes)
    let groups = Dictionary(uniqueKeysWithValues: after.map { ($0.caseID, $0.group) })
    for outcome in before {
      #expect(groups[outcome.caseID] == outcome.group)
      #expect(
        groups[outcome.caseID].map { FoldAssignment.fold(forGroup: [$0]) }
          == FoldAssignment.fold(forGroup: [outcome.group]))
    }
    #expect(groups[CorrectionID("copy0")] == CorrectionID("none2"))
  }

  @Test func `a lesson a person disabled is in no fold`() async throws {
    let place = try await Workplace()
    try place.add(Sample.many(6))
    try await place.train()
    for var lesson in try place.store.lessons(agent: place.agent) {
      lesson.status = .disabled
      try place.store.change([LessonChange(lesson, reason: "disabled by the user")])
    }
    let outcome = try #require(try await place.train().outcome)
    #expect(outcome.lessonCount == 0)
    #expect(outcome.heldOut.outcomes.allSatisfy { ($0.after ?? 0) <= ($0.before ?? 0) })
  }

  @Test func `sealed cases never train and are opened once by each decision`() async throws {
    let place = try await Workplace()
    let early = (0..<100).map { Sample.accepted($0) }
    // Every fifth group after the hundredth case is sealed. The first such mistake recurs, so others teach how to fix it.
    let words = Sample(id: "words", original: "It may be so, or it may not.", feedback: "say yes or no")
    try place.add(early + Sample.many(6) + (100..<103).map { Sample.accepted($0) } + [words])
    let sealed = CorrectionID("none4")
    let first = try await place.train()
    let report = try place.sessionReport(sealed.rawValue)
    #expect(report.artefacts.input?.isSealed == true)
    #expect(report.artefacts.adaptation?.note == "nothing was learned: this case is sealed for the gate")
    #expect(try place.trainer.lessons().allSatisfy { !$0.lesson.supports.contains(sealed) })
    #expect(try place.trainer.lessons().contains { $0.lesson.supports.contains(CorrectionID("none5")) })
    #expect(try place.sessionReport("words").artefacts.input?.isSealed == true)
    #expect(try place.trainer.lessons().allSatisfy { $0.lesson.status == .active })
    #expect(first.outcome?.sealedOpened == 1)
    #expect(first.outcome?.heldOut.outcomes.count { $0.caseID == sealed } == 1)
    #expect(first.outcome?.heldOut.fixed.contains(sealed) == true)
    let second = try await place.train()
    #expect(second.outcome?.sealedOpened == 1)
    #expect(second.outcome?.heldOut == first.outcome?.heldOut)
    // Removing another case must not open the seal.
    try place.store.hide(CorrectionID(early[50].id))
    let third = try await place.train()
    #expect(third.outcome?.sealedOpened == 1)
    #expect(third.outcome?.heldOut.outcomes.count { $0.caseID == sealed } == 1)
  }
}
