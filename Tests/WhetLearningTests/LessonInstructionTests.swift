import Testing
import WhetCore

@testable import WhetLearning

@Suite struct `Instructions for several lessons` {
  private func lesson(_ before: [PatternElement], _ after: [OutputElement], zone: Zone = .prose, supports: Int = 1)
    -> Lesson
  {
    let rule = EditRule(before: before, after: after, scope: RuleScope(zones: [zone]))
    var lesson = LessonWriter.lesson(for: rule, supports: [])
    lesson.supports = (0..<supports).map { CorrectionID("c\($0)") }
    return lesson
  }

  private func word(_ before: String, _ after: String, zone: Zone = .prose, supports: Int = 1) -> Lesson {
    lesson([.literal(before)], [.literal(after, leading: "")], zone: zone, supports: supports)
  }

  @Test func `rules that differ in their literals only are one instruction, those with most evidence first`() {
    let all = LessonInstruction.all(of: [
      word("utilize", "use"), word("commence", "start", supports: 3), word("leverage", "use", zone: .heading),
    ])
    #expect(
      all.map(\.words) == [
        "In running text, write `start` instead of `commence`, `use` instead of `utilize`.",
        "In headings, write `use` instead of `leverage`.",
      ])
    #expect(all[0].lessons.count == 2)
  }

  @Test func `what is left out is one instruction, whatever its length`() {
    let all = LessonInstruction.all(of: [
      lesson([.phrase(["in", "order"])], []), lesson([.literal("very")], [], supports: 2), word("very", "much"),
    ])
    #expect(all.map(\.words).first == "In running text, leave out `very`, `in order`.")
    #expect(all.count == 2)
  }

  @Test func `rules with other holes are other instructions`() {
    let all = LessonInstruction.all(of: [
      lesson(
        [.hole(.chain), .literal("=="), .literal("None")], [.kept(0, leading: nil), .literal("is", leading: " ")]),
      lesson(
        [.hole(.number), .literal("=="), .literal("None")], [.kept(0, leading: nil), .literal("is", leading: " ")]),
    ])
    #expect(all.count == 2)
  }

  @Test func `a lesson that a person worded or merged is in no other instruction`() {
    let lessons = [word("utilize", "use"), word("commence", "start"), word("leverage", "use")]
    var arrangement = LessonInstruction.Arrangement(worded: [lessons[0].id])
    #expect(LessonInstruction.all(of: lessons, arrangement: arrangement).map(\.lessons.count).sorted() == [1, 2])
    arrangement = .init(merges: [lessons[0].id: lessons[1].id])
    #expect(LessonInstruction.all(of: lessons, arrangement: arrangement).map(\.lessons.count).sorted() == [1, 2])
  }

  @Test func `many rules of one form are said in several instructions`() {
    let lessons = (0..<30).map { word("before\($0)", "after\($0)") }
    let all = LessonInstruction.all(of: lessons)
    #expect(all.map(\.lessons.count) == [12, 12, 6])
    #expect(Set(all.flatMap(\.lessons)).count == 30)
  }

  @Test func `holes of one kind are told apart`() {
    let swapped = lesson(
      [.literal("f"), .literal("("), .hole(.expression), .literal(","), .hole(.expression), .literal(")")],
      [
        .literal("g", leading: ""), .literal("(", leading: ""), .kept(4, leading: ""), .literal(",", leading: ""),
        .kept(2, leading: " "), .literal(")", leading: ""),
      ], zone: .code)
    #expect(
      swapped.words
        == "In code, write `g(‹expression 2›, ‹expression 1›)` instead of `f(‹expression 1›, ‹expression 2›)`.")
  }

  @Test func `a line end in a rule is explained`() {
    let rule = lesson([.literal("a"), .newline(0), .literal("b")], [.literal("c", leading: "")], zone: .code)
    #expect(rule.words.hasSuffix("(⏎ is a line end)."))
  }

  @Test func `a lesson on documents has an example from a correction`() throws {
    var learner = OfflineLearner()
    for index in 0..<4 {
      let text = "# Notes \(index)\n\n* first thing \(index)\n* second thing \(index)\n"
      learner.learn(
        TrainingPair(
          id: CorrectionID("c\(index)"), original: text, corrected: text.replacing("\n* ", with: "\n- "),
          format: .documentation))
    }
    let pair = TrainingPair(
      id: CorrectionID("x"), original: "# T\n\nSome words.\n\n* one\n* two\n", corrected: "", format: .documentation)
    let lesson = try #require(learner.lessons.first { $0.body.document != nil })
    #expect(lesson.example(in: pair) == Lesson.Example(before: "* one", after: "- one"))
  }
}
