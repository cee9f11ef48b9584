import Testing
import WhetCore

@testable import WhetEvaluation

struct ClarityTests {
  @Test(
    arguments: [
      ("# A\n\n## B\ntext", 100.0), ("# A\n### C\n", 80), ("##Usage\n", 80), ("```\nopen", 80),
      ("|a|b|\n|-|-|\n|1|2|\n", 100), ("|a|b|\n|-|-|\n|1|2|3|\n", 80), ("|a|b|\n|-|-|\n|1|2\\|3|\n", 100),
      ("[x]()", 80), ("# A\n### C\n##Usage\n[x]()\n```\n", 20),
    ])
  func `each kind of fault in Markdown costs the same`(text: String, value: Double) {
    #expect(Clarity.score(of: text, format: .documentation, language: nil).value == value)
  }

  @Test(arguments: [("Just a sentence.", ResponseFormat.documentation), ("# A", .conversation), ("x = {", .code)])
  func `text without structure is not measured`(text: String, format: ResponseFormat) {
    #expect(Clarity.score(of: text, format: format, language: nil).value == nil)
  }

  @Test(
    arguments: [
      ("print((1)", "python", 0.0), ("x = \")\" # (", "python", 100), ("'''(\n'''", "python", 100),
      ("x = 'a", "python", 0),
      ("{\"a\": [1]}", "json", 100), ("{\"a\": }", "json", 0), ("char c = '\"'; /* ( */ f();", "c", 100),
      ("s := `\\`", "go", 100), ("}", "java", 0), ("```python\nf(\n```", "python", 0),
      ("```python\nf()\n", "python", 0),
    ])
  func `brackets and strings of code must close`(text: String, language: String, value: Double) {
    #expect(Clarity.score(of: text, format: .code, language: language).value == value)
  }

  @Test func `adding well formed text never raises the score`() {
    let bad = "# A\n### C\n"
    let padded = bad + "#### D\ntext\n|a|\n|-|\n|b|\n```\nx\n```\n"
    #expect(
      Clarity.score(of: padded, format: .analysis, language: nil).value
        == Clarity.score(of: bad, format: .analysis, language: nil).value)
  }

  @Test func `random text never crashes the checks`() {
    var generator = SeededGenerator(seed: 3)
    let pieces = [
      "```", "~~~", "#", "|", "-", "\n", "(", ")", "\"", "'", "\\", "é", "]()", " ", "\r\n", "/*", "`", "\0",
    ]
    for _ in 0..<2_000 {
      let text = (0..<generator.index(below: 30)).map { _ in pieces[generator.index(below: pieces.count)] }.joined()
      for format in ResponseFormat.allCases {
        for language in [nil, "python", "go", "json"] {
          let value = Clarity.score(of: text, format: format, language: language).value
          #expect(value.map { (0...100).contains($0) } ?? true)
        }
      }
      #expect(SafetyScan.score(of: text).value != nil)
      #expect(RequiredParts.score(of: text, parts: ["# a", "x"]).value != nil)
    }
  }
}
