import Testing
import WhetCore

@testable import WhetLearning

/// What a simulated person wants changed wherever it stands.
struct Habit: Sendable {
  var before: String
  var after: String
  /// Lines it stands in, with `@` in its place.
  var lines: [String]

  func apply(to text: String) -> String { text.replacing(before, with: after) }
  func line(_ generator: inout SeededGenerator) -> String {
    (lines.randomElement(using: &generator) ?? "@").replacing("@", with: before)
  }
}

/// A kind of text that a simulated person corrects: what they want, and what else stands there.
struct Subject: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var format: ResponseFormat
  var habits: [Habit]
  var filler: [String]
  var language: String?
  /// Around all lines of a text.
  var opening = ""
  var closing = ""

  /// A text of some lines in which about every third line shows a habit.
  func text(lines: Int, using generator: inout SeededGenerator) -> String {
    var text = opening
    for _ in 0..<lines {
      let shows = Int.random(in: 0..<3, using: &generator) == 0
      let line =
        shows
        ? habits.randomElement(using: &generator)?.line(&generator) : filler.randomElement(using: &generator)
      text += (line ?? "") + "\n"
    }
    return text + closing
  }

  func corrected(_ text: String) -> String { habits.reduce(text) { $1.apply(to: $0) } }

  /// Corrections by one person who always wants the same; some responses were right already and are accepted.
  func history(count: Int, lines: Int = 6, using generator: inout SeededGenerator) -> [TrainingPair] {
    (1...count).map { number in
      let text = self.text(lines: lines, using: &generator)
      let corrected = corrected(text)
      let isAccepted = Int.random(in: 0..<5, using: &generator) == 0
      return pair(number, isAccepted ? corrected : text, corrected, format, language: language)
    }
  }

  func learner(seed: UInt64, count: Int = 10) -> (learner: OfflineLearner, history: [TrainingPair]) {
    var generator = SeededGenerator(seed: seed)
    let history = history(count: count, using: &generator)
    var learner = OfflineLearner()
    learner.learn(all: history.map { PreparedPair($0) })
    return (learner, history)
  }

  func improved(_ text: String, by learner: OfflineLearner) -> String {
    learner.improved(text, format, language: language)
  }

  static let all = [code, prose, markdown, mixed]
}

extension Subject {
  static let code = Subject(
    testDescription: "code", format: .code,
    habits: [
      Habit(
        before: "slurp(", after: "read_all(",
        lines: ["rows = @path)", "    return @names[0], {\"a\": [1]})", "keep(@base + (x)))"]),
      Habit(before: "log.warn(", after: "log.warning(", lines: ["    @message)", "@\"low: %s\", (level))"]),
      Habit(before: "== None", after: "is None", lines: ["if value @:", "    ready = row.cell(1) @"]),
      Habit(before: "dump_state()\n", after: "", lines: ["@", "x = 1\n@"]),
      Habit(before: ", retries=3)", after: ", retries=5)", lines: ["r = send(url@", "    send(base[1:2]@"]),
      Habit(before: "# utilize", after: "# use", lines: ["y = 2  @ the index", "@ it (again)"]),
    ],
    filler: [
      "import os", "for item in items:", "    total += item.price * (1 + rate)", "", "def run(path, mode):",
      "    return [a, (b, c)]", "names = {\"first\": 1, \"second\": [2, 3]}", "print(len(names))",
      "while not done():", "    step(value)",
    ], language: "python")

  static let prose = Subject(
    testDescription: "prose", format: .conversation,
    habits: [
      Habit(
        before: "utilize", after: "use", lines: ["We @ the old parser (for now).", "You may @ it again, they said."]),
      Habit(before: "in order to", after: "to", lines: ["Restart it @ apply the change.", "He left @ rest."]),
      Habit(before: "whilst", after: "while", lines: ["It waits @ the disk spins.", "Read it @ waiting [or later]."]),
      Habit(before: "blacklist", after: "blocklist", lines: ["Add the name to the @.", "The @ is long 🙂 today."]),
      Habit(before: "e-mail", after: "email", lines: ["Send an @ to the team.", "Her @ arrived (late)."]),
    ],
    filler: [
      "The parser reads one line at a time.", "", "Naïve café owners don't mind 👩‍👩‍👧 at all.",
      "Nobody (not even me) knew.", "“Quoted words” stand here — and there.", "Das Wetter ist schön.",
      "It costs $5, or 3 %.",
      "See the notes [1] below.", "Is it ready? Yes!",
    ])

  static let markdown = Subject(
    testDescription: "Markdown", format: .documentation,
    habits: [
      Habit(before: "utilise", after: "use", lines: ["- @ the cache", "We @ **two** servers.", "## How to @ it"]),
      Habit(
        before: "webpage", after: "page", lines: ["See the @ [here](https://example.org/a_(b)).", "1. Open the @"]),
      Habit(before: "kindly", after: "please", lines: ["So @ wait.", "- You must @ wait"]),
      Habit(before: "fetch_all()", after: "load_all()", lines: ["Call `@` first.", "- `@` is slow"]),
    ],
    filler: [
      "# Title of it", "", "## Setup", "- first (of all)", "- second", "1. one", "| a | b |", "```python",
      "x = [1, (2)]",
      "```", "> quoted 🇩🇪 words", "Text with `code(1)` and *stars*.", "",
    ])

  static let mixed = Subject(
    testDescription: "mixed", format: .mixed,
    habits: [
      Habit(before: "utilize", after: "use", lines: ["We @ it below.", "You can @ both (see above)."]),
      Habit(before: "commence", after: "start", lines: ["They @ at noon.", "Workers @ again."]),
      Habit(before: "Obviously, ", after: "", lines: ["@it works.", "@this is enough (for us)."]),
    ],
    filler: [
      "Here is the code:", "", "```swift\nlet a = [b(1), c(\"d\")]\nuse(a)\n```", "It prints (only) one line.",
      "```\nplain { text }\n```", "Call `a.b(c)` then.", "- a point", "### A heading",
    ])
}

/// Whether every bracket outside strings has its partner, looked at in another way than the learner does.
func isBalanced(_ code: String) -> Bool {
  let partners: [Character: Character] = [")": "(", "]": "[", "}": "{"]
  for line in code.split(whereSeparator: \.isNewline) where line.count(where: { $0 == "\"" }) % 2 == 1 { return false }
  var open: [Character] = []
  var isString = false
  for character in code {
    if character == "\"" { isString.toggle() }
    if isString { continue }
    if "([{".contains(character) { open.append(character) }
    if let wanted = partners[character], open.popLast() != wanted { return false }
  }
  return open.isEmpty && !isString
}
