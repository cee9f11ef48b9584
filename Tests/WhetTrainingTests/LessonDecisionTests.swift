import Foundation
import Testing
import WhetCore
import WhetLearning
import WhetStore

@testable import WhetTraining

/// What a person decides of a lesson holds through training, deployment and other processes.
@Suite(.timeLimit(.minutes(2))) struct LessonDecisionTests {
  private static func trained(_ count: Int = 8) async throws -> (Workplace, LearnedLesson) {
    let place = try await Workplace()
    try place.add(Sample.many(count))
    try await place.train()
    return (place, try #require(try place.trainer.lessons(of: place.agent).first { $0.lesson.status == .active }))
  }

  private static let response = "def check(order):\n    if order.user == None:\n        return 1\n"

  private static func improves(_ place: Workplace) throws -> Bool {
    try !place.trainer.improve(response, agent: place.agent, language: "python").improvement.applications.isEmpty
  }

  @Test func `a disabled lesson is used nowhere, is learned on, and comes back when it is enabled`() async throws {
    let (place, lesson) = try await Self.trained()
    #expect(try Self.improves(place))
    let report = try place.trainer.disable([lesson], reason: "only for the old service")
    #expect(report.isChanged && report.lessons.map(\.lesson.status) == [.disabled])
    #expect(try !Self.improves(place))
    try place.add([Sample.recurring(20)])
    let run = try await place.otherTrainer().train(place.agent)
    #expect(run.sessions.last?.improvement == 0 && run.outcome?.lessonCount == 0)
    let disabled = try place.trainer.lesson(matching: lesson.lesson.id.rawValue)
    #expect(disabled.lesson.status == .disabled && disabled.lesson.supports.contains(CorrectionID("none20")))
    #expect(try !place.trainer.disable([lesson]).isChanged)
    try place.trainer.enable([disabled])
    #expect(try Self.improves(place))
    let history = try place.store.history(ofLesson: lesson.lesson.id, agent: place.agent)
    #expect(history.contains { $0.reason == "disabled by a person: only for the old service" && $0.session == nil })
  }

  @Test func `undo takes a decision back, newest first`() async throws {
    let (place, lesson) = try await Self.trained()
    try place.trainer.word(lesson, "Compare with None by identity.")
    try place.trainer.disable([lesson])
    let plan = try place.trainer.undoPlan()
    #expect(plan.change.kind == .decided && plan.effect == "the lesson is what the learner makes of it again")
    _ = try await place.trainer.undo(plan.change.id)
    #expect(try place.trainer.lesson(matching: "last").lesson.status == .active)
    _ = try await place.trainer.undo(try place.trainer.undoPlan().change.id)
    #expect(
      try place.trainer.lesson(matching: "last") == lesson.sameTime(as: try place.trainer.lesson(matching: "last")))
  }

  // MARK: Another guise

  /// A rule that makes the edits of `Sample.recurring`, as another version of the learner may have found it.
  private static func plant(_ id: String, supports: [String], in place: Workplace) throws -> LessonRecord {
    let body = """
      {"id":"\(id)","kind":"edit-rule","status":"active","words":"an earlier form","supports":\
      [\(supports.map { "\"\($0)\"" }.joined(separator: ","))],"body":{"edit-rule":{"before":["==","None"],\
      "after":[{"text":"is","leading":" "},{"text":"None","leading":" "}],"scope":{"zones":["code"]},"guards":[],\
      "flags":[]}}}
      """
    let record = LessonRecord(
      id: LessonID(id), agent: place.agent, status: .active, kind: "edit-rule", words: "an earlier form",
      body: Data(body.utf8), supports: supports.map { CorrectionID($0) })
    try place.store.change([LessonChange(record, reason: "learned")])
    return record
  }

  @Test func `a lesson that does the same as a disabled one is disabled with it, and the session says so`() async throws
  {
    let place = try await Workplace()
    try place.add(Sample.many(4))
    _ = try Self.plant("learlier", supports: ["none0", "none1"], in: place)
    try place.trainer.disable([place.trainer.lesson(matching: "learlier")])
    try await place.train()
    let lessons = try place.trainer.lessons(of: place.agent).filter { $0.lesson.id != LessonID("learlier") }
    #expect(!lessons.isEmpty && lessons.allSatisfy { $0.lesson.status == .disabled })
    let id = try #require(lessons.first?.lesson.id)
    let notes = try place.store.sessions().compactMap {
      try place.trainer.sessionReport($0.id).artefacts.adaptation?.note
    }
    #expect(notes.contains { $0.contains("\(id) does the same as learlier, which is disabled, so it is disabled too") })
    #expect(
      try place.store.history(ofLesson: id, agent: place.agent).first?.reason
        == "disabled: it does the same as learlier, which a person disabled")
    #expect(try !Self.improves(place))
    // Enabling the one that is there enables both, so that the next form of it is not disabled again.
    let report = try place.trainer.enable([try #require(lessons.first)])
    #expect(report.notes.contains("learlier does the same as \(id) and is enabled with it"))
    #expect(try Self.improves(place))
  }

  @Test func `a lesson that takes another one's place takes over its words and what stood under it`() async throws {
    let place = try await Workplace()
    try place.add(Sample.many(4))
    _ = try Self.plant("learlier", supports: ["none0", "none1"], in: place)
    let other = try place.store.lesson(matching: "learlier")
    var below = other
    below.id = LessonID("lbelow")
    below.body = Data(String(decoding: other.body, as: UTF8.self).replacing("learlier", with: "lbelow").utf8)
    below.supports = []
    try place.store.change([LessonChange(below, reason: "learned")])
    try place.trainer.merge(
      place.trainer.lesson(matching: "learlier"), with: [place.trainer.lesson(matching: "lbelow")],
      words: "Compare with None by identity.")
    try await place.train()
    let successor = try #require(try place.trainer.lessons(of: place.agent).first { $0.lesson.status == .active })
    #expect(successor.lesson.words == "Compare with None by identity." && successor.isOwnWords)
    #expect(try place.trainer.lesson(matching: "lbelow").mergedInto == successor.lesson.id)
    #expect(try place.trainer.lesson(matching: "learlier").lesson.status == .retired)
  }

  @Test func `lessons that edit other places are not the same`() async throws {
    let place = try await Workplace()
    try place.add(Sample.many(4) + [Sample.twin(0), Sample.twin(1)])
    _ = try Self.plant("learlier", supports: ["twin0", "twin1"], in: place)
    try place.trainer.disable([place.trainer.lesson(matching: "learlier")])
    try await place.train()
    #expect(try Self.improves(place))
  }

  // MARK: Other opinions

  @Test func `a lesson that a person undoes is retired, and both sides are named`() async throws {
    let (place, lesson) = try await Self.trained()
    var undone = (0..<3).map { Sample.recurring($0 + 30) }
    for index in undone.indices {
      undone[index].id = "undo\(index)"
      (undone[index].original, undone[index].corrected) = (undone[index].corrected ?? "", undone[index].original)
    }
    try place.add(undone)
    try await place.train()
    let retired = try place.trainer.lesson(matching: lesson.lesson.id.rawValue)
    #expect(retired.lesson.status == .retired)
    let by = try #require(retired.lesson.against.last)
    #expect(by.rawValue.hasPrefix("undo"))
    let note = try #require(try place.sessionReport(by.rawValue).artefacts.adaptation?.note)
    #expect(note.contains("\(by) contradicts none0, none1, none2 and 5 more, which taught \(retired.lesson.id)"))
    let explained = try await place.trainer.explanation(of: place.store.correction(by))
    #expect(explained.contradicts.contains(retired.lesson.id))
    #expect(try place.trainer.explanation(of: retired).against.map(\.correction).contains(by))
  }

  @Test func `what is removed, sealed, told in words or not trained yet says so`() async throws {
    let (place, _) = try await Self.trained()
    try place.add([Sample.recurring(40), Sample(id: "told", original: "x", feedback: "Say more.")])
    func state(_ id: String) async throws -> CorrectionExplanation.State {
      try await place.trainer.explanation(of: place.store.correction(CorrectionID(id))).state
    }
    #expect(try await state("none40") == .untrained)
    #expect(try await state("told") == .uncorrected)
    #expect(try await state("none1") == .learned)
    try place.store.hide([CorrectionID("none1")])
    #expect(try await state("none1") == .removed)
  }

  // MARK: Deployment

  @Test func `a run whose lesson was disabled since is not deployed, and training measures what is left`() async throws
  {
    let (place, lesson) = try await Self.trained()
    try place.trainer.disable([lesson])
    let refusal = await #expect(throws: WhetError.self) { _ = try await place.trainer.deploy(agent: place.agent) }
    #expect(refusal?.code == .deploymentRefused && refusal?.exitCode == .refused)
    #expect(refusal?.message.contains(lesson.lesson.id.rawValue) == true)
    let run = try await place.train()
    #expect(run.outcome?.lessonCount == 0)
  }

  @Test func `a person's words go into the definition and the prompt, and the rule stays`() async throws {
    let (place, lesson) = try await Self.trained()
    try place.trainer.word(lesson, "Compare with None\n by identity.")
    #expect(try place.trainer.lesson(matching: "last").lesson.rule == lesson.lesson.rule)
    _ = try await place.trainer.deploy(agent: place.agent)
    let text = try #require(place.read("engineer.md").map { String(decoding: $0, as: UTF8.self) })
    #expect(text.contains("- Compare with None by identity.\n  Before: "))
    #expect(try Self.improves(place))
    try place.add([Sample.recurring(30)])
    try await place.train()
    let report = try place.sessionReport("none30")
    #expect(report.prompt?.contains("Compare with None by identity.") == true)
    #expect(try place.trainer.lesson(matching: lesson.lesson.id.rawValue).isOwnWords)
    try place.trainer.reset(lesson)
    #expect(try place.trainer.lesson(matching: lesson.lesson.id.rawValue).lesson.words == lesson.lesson.words)
  }

  @Test(arguments: ["", " \n\t", "a\u{0}b", String(repeating: "word ", count: 401)])
  func `words that no definition can carry are refused`(words: String) async throws {
    let (place, lesson) = try await Self.trained(4)
    let refusal = #expect(throws: WhetError.self) { try place.trainer.word(lesson, words) }
    #expect(refusal?.code == .lessonInvalid)
    #expect(throws: WhetError.self) { try place.trainer.merge(lesson, with: [lesson]) }
  }
}

extension LearnedLesson {
  fileprivate func sameTime(as other: LearnedLesson) -> LearnedLesson {
    var lesson = self
    lesson.updatedAt = other.updatedAt
    return lesson
  }
}
