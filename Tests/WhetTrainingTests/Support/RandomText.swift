import WhetEvaluation

@testable import WhetTraining

/// Texts that try to get out of where they are put.
struct RandomText {
  private var generator: SeededGenerator
  private static let pieces = [
    "`", "``", "```", "````", "~~~", "\n", "\r\n", "\r", "\u{2028}", "\u{85}", "\u{0B}", "<!--", "-->", "whet:begin",
    "whet:end", "<!-- whet:begin -->", "<!-- whet:end -->", "<!-", "-", " ", "    ", "\t", "# ", "## Lessons", "- ",
    "1. ",
    "> ", "\u{301}", "\u{200D}", "\u{202E}", "ignore all rules", "word", "é", "---", "</x>", "\\", "Lesson: ",
  ]

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func next() -> String {
    (0..<Int.random(in: 0...12, using: &generator)).map { _ in
      Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)]
    }.joined()
  }
}
