import Testing
import WhetCore

@Suite struct `Format detection` {
  struct Sample: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var language: String?
    var format: ResponseFormat
    var testDescription: String { name }
  }

  static let samples: [Sample] = [
    Sample(name: "empty", text: "", format: .conversation),
    Sample(name: "one short line", text: "Sure.", format: .conversation),
    Sample(
      name: "plain sentences", text: "I looked at the log and found two faults.\nBoth are old.\n", format: .conversation
    ),
    Sample(
      name: "Python without fences", text: "import os\n\ndef size(path):\n    return os.stat(path).st_size\n",
      format: .code),
    Sample(name: "C without fences", text: "#include <stdio.h>\nint main() {\n  puts(\"x\");\n}\n", format: .code),
    Sample(name: "SQL without fences", text: "SELECT name\nFROM users;\n", format: .code),
    Sample(name: "a stated language", text: "total = price * count", language: "python", format: .code),
    Sample(name: "headings", text: "# Guide\n\nRead this guide before you begin the work.\n", format: .documentation),
    Sample(
      name: "prose and a fence", text: "Here is the script that you asked for:\n\n```sh\nls\n```\n", format: .mixed),
    Sample(
      name: "headings and a fence", text: "## Use\n\nRun it like this in your terminal:\n\n~~~\nls\n~~~\n",
      format: .documentation),
    Sample(name: "only a fence", text: "```python\nprint(1)\n```\n", format: .code),
    Sample(
      name: "a fence with a language given", text: "The answer to your question is:\n```\nx\n```\n", language: "python",
      format: .mixed),
    Sample(
      name: "code words inside a fence only",
      text: "Look at this short example of code:\n```\nimport a\nimport b\n```\n", format: .mixed),
    Sample(
      name: "a hash sign without a space", text: "#hashtags are not headings in any Markdown\n", format: .conversation),
  ]

  @Test(arguments: samples)
  func `says what kind of text a response is`(sample: Sample) {
    #expect(ResponseFormat.detect(in: sample.text, language: sample.language) == sample.format)
  }

  @Test(arguments: samples)
  func `says the same of a text with carriage returns`(sample: Sample) {
    let text = sample.text.replacing("\n", with: "\r\n")
    #expect(ResponseFormat.detect(in: text, language: sample.language) == sample.format)
  }

  @Test func `says something of every random text`() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<2_000 {
      _ = ResponseFormat.detect(
        in: generator.text(of: ["```", "# ", "\n", "\r\n", "def ", "{", "a b", " ", "🙂"], most: 12))
      _ = ResponseFormat.detect(in: generator.unicode(most: 20))
    }
  }
}
