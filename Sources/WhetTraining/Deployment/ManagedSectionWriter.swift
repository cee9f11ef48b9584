import WhetCore
import WhetEvaluation
import WhetLearning

/// Writes the words that go into an agent's definition.
enum ManagedSectionWriter {
  /// The section without its markers. The words are marked `unmeasured`: what was measured is the rules' effect.
  static func section(lessons: [Lesson], version: Int, run: RunID, decision: GateDecision?) -> String {
    var lines = ["## Lessons from corrections", ""]
    lines.append("Version \(version), learned in run \(run). \(evidence(decision)) The words below are unmeasured.")
    lines.append("")
    for lesson in lessons {
      lines.append("- " + oneLine(lesson.words))
      if let example = lesson.example, !example.before.contains("\n"), !example.after.contains("\n") {
        lines.append("  Before: " + code(example.before))
        lines.append("  After: " + code(example.after))
      }
    }
    return lines.joined(separator: "\n")
  }

  /// A quarter of the bytes, rounded up: the usual estimate for English text and code.
  static func tokens(in section: String) -> Int { (section.utf8.count + 3) / 4 }

  private static func evidence(_ decision: GateDecision?) -> String {
    guard let decision else { return "" }
    return "As rules (the file beside this one) they fixed \(decision.fixed.count) and broke \(decision.broken.count) "
      + "held-out cases."
  }

  /// An inline code span that holds any backticks (CommonMark 0.31, section 6.1).
  private static func code(_ text: String) -> String {
    var longest = 0, run = 0
    for character in text {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let pad = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
    return fence + pad + oneLine(text) + pad + fence
  }

  /// One line, in which nothing can be taken for one of the section's markers.
  private static func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 }).replacing("<!--", with: "<! --")
  }
}
