import WhetCore

@testable import WhetLearning

/// A pair whose id is its number in a history.
func pair(
  _ number: Int, _ original: String, _ corrected: String, _ format: ResponseFormat = .code, language: String? = nil
) -> TrainingPair {
  TrainingPair(
    id: CorrectionID("c\(number)"), original: original, corrected: corrected, format: format, language: language)
}

/// A learner that has seen original and corrected texts in this order.
func learner(
  _ history: [(original: String, corrected: String)], _ format: ResponseFormat = .code, language: String? = nil
) -> OfflineLearner {
  var learner = OfflineLearner()
  for (number, texts) in history.enumerated() {
    learner.learn(pair(number + 1, texts.original, texts.corrected, format, language: language))
  }
  return learner
}

extension OfflineLearner {
  /// What the learned lessons make of a text.
  func improved(_ text: String, _ format: ResponseFormat = .code, language: String? = nil) -> String {
    OfflineImprover(lessons: lessons).improve(text, format: format, language: language).text
  }
}

func code(_ text: String) -> TokenText { TokenText(text, format: .code) }

func prose(_ text: String) -> TokenText { TokenText(text, format: .documentation) }

func analysis(_ original: String, _ corrected: String, _ format: ResponseFormat = .code) -> PairAnalysis {
  PairAnalysis(pair(1, original, corrected, format))
}

extension LessonBody.Form {
  static func of(_ lesson: any DocumentLesson) -> LessonBody.Form { .document(DocumentForm(lesson)) }
}

/// A rule without guards.
func rule(_ before: [PatternElement], _ after: [OutputElement], zones: [Zone] = [.code]) -> EditRule {
  EditRule(before: before, after: after, scope: RuleScope(zones: zones))
}

extension PatternElement: ExpressibleByStringLiteral {
  init(stringLiteral value: String) { self = .literal(value) }
}

extension OutputElement: ExpressibleByStringLiteral {
  /// A text that begins with white space has it before it.
  init(stringLiteral value: String) {
    let leading = value.prefix(while: \.isWhitespace)
    self = .literal(String(value.dropFirst(leading.count)), leading: String(leading))
  }

  static func keep(_ index: Int) -> OutputElement { .kept(index, leading: nil) }
}

extension SeededGenerator {
  /// Pieces that matter to the tokeniser, in an order nobody would write.
  static let pieces = [
    "word", "naïve", "e\u{301}", "日本", "١٢", "x1", "_", "0x1F", " ", "  ", "\t", "\n", "\r\n", "\r", "\u{A0}",
    "\u{2028}", "🙂", "👩‍👩‍👧",
    "🇩🇪", "(", ")", "[", "]", "{", "}", "\"", "'", "`", "```", "~~~", "```swift", "\\", "# ", "#", "- ", "1. ", "2.5",
    "==", "!", "=",
    ".", ",", ":", "->", "...", "\u{0}", "\u{7}", "\u{FEFF}", "\u{202E}", "def f():", "    ", "\"\"\"",
  ]

  mutating func oddText(most: Int) -> String { text(of: Self.pieces, most: most) + unicode(most: 3) }

  /// A small Python program; every line is like one a person could write.
  mutating func program(lines: Int) -> String {
    let names = ["path", "total", "row", "user", "value", "handle", "log", "x"]
    func name() -> String { names[Int.random(in: 0..<names.count, using: &self)] }
    var text = "import os\n"
    for _ in 0..<lines {
      let indent = String(repeating: "    ", count: Int.random(in: 0...2, using: &self))
      let line =
        switch Int.random(in: 0..<9, using: &self) {
        case 0: "\(name()) = fetch(\(name()))"
        case 1: "if type(\(name())) == str:"
        case 2: "\(name()) = open(\(name()))"
        case 3: "print(\"debug\")"
        case 4: "return \(name()).\(name())(\(name()), [\(name()), 1])"
        case 5: "\(name()) = \(name()) + 2  # utilize \(name())"
        case 6: "fetch(\(name()).\(name())[0], \"w\")"
        case 7: ""
        default: "for \(name()) in \(name()):"
        }
      text += line.isEmpty ? "\n" : indent + line + "\n"
    }
    return text
  }
}
