import Testing
import WhetCore

@testable import WhetLearning

@Suite("Picture signs") struct EmojiTests {
  @Test(arguments: [
    ("🚀 go", 1), ("⚠️ go", 2), ("👩‍💻 go", 3), ("👍🏽 go", 2), ("🇳🇱 go", 2), ("🇳🇱🇳🇱 go", 2), ("© go", 0), ("→ go", 0),
    ("7 go", 0),
    ("go", 0), ("", 0),
  ])
  func `are one sign with what belongs to them`(line: String, count: Int) {
    #expect(TokenText(line, format: .documentation).emojiEnd(from: 0) ?? 0 == count)
  }

  @Test func `are left out whatever they are once three were`() {
    var learner = OfflineLearner()
    let signs = ["🚀", "✅", "📌"]
    for (number, sign) in signs.enumerated() {
      learner.learn(
        pair(number + 1, "- \(sign) Item \(number) is done\n", "- Item \(number) is done\n", .documentation))
    }
    #expect(learner.improved("- ⚠️ Mind the gap\n", .documentation) == "- Mind the gap\n")
    #expect(learner.improved("- © by us → you\n", .documentation) == "- © by us → you\n")
  }
}
