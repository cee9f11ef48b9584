import Testing
import WhetCore

@testable import WhetLearning

@Suite struct `Heading case` {
  static let lesson = HeadingCase(names: ["Swift"])

  @Test(arguments: [
    ("# Getting Started With Swift\n", "# Getting started with Swift\n"),
    ("## The HTTP API And iOS\n", "## The HTTP API and iOS\n"),
    ("# A Word\n", "# A word\n"), ("# This Is A Test\n", "# This is a test\n"),
    ("# 1. First Step\n", "# 1. First step\n"),
    ("Not A Heading\n", "Not A Heading\n"), ("# Use `Some Code` Here\n", "# Use `Some Code` here\n"),
    ("# Über Öl\r\n", "# Über öl\r\n"),
    ("# Meeting Alice\n\nWe met with Alice there.\n", "# Meeting Alice\n\nWe met with Alice there.\n"), ("#\n", "#\n"),
    ("", ""),
    ("```\n# In Code\n```\n", "```\n# In Code\n```\n"), ("# done already\n", "# done already\n"),
  ])
  func `lowers words that are no names`(text: String, result: String) {
    let improved = Self.lesson.apply(to: prose(text), format: .documentation) ?? text
    #expect(Array(improved.utf8) == Array(result.utf8))
    #expect(Self.lesson.apply(to: prose(result), format: .documentation) == nil)
  }

  @Test func `is learned from one heading and keeps the names people kept`() {
    let learner = learner([("# How To Write Rust Code\n\nx\n", "# How to write Rust code\n\nx\n")], .documentation)
    #expect(learner.lessons.contains { $0.kind == HeadingCase.kind })
    #expect(learner.improved("## Why We Like Rust\n", .documentation) == "## Why we like Rust\n")
  }

  @Test func `is not learned from headings people leave in title case`() {
    var history = (0..<4).map { (original: "# The Long Way \($0)\n", corrected: "# The Long Way \($0)\n") }
    history.append(("# Some Words\n", "# Some words\n"))
    let learner = learner(history, .documentation)
    #expect(learner.improved("# Other Words\n", .documentation) == "# Other Words\n")
  }
}
