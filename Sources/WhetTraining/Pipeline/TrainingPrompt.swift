import WhetCore
import WhetLearning

/// Puts a training prompt together.
///
/// Text from outside stands in fences longer than any run of backticks inside it, so it can never end its fence and
/// become an instruction (CommonMark 0.31, section 4.5).
enum TrainingPrompt {
  static func text(
    strategy: Strategy, input: InputArtefact, original: String, lessons: [Lesson]
  ) -> String {
    var parts = ["# Instructions for \(input.agent)", strategy.instructions.trimmingEnd]
    parts.append(
      "\(PromptText.heading)\n\n"
        + (lessons.isEmpty ? PromptText.noLessons : lessons.map(line(of:)).joined(separator: "\n")))
    parts.append("# Task\n\n" + fenced(input.task))
    for (name, value) in input.context.sorted(by: { $0.key < $1.key }) {
      parts.append("# Context\n\n" + fenced(oneLine(name) + ":\n" + value))
    }
    parts.append("# Response to improve\n\n" + fenced(original, info: input.language ?? ""))
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// The line that lists a lesson.
  static func line(of lesson: Lesson) -> String { "- [\(lesson.id)] \(oneLine(lesson.words))" }

  private static func fenced(_ text: String, info: String = "") -> String {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: max(3, longest + 1))
    let label = info.allSatisfy { $0.isLetter || $0.isNumber || "+-#.".contains($0) } ? info : ""
    return fence + label + "\n" + text + (text.hasSuffix("\n") ? "" : "\n") + fence
  }

  private static func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }
}

extension String {
  fileprivate var trimmingEnd: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
