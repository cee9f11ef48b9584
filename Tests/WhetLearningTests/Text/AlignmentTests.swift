import Testing
import WhetCore

@testable import WhetLearning

@Suite struct `Alignment` {
  @Test(arguments: [
    ("f(a)", "g(a)", ["f => g"]), ("a b c", "a c", ["b => "]), ("a c", "a b c", [" => b"]), ("same", "same", []),
    ("x = 1\ny = 2\n", "x = 1\ny = 3\n", ["2 => 3"]), ("", "new", [" => new"]), ("old", "", ["old => "]),
    ("a\nb\nc\n", "a\nc\n", ["b\n => "]), ("f(a, b)", "f(a)", [", b => "]),
  ])
  func `finds what a person changed`(source: String, target: String, hunks: [String]) {
    let analysis = analysis(source, target)
    let found = analysis.alignment.hunks.map {
      analysis.source.text(in: $0.source) + " => " + analysis.target.text(in: $0.target)
    }
    #expect(found == hunks)
  }

  @Test(arguments: 0..<4)
  func `keeps equal tokens in order and has every other token in a hunk`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let original = generator.oddText(most: 20)
      let corrected =
        Bool.random(using: &generator) ? generator.oddText(most: 20) : original + generator.oddText(most: 3)
      let analysis = analysis(original, corrected, .documentation)
      let kept = analysis.alignment.targetOf.enumerated().filter { $0.element >= 0 }
      #expect(kept.allSatisfy { analysis.source.tokens[$0.offset].text == analysis.target.tokens[$0.element].text })
      #expect(zip(kept, kept.dropFirst()).allSatisfy { $0.element < $1.element })
      let hunks = analysis.alignment.hunks
      #expect(hunks.reduce(0) { $0 + $1.source.count } == analysis.source.count - kept.count)
      #expect(hunks.reduce(0) { $0 + $1.target.count } == analysis.target.count - kept.count)
      #expect(analysis.changes.count == hunks.count)
    }
  }

  @Test func `knows that the same line may be other tokens in another zone`() {
    let analysis = analysis("Try\na == b\nnow", "Try\n```\na == b\n```\nnow", .documentation)
    let kept = analysis.alignment.targetOf.enumerated().filter { $0.element >= 0 }
    #expect(kept.allSatisfy { analysis.source.tokens[$0.offset].text == analysis.target.tokens[$0.element].text })
    #expect(kept.count == analysis.source.count - 2)
  }

  @Test func `says which place of the corrected text a boundary is`() {
    let alignment = analysis("a b c", "a x c").alignment
    #expect(alignment.boundary(0, targetCount: 3) == 0)
    #expect(alignment.boundary(1, targetCount: 3) == 1)
    #expect(alignment.boundary(2, targetCount: 3) == 2)
    #expect(alignment.boundary(3, targetCount: 3) == 3)
  }

  @Test func `knows no place for a boundary at which something was inserted`() {
    #expect(analysis("a c", "a b c").alignment.boundary(1, targetCount: 3) == nil)
  }
}
