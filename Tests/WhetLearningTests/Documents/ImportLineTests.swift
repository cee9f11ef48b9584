import Testing
import WhetCore

@testable import WhetLearning

@Suite struct `Import lines` {
  private static func applied(_ lesson: ImportLine, _ text: String, _ format: ResponseFormat = .code) -> String {
    lesson.apply(to: TokenText(text, format: format), format: format) ?? text
  }

  static let json = ImportLine(statement: "import json", name: "json")
  static let zone = ImportLine(statement: "from datetime import timezone", name: "timezone")

  static let cases: [(name: String, lesson: ImportLine, text: String, result: String)] = [
    (
      "after the last import", json, "import abc\n\nx = json.load(f)\n", "import abc\nimport json\n\nx = json.load(f)\n"
    ),
    (
      "in alphabetical order", json, "import abc\nimport os\n\njson.load(f)\n",
      "import abc\nimport json\nimport os\n\njson.load(f)\n"
    ),
    (
      "beside names of the same module", zone, "from datetime import datetime\nx = timezone.utc\n",
      "from datetime import datetime, timezone\nx = timezone.utc\n"
    ),
    ("not where it is there", json, "import json\njson.load(f)\n", "import json\njson.load(f)\n"),
    ("not where the name is not used", json, "import os\nos.stat(f)\n", "import os\nos.stat(f)\n"),
    ("not for a member of that name", json, "import os\nx.json()\n", "import os\nx.json()\n"),
    ("not for a word in a string", json, "import os\nx = 'json'\n", "import os\nx = 'json'\n"),
    ("not where the name is defined", json, "import os\njson = 1\nf(json)\n", "import os\njson = 1\nf(json)\n"),
    ("not without any import", json, "json.load(f)\n", "json.load(f)\n"),
    ("not in prose", json, "import json is a line.\n", "import json is a line.\n"),
    (
      "not into a comment", zone, "from datetime import datetime  # dates\nx = timezone.utc\n",
      "from datetime import datetime  # dates\nfrom datetime import timezone\nx = timezone.utc\n"
    ),
    (
      "not into a bracket", json, "import abc\nfrom a import (\n    b,\n    c,\n)\n\njson.load(f)\n",
      "import abc\nfrom a import (\n    b,\n    c,\n)\nimport json\n\njson.load(f)\n"
    ),
    (
      "after a bracket that begins with the same module", zone,
      "from datetime import (\n    datetime,\n)\nx = timezone.utc\n",
      "from datetime import (\n    datetime,\n)\nfrom datetime import timezone\nx = timezone.utc\n"
    ),
    (
      "not into a continued line", zone, "from datetime import datetime, \\\n    date\nx = timezone.utc\n",
      "from datetime import datetime, \\\n    date\nfrom datetime import timezone\nx = timezone.utc\n"
    ),
    (
      "not where a bracket brings it in", json, "from a import (\n    json,\n)\njson.load(f)\n",
      "from a import (\n    json,\n)\njson.load(f)\n"
    ),
    (
      "with the line ends of the text", json, "import abc\r\njson.load(f)\r\n",
      "import abc\r\nimport json\r\njson.load(f)\r\n"
    ),
    (
      "in order with the line ends of the text", json, "import os\r\njson.load(f)\r\n",
      "import json\r\nimport os\r\njson.load(f)\r\n"
    ),
  ]

  @Test(arguments: cases.indices)
  func `go where they belong`(index: Int) {
    let (name, lesson, text, result) = Self.cases[index]
    #expect(Array(Self.applied(lesson, text).utf8) == Array(result.utf8), "\(name)")
    #expect(Self.applied(lesson, result) == result, "\(name)")
  }

  @Test func `go into the block of code that uses the name`() {
    let text = "First:\n\n```python\nimport abc\njson.load(f)\n```\n\nThen:\n\n```python\nimport re\nre.match(x)\n```\n"
    let result = text.replacing("import abc\n", with: "import abc\nimport json\n")
    #expect(Self.applied(Self.json, text, .documentation) == result)
    #expect(Self.applied(Self.json, result, .documentation) == result)
  }

  @Test func `are learned from an import that a person added with its use`() {
    let learner = learner([
      ("import os\n\nx = parse(f)\n", "import json\nimport os\n\nx = json.load(f)\n"),
      ("import re\n\nreturn parse(g)\n", "import json\nimport re\n\nreturn json.load(g)\n"),
    ])
    #expect(
      learner.lessons.contains {
        $0.kind == ImportLine.kind && $0.rule.hasSuffix("import json") && $0.supports.count == 2
      })
    #expect(learner.improved("import sys\n\ny = parse(h)\n") == "import json\nimport sys\n\ny = json.load(h)\n")
  }

  @Test func `are given up when people use the name without them`() {
    let with = (original: "import os\n\nx = parse(f)\n", corrected: "import json\nimport os\n\nx = json.load(f)\n")
    let without = (original: "import re\n\ny = json.load(g)\n", corrected: "import re\n\ny = json.load(g)\n")
    #expect(learner([with]).lessons.contains { $0.kind == ImportLine.kind })
    #expect(!learner([with, without]).lessons.contains { $0.kind == ImportLine.kind })
  }

  @Test func `are not learned from an import that nothing uses`() {
    let learner = learner([("import os\nf(1)\n", "import json\nimport os\nf(1)\n")])
    #expect(!learner.lessons.contains { $0.kind == ImportLine.kind })
  }
}
