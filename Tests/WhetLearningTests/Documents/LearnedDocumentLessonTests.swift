import Testing
import WhetCore

@testable import WhetLearning

@Suite struct `Learned document lessons` {
  struct Preference: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var history: [(original: String, corrected: String)]
    var applies: [(text: String, result: String)]
    var leaves: [String] = []
  }

  static let once: [Preference] = [
    Preference(
      testDescription: "sentence case",
      history: [("# How To Brew Fine Tea\n\nx\n", "# How to brew fine tea\n\nx\n")],
      applies: [
        ("## The Old Kettle On Monday\n", "## The old kettle on Monday\n"),
        ("# Ask Emma First\n\nWe call Emma and her cat.\n", "# Ask Emma first\n\nWe call Emma and her cat.\n"),
        ("# Using `Big Pot` With HTTP And macOS: A Guide\n", "# Using `Big Pot` with HTTP and macOS: A guide\n"),
      ], leaves: ["Not A Heading\n", "# Read README.md\n"]),
    Preference(
      testDescription: "title case",
      history: [("# How to brew fine tea\n\nx\n", "# How to Brew Fine Tea\n\nx\n")],
      applies: [("## the kettle and a pot of water\n", "## The Kettle and a Pot of Water\n")],
      leaves: ["## `pot` and x_y in README.md\n"]),
    Preference(
      testDescription: "no colon behind headings",
      history: [("## Steps:\n\nx\n", "## Steps\n\nx\n")], applies: [("# Tools:\n", "# Tools\n")],
      leaves: ["Tools:\n", "# Why?\n"]),
    Preference(
      testDescription: "no numbers before headings",
      history: [("# Tea\n\n## 1. Water\n\n## 2. Leaves\n", "# Tea\n\n## Water\n\n## Leaves\n")],
      applies: [("## 3.1 Milk\n", "## Milk\n"), ("## 12) Sugar\n", "## Sugar\n")], leaves: ["## 3 ways to stir\n"]),
    Preference(
      testDescription: "no pictures before headings",
      history: [("## 🍵 Tea\n\nx\n", "## Tea\n\nx\n")], applies: [("# 🫖 Pots\n", "# Pots\n")],
      leaves: ["Tea 🍵\n", "# `code` first\n"]),
    Preference(
      testDescription: "headings begin at level two",
      history: [("# Tea\n\n## Water\n\nx\n", "## Tea\n\n### Water\n\nx\n")],
      applies: [("# Pots\n\n## Lids\n", "## Pots\n\n### Lids\n")], leaves: ["## Pots\n"]),
    Preference(
      testDescription: "number signs for underlined headings",
      history: [("Tea\n===\n\nWater\n-----\n\nx\n", "# Tea\n\n## Water\n\nx\n")],
      applies: [("Pots\n====\n\nx\n", "# Pots\n\nx\n")], leaves: ["x\n\n---\n\ny\n"]),
    Preference(
      testDescription: "headings for bold lines",
      history: [("**Tea**\n\nHot.\n", "## Tea\n\nHot.\n")], applies: [("**Pots:**\n\nBig.\n", "## Pots\n\nBig.\n")],
      leaves: ["A **bold** word.\n"]),
    Preference(
      testDescription: "full stops in numbered lists only",
      history: [("1. Boil the water\n2. Wait\n\n- black tea\n", "1. Boil the water.\n2. Wait.\n\n- black tea\n")],
      applies: [("1. Pour\n\n- a pot\n- a lid\n", "1. Pour.\n\n- a pot\n- a lid\n")],
      leaves: ["- a pot\n", "1. Pour!\n"]),
    Preference(
      testDescription: "a labelled paragraph below the title",
      history: [
        (
          "# Tea\n\nIt is hot.\n\n## Pots\n\nBig.\n\n**In short:** drink it.\n",
          "# Tea\n\n**In short:** drink it.\n\nIt is hot.\n\n## Pots\n\nBig.\n"
        )
      ],
      applies: [
        (
          "# Milk\n\nCold.\n\n**In short:** no.\n\n## Jugs\n\nSmall.\n",
          "# Milk\n\n**In short:** no.\n\nCold.\n\n## Jugs\n\nSmall.\n"
        ), ("# Milk\n\nCold.\n\nIn short: no,\nnot now.", "# Milk\n\nIn short: no,\nnot now.\n\nCold."),
      ],
      leaves: ["# Milk\n\n**In short:** no.\n\nCold.\n", "Cold.\n\nIn short: no.\n", "# Milk\n\nSo, in short: no.\n"]),
    Preference(
      testDescription: "a labelled paragraph at the end",
      history: [("Note: hot.\n\nPour it.\n\n- in cups\n", "Pour it.\n\n- in cups\n\nNote: hot.\n")],
      applies: [("Cool it.\n\nNote: cold.\n\nDrink.\n", "Cool it.\n\nDrink.\n\nNote: cold.\n")],
      leaves: ["Drink.\n\nNote: cold.\n", "Note: alone.\n", "Note: a.\n\nx\n\nNote: b.\n\ny\n"]),
    Preference(
      testDescription: "dashes for bullets",
      history: [("* tea\n* milk\n", "- tea\n- milk\n")],
      applies: [("+ pots\n  * lids\n", "- pots\n  - lids\n")],
      leaves: ["a * b\n", "* * *\n", "1. one\n"]),
    Preference(
      testDescription: "bullets for numbers",
      history: [
        (
          "# A\n\n## Needs\n\n1. tea\n2. milk\n\n## Steps\n\n1. Boil.\n",
          "# A\n\n## Needs\n\n- tea\n- milk\n\n## Steps\n\n1. Boil.\n"
        )
      ],
      applies: [("## Needs\n\n1. pots\n", "## Needs\n\n- pots\n")], leaves: ["## Steps\n\n1. Stir.\n"]),
    Preference(
      testDescription: "points behind numbers",
      history: [("1) tea\n2) milk\n", "1. tea\n2. milk\n")], applies: [("1) pots\n", "1. pots\n")]),
    Preference(
      testDescription: "numbers that count",
      history: [("1. tea\n1. milk\n1. rum\n", "1. tea\n2. milk\n3. rum\n")],
      applies: [("1. pots\n1. lids\n", "1. pots\n2. lids\n")]),
    Preference(
      testDescription: "items without a full stop",
      history: [("- Boil water.\n- Add tea.\n", "- Boil water\n- Add tea\n")],
      applies: [("1. Stir.\n2. Wait.\n", "1. Stir\n2. Wait\n")], leaves: ["Stir.\n", "- Wait…\n"]),
    Preference(
      testDescription: "items with a full stop",
      history: [("- Boil water\n- Add tea\n", "- Boil water.\n- Add tea.\n")],
      applies: [("- Stir it\n", "- Stir it.\n")], leaves: ["- Do this:\n", "- Why?\n", "Stir it\n"]),
    Preference(
      testDescription: "items with a capital",
      history: [("- boil water\n- add tea\n", "- Boil water\n- Add tea\n")],
      applies: [("* stir it\n", "* Stir it\n")], leaves: ["- iPhone\n", "- `stir`\n", "- main.swift\n"]),
    Preference(
      testDescription: "a name's capitals",
      history: [("We push it to github today.\n", "We push it to GitHub today.\n")],
      applies: [("Github is down, says GITHUB.\n", "GitHub is down, says GitHub.\n")],
      leaves: ["See https://github.com/a/github and `github`.\n", "```\ngithub\n```\n"]),
    Preference(
      testDescription: "a language's capital",
      history: [("Write it in python please.\n", "Write it in Python please.\n")],
      applies: [("All python code.\n", "All Python code.\n")], leaves: ["Run `python x`, not ./python or python.exe\n"]),
    Preference(
      testDescription: "no bold type",
      history: [("Use **hot** water and **green** tea.\n", "Use hot water and green tea.\n")],
      applies: [("A **big** pot.\n", "A big pot.\n")], leaves: ["2**3 = 8\n", "`**x**`\n"]),
    Preference(
      testDescription: "backticks for fences",
      history: [("Run:\n\n~~~sh\nls\n~~~\n", "Run:\n\n```sh\nls\n```\n")],
      applies: [("~~~\nx\n~~~\n", "```\nx\n```\n")], leaves: ["~~~\n```\n~~~\n"]),
    Preference(
      testDescription: "languages on fences",
      history: [("```\ndef f(x):\n    return x\n```\n", "```python\ndef f(x):\n    return x\n```\n")],
      applies: [
        ("```\nfrom a import b\nprint(b)\n```\n", "```python\nfrom a import b\nprint(b)\n```\n"),
        ("```\nSELECT a FROM b;\n```\n", "```sql\nSELECT a FROM b;\n```\n"),
        ("```\n{\n  \"a\": 1\n}\n```\n", "```json\n{\n  \"a\": 1\n}\n```\n"),
      ], leaves: ["```\nTotal 12 of 13\n```\n", "```js\nx\n```\n"]),
    Preference(
      testDescription: "another name for a language",
      history: [("```py\nx = 1\n```\n", "```python\nx = 1\n```\n")],
      applies: [("```py\ny\n```\n", "```python\ny\n```\n")]),
    Preference(
      testDescription: "an opening left out",
      history: [("Sure! Here is the plan:\n\n# Plan\n\nDo it.\n", "# Plan\n\nDo it.\n")],
      applies: [("Sure! The pot is hot.\n", "The pot is hot.\n"), ("Here is the plan:\n\n- x\n", "- x\n")],
      leaves: ["The plan is sure.\n"]),
    Preference(
      testDescription: "a closing left out",
      history: [("Do it.\n\nI hope this helps!\n", "Do it.\n")],
      applies: [("Stir. I hope this helps.\n", "Stir.\n"), ("- x\n\nI hope this helps!\n", "- x\n")],
      leaves: ["I hope this helps you to stir.\n"]),
    Preference(
      testDescription: "another greeting",
      history: [
        ("Hi folks,\n\nthe tea is hot.\n\nCheers\nAnn\n", "Dear all,\n\nthe tea is hot.\n\nKind regards\nAnn\n")
      ],
      applies: [("Hi folks,\n\n- x\n\nCheers\nBob\n", "Dear all,\n\n- x\n\nKind regards\nBob\n")],
      leaves: ["Cheers and hi folks, all of you.\n"]),
    Preference(
      testDescription: "rules left out",
      history: [("# A\n\nx\n\n---\n\n## B\n\ny\n", "# A\n\nx\n\n## B\n\ny\n")],
      applies: [("x\n\n***\n\ny\n", "x\n\ny\n")], leaves: ["---\nname: x\n---\n\ny\n"]),
    Preference(
      testDescription: "a last section left out",
      history: [("# A\n\nx\n\n## Conclusion\n\nAll is well.\n", "# A\n\nx\n")],
      applies: [("# B\n\ny\n\n## Conclusion\n\nGood.\nVery.\n", "# B\n\ny\n")], leaves: ["# B\n\nIn conclusion, y.\n"]),
    Preference(
      testDescription: "another title for a section",
      history: [("# A\n\n## Prerequisites\n\nx\n", "# A\n\n## Before you start\n\nx\n")],
      applies: [("# B\n\n## Prerequisites\n\n- y\n", "# B\n\n## Before you start\n\n- y\n")]),
    Preference(
      testDescription: "a section last",
      history: [
        (
          "# A\n\n## See also\n\nx\n\n## Notes\n\ny\n\n## Costs\n\nz\n",
          "# A\n\n## Notes\n\ny\n\n## Costs\n\nz\n\n## See also\n\nx\n"
        )
      ],
      applies: [("# B\n\n## See also\n\nx\n\n## Tools\n\ny\n", "# B\n\n## Tools\n\ny\n\n## See also\n\nx\n")],
      leaves: ["# B\n\n## Tools\n\ny\n\n## See also\n\nx\n"]),
    Preference(
      testDescription: "an empty line after headings",
      history: [("# A\nx\n\n## B\ny\n", "# A\n\nx\n\n## B\n\ny\n")], applies: [("# C\nz\n", "# C\n\nz\n")]),
    Preference(
      testDescription: "no empty lines between items",
      history: [("- a\n\n- b\n\n- c\n", "- a\n- b\n- c\n")], applies: [("1. x\n\n2. y\n", "1. x\n2. y\n")],
      leaves: ["x\n\ny\n"]),
    Preference(
      testDescription: "a language nobody knows",
      history: [("```\nbrew green 80\n```\n", "```tea\nbrew green 80\n```\n")],
      applies: [("```\nbrew white 70\n```\n", "```tea\nbrew white 70\n```\n")], leaves: ["```\nWell done\n```\n"]),
  ]

  static let twice: [Preference] = [
    Preference(
      testDescription: "a section where another is",
      history: [
        ("# A\n\n## Steps\n\nx\n", "# A\n\n## Steps\n\nx\n\n## Undo\n\nGo back.\n"), ("# N\n\ny\n", "# N\n\ny\n"),
        ("# B\n\n## Steps\n\nz\n", "# B\n\n## Steps\n\nz\n\n## Undo\n\nGo back.\n"),
      ],
      applies: [("# C\n\n## Steps\n\nw\n", "# C\n\n## Steps\n\nw\n\n## Undo\n\nGo back.\n")], leaves: ["# D\n\nv\n"]),
    Preference(
      testDescription: "a section before another",
      history: [
        ("# A\n\n## Use\n\nx\n", "# A\n\n## Safety\n\nMind it.\n\n## Use\n\nx\n"),
        ("# B\n\n## Why\n\ny\n\n## Use\n\nz\n", "# B\n\n## Why\n\ny\n\n## Safety\n\nMind it.\n\n## Use\n\nz\n"),
      ],
      applies: [
        ("# C\n\n## How\n\nv\n\n## Use\n\nw\n", "# C\n\n## How\n\nv\n\n## Safety\n\nMind it.\n\n## Use\n\nw\n")
      ],
      leaves: ["# D\n\nv\n"]),
    Preference(
      testDescription: "a first line",
      history: [
        ("# A\n\nx\n", "> Draft, do not share.\n\n# A\n\nx\n"), ("# B\n\ny\n", "> Draft, do not share.\n\n# B\n\ny\n"),
      ],
      applies: [("# C\n", "> Draft, do not share.\n\n# C\n")]),
    Preference(
      testDescription: "a last line",
      history: [("Do x.\n", "Do x.\n\nAsk the tea team.\n"), ("Do y.\n", "Do y.\n\nAsk the tea team.\n")],
      applies: [("Do z.\n", "Do z.\n\nAsk the tea team.\n")], leaves: ["Do z. Ask the tea team.\n"]),
    Preference(
      testDescription: "openings of one frame",
      history: [
        ("Here is the pot you wanted:\n\n- a\n", "- a\n"), ("Here is the lid you asked for.\n\n- b\n", "- b\n"),
      ],
      applies: [("Here is the tea.\n\n- c\n", "- c\n")], leaves: ["Here we are.\n\n- c\n"]),
  ]

  @Test(arguments: once + twice)
  func `are right after the corrections that show them`(preference: Preference) {
    let lessons = documentLessons(preference.history)
    for (text, result) in preference.applies { #expect(improved(text, by: lessons) == result) }
    for text in preference.leaves { #expect(improved(text, by: lessons) == text) }
    for (original, corrected) in preference.history {
      #expect(improved(original, by: lessons) == corrected)
      #expect(improved(corrected, by: lessons) == corrected)
    }
  }

  @Test(arguments: twice)
  func `that need two corrections do nothing after one`(preference: Preference) {
    let lessons = documentLessons([preference.history[0]])
    for (text, _) in preference.applies { #expect(improved(text, by: lessons) == text) }
  }

  @Test(arguments: once)
  func `are given up when people leave such places alone, and learned again when they do not`(preference: Preference) {
    var history = preference.history + preference.history + preference.history
    for (text, _) in preference.applies { for _ in 0..<3 { history.append((text, text)) } }
    let given = documentLessons(history)
    for (text, _) in preference.applies { #expect(improved(text, by: given) == text) }
    for _ in 0..<4 { history += preference.history + preference.applies.map { ($0.text, $0.result) } }
    let again = documentLessons(history)
    for (text, result) in preference.applies { #expect(improved(text, by: again) == result) }
  }

  @Test(arguments: once)
  func `stand one response that goes against many`(preference: Preference) {
    var history: [(original: String, corrected: String)] = []
    for _ in 0..<6 { history += preference.history }
    guard let place = preference.applies.first else { return }
    let marked = "Quite another thing.\n\n" + place.text
    history.append((marked, marked.replacing("another", with: "a different")))
    let lessons = documentLessons(history)
    for (text, result) in preference.applies { #expect(improved(text, by: lessons) == result) }
  }

  @Test func `lines below signatures are put below others, in the languages where they were`() {
    func letter(_ text: String, _ name: String) -> String { text + "\n\nSaludos,\n" + name + "\n" }
    let texts = ["El barco llega hoy y no se espera.", "No hay sitio en la dársena."]
    var history = texts.map { (letter($0, "Noa"), letter($0, "Noa") + "El puerto\n") }
    history += ["The ship is here and it is full.", "There was no place for it."].map { text in
      (letter(text, "Ann"), letter(text, "Ann"))
    }
    let lessons = documentLessons(history)
    #expect(lessons.map(\.kind) == [RequiredPhrase.kind])
    let next = letter("La draga es de la empresa.", "Uxía")
    #expect(improved(next, by: lessons) == next + "El puerto\n")
    let open = String(next.dropLast())
    #expect(improved(open, by: lessons) == open + "\nEl puerto")
    let english = letter("This is the end of the matter.", "Ann")
    for text in [english, "Es el fin de la historia.\n", next + "El puerto\n"] {
      #expect(improved(text, by: lessons) == text)
    }
  }

  @Test func `writing a word in capitals needs a second correction once it held for no other word`() {
    func news(_ place: String, _ text: String) -> (original: String, corrected: String) {
      (place + ": It rained. \(text)\n", place.uppercased() + ": It rained. \(text)\n")
    }
    var history = [news("Upton", "No more."), ("We like Upton.\n", "We like Upton.\n")]
    history += [news("Barrow", "It is far."), ("So Barrow it is.\n", "So Barrow it is.\n")]
    let lessons = documentLessons(history + [news("Selby", "The end.")])
    #expect(improved("It is a selby of a kind.\n", by: lessons) == "It is a selby of a kind.\n")
    let other = documentLessons([news("Selby", "The end.")])
    #expect(improved("It is a selby of a kind.\n", by: other) == "It is a SELBY of a kind.\n")
  }

  @Test func `one section that moved is one lesson`() {
    let lessons = documentLessons([
      (
        "# A\n\n## Time\n\none\n\n## Effect\n\ntwo\n\n## Cause\n\nthree\n",
        "# A\n\n## Effect\n\ntwo\n\n## Time\n\none\n\n## Cause\n\nthree\n"
      )
    ])
    #expect(lessons.map(\.kind) == [SectionOrder.kind])
    #expect(
      improved("# B\n\n## Time\n\none\n\n## Search\n\nx\n\n## Effect\n\ntwo\n", by: lessons)
        == "# B\n\n## Effect\n\ntwo\n\n## Time\n\none\n\n## Search\n\nx\n")
  }

  @Test func `a sentence in bold type is no heading`() {
    let lessons = documentLessons([("**Setup**\n\nGo on.\n", "## Setup\n\nGo on.\n")])
    #expect(improved("**Usage**\n\nGo.\n", by: lessons) == "## Usage\n\nGo.\n")
    let warning = "**Never open the lid.**\n\nGo.\n"
    #expect(improved(warning, by: lessons) == warning)
  }
}
