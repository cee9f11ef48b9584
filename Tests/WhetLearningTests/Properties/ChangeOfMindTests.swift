import Testing
import WhetCore

@testable import WhetLearning

/// People who contradict themselves: what is newer counts.
@Suite(.timeLimit(.minutes(1))) struct `Changes of mind` {
  struct Change: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var format: ResponseFormat
    var old: String
    var new: String
    /// Texts with `@` in its place, each in other surroundings.
    var texts: [String]

    func text(_ number: Int, _ word: String) -> String {
      let text = texts[number % texts.count].replacing("@", with: word)
      return format == .code ? text + "mark(\(number))\n" : text + "Number \(number) of it.\n"
    }
  }

  static let changes: [Change] = [
    Change(
      testDescription: "a word", format: .conversation, old: "utilize", new: "use",
      texts: ["We @ the parser.\n", "They @ a queue here.\n", "You can @ it.\n", "Please @ both now.\n"]),
    Change(
      testDescription: "a function", format: .code, old: "slurp", new: "read_all",
      texts: ["a = @(path)\n", "    return @(b.c)\n", "show(@(d), 1)\n", "if @(e[0]):\n    go()\n"]),
    Change(
      testDescription: "a member", format: .code, old: "log.warn", new: "log.alert",
      texts: ["@(a)\n", "    @(b, c)\n", "x = @(d.e)\n", "f(@(g))\n"]),
  ]

  /// A learner with so many corrections in favour of a change.
  private func supported(_ change: Change, _ count: Int) -> OfflineLearner {
    learner((0..<count).map { (change.text($0, change.old), change.text($0, change.new)) }, change.format)
  }

  @Test(arguments: changes, [1, 3, 10])
  func `what people undo is given up within three undoings, and the reverse is learned within two more`(
    change: Change, supports: Int
  ) {
    var learner = supported(change, supports)
    func improves(_ number: Int) -> Bool {
      learner.improved(change.text(number, change.old), change.format) != change.text(number, change.old)
    }
    func reverts(_ number: Int) -> Bool {
      learner.improved(change.text(number, change.new), change.format) == change.text(number, change.old)
    }
    #expect(improves(100))
    for number in 1...3 {
      let text = (change.text(20 + number, change.new), change.text(20 + number, change.old))
      learner.learn(pair(20 + number, text.0, text.1, change.format))
    }
    #expect(!improves(100))
    for number in 4...5 {
      let text = (change.text(20 + number, change.new), change.text(20 + number, change.old))
      learner.learn(pair(20 + number, text.0, text.1, change.format))
    }
    #expect(reverts(100) && !improves(100))
  }

  @Test(arguments: changes, [1, 3, 10])
  func `what people leave alone three times is given up there`(change: Change, supports: Int) {
    var learner = supported(change, supports)
    for number in 21...23 {
      let text = change.text(number, change.old)
      learner.learn(pair(number, text, text, change.format))
    }
    for number in 101...103 {
      #expect(learner.improved(change.text(number, change.old), change.format) == change.text(number, change.old))
    }
  }

  @Test(arguments: changes)
  func `of two wishes for the same the newer wins`(change: Change) {
    var learner = supported(change, 2)
    let other = change.format == .code ? "other" : "employ"
    for number in 21...24 {
      learner.learn(pair(number, change.text(number, change.old), change.text(number, other), change.format))
    }
    #expect(learner.improved(change.text(100, change.old), change.format) == change.text(100, other))
  }

  @Test(arguments: changes)
  func `a text that was just accepted is not changed`(change: Change) {
    var learner = supported(change, 3)
    let text = change.text(21, change.old)
    learner.learn(pair(21, text, text, change.format))
    #expect(learner.improved(text, change.format) == text)
  }
}
