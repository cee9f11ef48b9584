import Testing
import WhetCore

@testable import WhetLearning

/// What must hold of any improvement, whatever was learned.
@Suite(.timeLimit(.minutes(1))) struct `Improvement properties` {
  private static let seeds: [UInt64] = [1, 2, 3, 4, 5]

  private func forEachText(
    _ subject: Subject, _ seed: UInt64, _ body: (_ learner: OfflineLearner, _ text: String, _ result: String) -> Void
  ) {
    let (learner, _) = subject.learner(seed: seed)
    var generator = SeededGenerator(seed: seed &+ 1_000)
    for _ in 0..<30 {
      let text = subject.text(lines: 8, using: &generator)
      body(learner, text, subject.improved(text, by: learner))
    }
  }

  @Test(arguments: Subject.all, seeds)
  func `something is learned, and it changes texts`(subject: Subject, seed: UInt64) {
    var changed = 0
    forEachText(subject, seed) { _, text, result in if text != result { changed += 1 } }
    #expect(changed > 10)
  }

  @Test(arguments: seeds)
  func `code that was balanced stays balanced`(seed: UInt64) {
    forEachText(.code, seed) { _, text, result in
      #expect(isBalanced(text))
      #expect(isBalanced(result), "\(text)\n=>\n\(result)")
    }
  }

  @Test(arguments: Subject.all, seeds)
  func `no character is broken: whatever is not ASCII stood in a text before`(subject: Subject, seed: UInt64) {
    let (learner, history) = subject.learner(seed: seed)
    let known = Set(history.flatMap { $0.original + $0.corrected })
    var generator = SeededGenerator(seed: seed &+ 2_000)
    for _ in 0..<30 {
      let pieces = SeededGenerator.pieces + subject.filler + subject.habits.map(\.before) + ["\n", " "]
      let text = generator.text(of: pieces, most: 20)
      let result = subject.improved(text, by: learner)
      let unknown = Set(result).filter { !$0.isASCII }.subtracting(known).subtracting(text)
      #expect(unknown.isEmpty, "\(unknown) in \(result.debugDescription)")
    }
  }

  @Test(arguments: Subject.all, seeds)
  func `an improved text is improved no further`(subject: Subject, seed: UInt64) {
    forEachText(subject, seed) { learner, text, result in
      #expect(subject.improved(result, by: learner) == result, "\(text)")
    }
  }

  @Test(arguments: Subject.all, seeds)
  func `no rule fires on its own output`(subject: Subject, seed: UInt64) {
    forEachText(subject, seed) { learner, text, _ in
      for lesson in learner.lessons {
        guard case .edit(let rule) = lesson.body.form else { continue }
        let tokens = TokenText(text, format: subject.format)
        let once = tokens.replacing(RuleMatcher.matches(of: rule, in: tokens), by: rule)
        let again = TokenText(once, format: subject.format)
        let twice = again.replacing(RuleMatcher.matches(of: rule, in: again), by: rule)
        #expect(twice == once, "\(lesson.rule): \(text)")
      }
    }
  }

  @Test(arguments: Subject.all, seeds)
  func `no known corrected or accepted text is changed`(subject: Subject, seed: UInt64) {
    let (learner, history) = subject.learner(seed: seed)
    for pair in history { #expect(subject.improved(pair.corrected, by: learner) == pair.corrected) }
  }

  @Test(arguments: Subject.all, Subject.all)
  func `what is learned on one kind of text leaves what others hold alone`(subject: Subject, other: Subject) {
    guard subject.format == .code, other.format == .conversation || subject.format == .conversation else { return }
    let (learner, _) = subject.learner(seed: 1)
    var generator = SeededGenerator(seed: 77)
    for _ in 0..<20 {
      let text = other.text(lines: 8, using: &generator)
      #expect(learner.improved(text, other.format) == text)
    }
  }
}
