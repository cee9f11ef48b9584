import Foundation
import Testing
import WhetCore

@testable import WhetLearning

@Suite struct `Lesson words` {
  private static func words(_ rule: EditRule) -> String { LessonWriter.lesson(for: rule, supports: []).words }

  static let cases: [(rule: EditRule, words: String)] = [
    (rule(["old", "("], ["new", .keep(1)]), "In code, write `new(` instead of `old(`."),
    (
      rule(["f", "(", .hole(.content), ")"], [.keep(0), .keep(1), .keep(2), ",", " x", "=", "1", .keep(3)]),
      "In code, write `f(‹content›, x=1)` instead of `f(‹content›)`."
    ),
    (rule(["print", "(", ")", .newline(0)], []), "In code, leave out `print()`."),
    (rule(["utilize"], ["use"], zones: [.prose]), "In running text, write `use` instead of `utilize`."),
    (rule(["*"], ["-"], zones: [.list]), "In lists, write `-` instead of `*`."),
    (rule(["a"], ["b"], zones: [.heading]), "In headings, write `b` instead of `a`."),
    (rule(["a"], ["b"], zones: [.prose, .list, .heading]), "In text, write `b` instead of `a`."),
    (rule(["'", .hole(.text), "'"], ["\"", .keep(1), "\""]), "In code, write `\"…\"` instead of `'…'`."),
    (rule([.hole(.word), "=", .same(0)], [.keep(0)]), "In code, write `‹word›` instead of `‹word› = ‹word›`."),
  ]

  @Test(arguments: cases.indices)
  func `say place, new and old form`(index: Int) {
    #expect(Self.words(Self.cases[index].rule) == Self.cases[index].words)
  }

  @Test func `name the language where it is known`() {
    let python = EditRule(before: ["a"], after: ["b"], scope: RuleScope(zones: [.code], language: "python"))
    #expect(Self.words(python) == "In python, write `b` instead of `a`.")
  }

  @Test func `show the shortest place at which the lesson did something`() {
    let pairs = [
      ("def f():\n    first(old(a), 1)\n", "def f():\n    first(new(a), 1)\n"), ("    old(b)\n", "    new(b)\n"),
    ].enumerated().map { PreparedPair(pair($0.offset, $0.element.0, $0.element.1)) }
    let lesson = LessonWriter.lesson(for: rule(["old", "("], ["new", .keep(1)]), supports: pairs)
    #expect(lesson.example == Lesson.Example(before: "old(b)", after: "new(b)"))
    #expect(lesson.supports == [CorrectionID("c0"), CorrectionID("c1")])
    #expect(lesson.status == .active && lesson.kind == "edit-rule")
  }

  @Test func `pass over a place where the lesson changes nothing`() {
    let swap = rule(
      ["f", "(", .hole(.expression), ",", .hole(.expression), ")"],
      [.keep(0), .keep(1), .keep(4), .keep(3), .kept(2, leading: " "), .keep(5)])
    let text = "f(a, a)\nf(b, c)\n"
    let lesson = LessonWriter.lesson(for: swap, supports: [PreparedPair(pair(1, text, "f(a, a)\nf(c, b)\n"))])
    #expect(lesson.example?.before == "f(b, c)")
  }

  @Test func `show no example that is too long to be read`() {
    let long = "old(" + String(repeating: "a + ", count: 60) + "b)\n"
    let prepared = PreparedPair(pair(1, long, long.replacing("old", with: "new")))
    #expect(LessonWriter.lesson(for: rule(["old", "("], ["new", .keep(1)]), supports: [prepared]).example == nil)
  }

  @Test func `give the same id to the same lesson only`() {
    let one = LessonWriter.lesson(for: rule(["a"], ["b"]), supports: [])
    let same = LessonWriter.lesson(for: rule(["a"], ["b"]), supports: [PreparedPair(pair(1, "a", "b"))])
    let other = LessonWriter.lesson(for: rule(["a"], ["c"]), supports: [])
    #expect(one.id == same.id && one.id != other.id)
    #expect(one.id.rawValue.count == 11 && one.id.rawValue.hasPrefix("l"))
    #expect(throws: Never.self) { try LessonID(validating: one.id.rawValue) }
  }

  @Test func `of a person are kept as they are, as a candidate`() {
    let lesson = Lesson.instruction("Be shorter.", from: CorrectionID("c9"))
    #expect(lesson.words == "Be shorter." && lesson.rule == "Be shorter." && lesson.kind == "instruction")
    #expect(lesson.status == .candidate && lesson.supports == [CorrectionID("c9")])
  }

  static let forms: [LessonBody.Form] = [
    .edit(`Templates in JSON`.full), .of(ImportLine(statement: "import os", name: "os")),
    .of(RequiredSection(heading: "## Risks", body: "None.", condition: "Plan")),
    .of(HeadingCase(names: ["Swift"])),
    .of(FenceLanguage(languages: ["def": "python"])), .instruction("Be shorter."),
  ]

  @Test(arguments: forms.indices)
  func `and rules of every kind come back from JSON`(index: Int) throws {
    let lesson = LessonWriter.lesson(for: Self.forms[index], supports: [CorrectionID("c1")])
    let again = try JSONDecoder().decode(Lesson.self, from: JSONEncoder().encode(lesson))
    #expect(again == lesson)
    #expect(!lesson.kind.isEmpty && !lesson.rule.isEmpty)
  }
}
