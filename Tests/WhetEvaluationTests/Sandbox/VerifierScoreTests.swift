import Testing

@testable import WhetEvaluation

struct VerifierScoreTests {
  @Test(arguments: [("score 3/5", 3, 5), ("score 0/1\n", 0, 1), ("  score\t10/10 \r\n", 10, 10)])
  func `a score line is read`(text: String, reached: Int, possible: Int) throws {
    let score = try #require(VerifierScore(reached: reached, possible: possible))
    #expect(VerifierScore.read(Array(text.utf8)) == .score(score))
  }

  @Test(
    arguments: [
      "score", "score 5", "5/5", "score 6/5", "score -1/5", "score 0/0", "score 1/2 score 2/2", "score +1/2",
      "score 1/2/3",
      "score 99999999999/99999999999", "score 1.0/2", "\0", "score ١/٢",
    ])
  func `anything else is unreadable, not a score`(text: String) {
    #expect(VerifierScore.read(Array(text.utf8)) == .unreadable)
  }

  @Test(arguments: ["", "\n", " \r\n\t"])
  func `an empty file is no score`(text: String) {
    #expect(VerifierScore.read(Array(text.utf8)) == .none)
  }

  @Test func `random bytes never crash the reader and never pass 100 percent`() {
    var generator = SeededGenerator(seed: 1)
    let alphabet = Array("score 0123456789/\n+-".utf8)
    for _ in 0..<5_000 {
      let bytes = (0..<generator.index(below: 16)).map { _ in alphabet[generator.index(below: alphabet.count)] }
      guard case .score(let score) = VerifierScore.read(Array("score ".utf8) + bytes) else { continue }
      #expect((0...1).contains(score.share))
    }
  }
}
