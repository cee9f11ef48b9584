import Testing
import WhetCore

@testable import WhetLearning

@Suite struct `Required sections` {
  private static func applied(_ lesson: RequiredSection, _ text: String) -> String {
    lesson.apply(to: prose(text), format: .documentation) ?? text
  }

  static let risks = RequiredSection(heading: "## Risks", body: "None known.", condition: "Plan")

  static let cases: [(name: String, text: String, result: String)] = [
    ("a document with the condition", "# Plan\n\nDo it.\n", "# Plan\n\nDo it.\n\n## Risks\n\nNone known.\n"),
    ("the condition in another case", "## PLAN\nx", "## PLAN\nx\n\n## Risks\n\nNone known.\n"),
    ("many empty lines at the end", "# Plan\n\n\n\n", "# Plan\n\n## Risks\n\nNone known.\n"),
    (
      "the line ends of the text", "# Plan\r\n\r\nDo it.\r\n",
      "# Plan\r\n\r\nDo it.\r\n\r\n## Risks\r\n\r\nNone known.\r\n"
    ),
    ("a document that has it", "# Plan\n\n## risks\n\nMany.\n", "# Plan\n\n## risks\n\nMany.\n"),
    ("a document without the condition", "# Notes\n\nx\n", "# Notes\n\nx\n"),
    ("a document without headings", "Plan\n", "Plan\n"),
    ("a heading in code", "```\n# Plan\n```\n", "```\n# Plan\n```\n"),
  ]

  @Test(arguments: cases.indices)
  func `are added where they are missing`(index: Int) {
    let (name, text, result) = Self.cases[index]
    #expect(Array(Self.applied(Self.risks, text).utf8) == Array(result.utf8), "\(name)")
    #expect(Self.applied(Self.risks, result) == result, "\(name)")
  }

  private static let body = "- none\n  - not even this\n\n```\n    indented\n```"

  private static func document(_ name: String, _ heading: String, _ more: String = "") -> String {
    "# \(name)\n\n## \(heading)\n\nText about \(name).\n" + more
  }

  @Test func `are learned with the heading that calls for them, and their text is kept exactly`() {
    let section = "\n## Risks\n\n" + Self.body + "\n"
    let learner = learner(
      [
        (Self.document("One", "Plan"), Self.document("One", "Plan", section)),
        (Self.document("Two", "Notes"), Self.document("Two", "Notes")),
        (Self.document("Three", "Plan"), Self.document("Three", "Plan", section)),
      ], .documentation)
    let lesson = learner.lessons.first { $0.kind == RequiredSection.kind }
    #expect(lesson?.supports.map(\.rawValue) == ["c1", "c3"])
    #expect(learner.improved(Self.document("Four", "Plan"), .documentation) == Self.document("Four", "Plan", section))
    #expect(learner.improved(Self.document("Five", "Notes"), .documentation) == Self.document("Five", "Notes"))
  }

  @Test func `are not learned from one document, nor where nothing tells when`() {
    let section = "\n## Risks\n\nNone.\n"
    let once = learner([(Self.document("One", "Plan"), Self.document("One", "Plan", section))], .documentation)
    #expect(!once.lessons.contains { $0.kind == RequiredSection.kind })
    let mixed = learner(
      [
        (Self.document("One", "Plan"), Self.document("One", "Plan", section)),
        (Self.document("Two", "Plan"), Self.document("Two", "Plan")),
        (Self.document("Three", "Plan"), Self.document("Three", "Plan", section)),
      ], .documentation)
    #expect(!mixed.lessons.contains { $0.kind == RequiredSection.kind })
  }
}
