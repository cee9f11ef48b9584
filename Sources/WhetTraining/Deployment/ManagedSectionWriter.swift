import WhetCore
import WhetEvaluation
import WhetLearning

/// Writes the words that go into an agent's definition.
enum ManagedSectionWriter {
  /// The section without its markers. The words are marked `unmeasured`: what was measured is the rules' effect.
  static func section(lessons: [Lesson], version: Int, run: RunID, evidence: HeldOutEvidence?) -> String {
    var lines = ["## Lessons from corrections", ""]
    lines.append("Version \(version), learned in run \(run). \(summary(evidence))The words below are unmeasured.")
    lines.append("")
    for lesson in lessons {
      lines.append("- " + sentence(oneLine(lesson.words)))
      if let example = lesson.example, !(example.before + example.after).contains(where: \.isNewline) {
        lines.append("  Before: " + code(example.before))
        lines.append("  After: " + code(example.after))
      }
    }
    return lines.joined(separator: "\n")
  }

  /// A quarter of the bytes, rounded up: the usual estimate for English text and code.
  static func tokens(in section: String) -> Int { (section.utf8.count + 3) / 4 }

  private static func summary(_ evidence: HeldOutEvidence?) -> String {
    guard let evidence else { return "" }
    return "As rules (the file beside this one) they fixed \(evidence.fixed.count) and broke \(evidence.broken.count) "
      + "held-out cases. "
  }

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
