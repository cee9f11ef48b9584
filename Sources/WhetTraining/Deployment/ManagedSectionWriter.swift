import WhetCore
import WhetEvaluation
import WhetLearning

/// Writes the words that go into an agent's definition.
enum ManagedSectionWriter {
  /// The most examples under one instruction.
  static let mostExamples = 3

  /// The section without its markers. The words are marked `unmeasured`: what was measured is the rules' effect.
  ///
  /// The lessons with most evidence come first, those that say the same in one instruction. What the budget has no room
  /// for is counted in the last line; it stays in the rules.
  /// - Parameter budget: the most tokens of the section.
  static func section(
    lessons: [Lesson], arrangement: LessonInstruction.Arrangement = .init(), version: Int, run: RunID,
    evidence: HeldOutEvidence?, budget: Int = .max
  ) -> String {
    var lines = ["## Lessons from corrections", ""]
    lines.append("Version \(version), learned in run \(run). \(summary(evidence))The words below are unmeasured.")
    lines.append("")
    let instructions = LessonInstruction.all(of: lessons, arrangement: arrangement)
    var bytes = lines.reduce(0) { $0 + $1.utf8.count + 1 }
    for (index, instruction) in instructions.enumerated() {
      let entry = entry(of: instruction)
      bytes += entry.reduce(0) { $0 + $1.utf8.count + 1 }
      let left = instructions[index...].reduce(0) { $0 + $1.lessons.count }
      let last = rest(left)
      // The first stands whatever it takes: a section without lessons is none, and the gate sees its size.
      if index > 0, tokens(bytes: bytes + (index + 1 < instructions.count ? last.utf8.count : 0)) > budget {
        lines.append(last)
        break
      }
      lines += entry
    }
    return lines.joined(separator: "\n")
  }

  /// A quarter of the bytes, rounded up: the usual estimate for English text and code.
  static func tokens(in section: String) -> Int { tokens(bytes: section.utf8.count) }

  private static func tokens(bytes: Int) -> Int { (bytes + 3) / 4 }

  private static func rest(_ count: Int) -> String {
    "- Further lessons, which the token budget has no room for in words: \(count); the rules beside this file have them."
  }

  private static func entry(of instruction: LessonInstruction) -> [String] {
    var lines = ["- " + sentence(oneLine(instruction.words))]
    let examples = instruction.examples.filter { !($0.before + $0.after).contains(where: \.isNewline) }
    for example in examples.prefix(mostExamples) {
      lines.append("  Before: " + side(example.before))
      lines.append("  After: " + side(example.after))
    }
    return lines
  }

  private static func summary(_ evidence: HeldOutEvidence?) -> String {
    guard let evidence else { return "" }
    return "As rules (the file beside this one) they fixed \(evidence.fixed.count) and broke \(evidence.broken.count) "
      + "held-out cases. "
  }

  private static func side(_ text: String) -> String { text.isEmpty ? "(nothing)" : code(text) }

  /// An inline code span that holds any backticks (CommonMark 0.31, section 6.1).
  private static func code(_ text: String) -> String {
    let tick = UInt8(ascii: "`")
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == tick ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let pad = text.utf8.first == tick || text.utf8.last == tick ? " " : ""
    return fence + pad + oneLine(text) + pad + fence
  }

  /// Words that begin like a code fence or another list would begin one: they get a word before them.
  private static func sentence(_ words: String) -> String {
    words.first?.isLetter == true ? words : "Lesson: " + words
  }

  /// One line, in which nothing can be taken for one of the section's markers.
  private static func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 }).replacing("<!--", with: "<! --")
  }
}
