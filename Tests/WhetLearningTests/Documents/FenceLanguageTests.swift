import Testing
import WhetCore

@testable import WhetLearning

@Suite struct `Fence languages` {
  static let lesson = FenceLanguage(languages: ["def": "python", "SELECT": "sql"])

  @Test(arguments: [
    ("```\ndef f(): pass\n```\n", "```python\ndef f(): pass\n```\n"),
    ("~~~\r\nSELECT 1\r\n~~~\r\n", "~~~sql\r\nSELECT 1\r\n~~~\r\n"),
    ("```js\ndef\n```\n", "```js\ndef\n```\n"), ("```\nother\n```\n", "```\nother\n```\n"),
    ("```\n```\ndef\n", "```\n```\ndef\n"),
    ("````\nx\n```\ndef\n```\n````\n", "````\nx\n```\ndef\n```\n````\n"), ("```\n\n\ndef\n", "```python\n\n\ndef\n"),
    ("def\n", "def\n"),
    ("```\ndef\n```\nand\n```\nSELECT\n```", "```python\ndef\n```\nand\n```sql\nSELECT\n```"), ("", ""),
  ])
  func `are named where the first word tells`(text: String, result: String) {
    let improved = Self.lesson.apply(to: prose(text), format: .documentation) ?? text
    #expect(Array(improved.utf8) == Array(result.utf8))
    #expect(Self.lesson.apply(to: prose(result), format: .documentation) == nil)
  }

  @Test func `are learned by the first word of the block`() {
    let learner = learner([("Run:\n\n```\nnpm install\n```\n", "Run:\n\n```sh\nnpm install\n```\n")], .documentation)
    #expect(learner.improved("Then:\n\n```\nnpm test\n```\n", .documentation) == "Then:\n\n```sh\nnpm test\n```\n")
    #expect(learner.improved("Then:\n\n```\nTotal: 12\n```\n", .documentation) == "Then:\n\n```\nTotal: 12\n```\n")
  }

  @Test func `are not used for a word that people disagree on`() {
    let learner = learner(
      [
        ("```\nlet x\n```\n", "```js\nlet x\n```\n"), ("```\nlet y\n```\n", "```swift\nlet y\n```\n"),
        ("```\nlet z\n```\n", "```\nlet z\n```\n"),
      ], .documentation)
    #expect(learner.improved("```\nlet w\n```\n", .documentation) == "```\nlet w\n```\n")
  }
}
