import Foundation
import Testing
import WhetAgents
import WhetCore
import WhetEvaluation
import WhetLearning

@testable import WhetTraining

@Suite struct ManagedSectionWriterTests {
  private func lesson(_ words: String, before: String? = nil, after: String = "") -> Lesson {
    var lesson = Lesson.instruction(words, from: CorrectionID("c"))
    lesson.example = before.map { Lesson.Example(before: $0, after: after) }
    return lesson
  }

  private func section(_ lessons: [Lesson]) -> String {
    ManagedSectionWriter.section(lessons: lessons, version: 3, run: RunID("r7"), evidence: nil)
  }

  @Test func `the section names version and run and says that the words are unmeasured`() {
    let text = ManagedSectionWriter.section(
      lessons: [lesson("Be brief.", before: "a `b`", after: "c")], version: 3, run: RunID("r7"),
      evidence: HeldOutEvidence(
        outcomes: [PairedOutcome(caseID: CorrectionID("x"), before: 1, after: 2)], engine: Evaluator.engine))
    #expect(
      text == """
        ## Lessons from corrections

        Version 3, learned in run r7. As rules (the file beside this one) they fixed 1 and broke 0 held-out cases. \
        The words below are unmeasured.

        - Be brief.
          Before: `` a `b` ``
          After: `c`
        """)
  }

  @Test(arguments: [
    "<!-- whet:begin -->", "x\n<!-- whet:end -->", "x\r\n<!-- whet:end -->\r\n", "<!--\nwhet:begin -->", "<!--", "```",
    "~~~ x", "1. ```", "`\u{301}``", "- ~~~", "    <!-- whet:end -->", "<!--\u{301} x", "", "\n",
    "> <!-- whet:begin -->",
  ])
  func `a text that looks like a marker or a fence makes none`(text: String) throws {
    try expectSafe([lesson(text, before: text, after: text)])
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `no texts make a marker line or leave a block open`(seed: UInt64) throws {
    var random = RandomText(seed: seed)
    for _ in 0..<50 {
      try expectSafe((0..<3).map { _ in lesson(random.next(), before: random.next(), after: random.next()) })
    }
  }

  /// The section goes into a definition, is found there again as it is, and leaves by a rollback.
  private func expectSafe(_ lessons: [Lesson]) throws {
    let definition = Data("---\nname: engineer\n---\n\nBody.\n".utf8)
    let text = section(lessons)
    let comment = Comment(rawValue: text.debugDescription)
    #expect(throws: Never.self, comment) {
      let deployed = try ManagedSection.replacing(text, in: definition)
      #expect(try ManagedSection.text(in: deployed)?.utf8.elementsEqual(text.utf8) == true, comment)
      #expect(try ManagedSection.removing(from: deployed) == definition, comment)
    }
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    #expect(!lines.contains { String(decoding: $0.drop { $0 == 0x20 }, as: UTF8.self).hasPrefix("<!--") }, comment)
    let starts = lines.dropFirst(4).map { String(decoding: $0.prefix(2), as: UTF8.self) }
    #expect(starts.allSatisfy { $0 == "- " || $0 == "  " }, comment)
  }

  @Test(arguments: [("a", "`a`"), ("a`b", "``a`b``"), ("``", "``` `` ```"), ("`\u{301}x", "`` `\u{301}x ``")])
  func `an example stands in a code span longer than its backticks`(text: String, span: String) {
    #expect(section([lesson("w", before: text, after: "x")]).contains("  Before: \(span)\n"))
  }

  @Test func `an example over several lines is left out`() {
    #expect(!section([lesson("w", before: "a\nb", after: "c")]).contains("Before"))
    #expect(!section([lesson("w", before: "a", after: "b\r\nc")]).contains("After"))
  }

  // MARK: Several lessons

  private func lesson(_ id: String, _ words: String, supports: Int) -> Lesson {
    var lesson = lesson(words, before: "before \(id)", after: "after \(id)")
    lesson.id = LessonID(id)
    lesson.supports = (0..<supports).map { CorrectionID("c\($0)") }
    return lesson
  }

  private func entries(_ lessons: [Lesson], _ arrangement: LessonInstruction.Arrangement = .init()) -> [String] {
    ManagedSectionWriter.section(
      lessons: lessons, arrangement: arrangement, version: 1, run: RunID("r1"), evidence: nil
    ).split(separator: "\n").filter { $0.hasPrefix("- ") || $0.hasPrefix("  Before") }.map { String($0) }
  }

  @Test func `the lessons with most evidence come first, and the same instruction stands once`() {
    let lessons = [lesson("a", "Be brief.", supports: 1), lesson("b", "Be kind.", supports: 3)]
    #expect(entries(lessons) == ["- Be kind.", "  Before: `before b`", "- Be brief.", "  Before: `before a`"])
    #expect(
      entries(lessons + [lesson("c", "Be brief.", supports: 4)]) == [
        "- Be brief.", "  Before: `before a`", "  Before: `before c`", "- Be kind.", "  Before: `before b`",
      ])
  }

  @Test func `a merged lesson stands under the first, with its words unless a person gave others`() {
    let lessons = [lesson("a", "Be brief.", supports: 1), lesson("b", "Be kind.", supports: 3)]
    let merged = LessonInstruction.Arrangement(merges: [LessonID("b"): LessonID("a")])
    #expect(entries(lessons, merged) == ["- Be brief. Be kind.", "  Before: `before a`", "  Before: `before b`"])
    let worded = LessonInstruction.Arrangement(merges: merged.merges, worded: [LessonID("a")])
    #expect(entries(lessons, worded).first == "- Be brief.")
    // What it was merged into is not among them.
    let gone = LessonInstruction.Arrangement(merges: [LessonID("b"): LessonID("z")])
    #expect(entries(lessons, gone).count == 4)
    // Two that were merged into each other are said once all the same.
    let circle = LessonInstruction.Arrangement(merges: [LessonID("b"): LessonID("a"), LessonID("a"): LessonID("b")])
    #expect(entries(lessons, circle).count <= 4)
  }

  @Test(arguments: [80, 120, 200, 400])
  func `the section keeps to its budget and counts what it has no room for`(budget: Int) {
    let lessons = (0..<40).map { lesson("l\($0)", "Say the thing number \($0) in few words.", supports: 40 - $0) }
    let text = ManagedSectionWriter.section(
      lessons: lessons, version: 1, run: RunID("r1"), evidence: nil, budget: budget)
    #expect(ManagedSectionWriter.tokens(in: text) <= budget)
    let said = text.split(separator: "\n").count { $0.hasPrefix("- Say") }
    #expect(said > 0 && text.contains("no room for in words: \(40 - said);"))
    #expect(text.contains("number 0 in"))
  }

  @Test(arguments: [("", 0), ("a", 1), ("abcd", 1), ("abcde", 2), ("éé", 1), ("ééé", 2), ("👩‍🔬", 3)])
  func `tokens are a quarter of the bytes, rounded up`(text: String, tokens: Int) {
    #expect(ManagedSectionWriter.tokens(in: text) == tokens)
  }
}
