import Testing
import WhetCore

@testable import WhetLearning

@Suite struct `Regions` {
  private static func pairs() -> [(original: String, corrected: String, format: ResponseFormat)] {
    var generator = SeededGenerator(seed: 3)
    var pairs: [(original: String, corrected: String, format: ResponseFormat)] = [
      ("x = f(a, b)", "x = g(a, [b])", .code), ("f(a)\n", "f(a)\ng(b)\n", .code),
      ("if type(x) == int:", "if isinstance(x, int):", .code),
      ("a\n", "", .code), ("", "a\n", .code), ("f('x' % y)", "f(f'x{y}')", .code),
      ("def f():\n    '''D.'''\n    a()\n", "def f():\n    '''D.'''\n    with b:\n        a()\n", .code),
    ]
    for _ in 0..<40 {
      let program = generator.program(lines: 6)
      pairs.append((program, Self.edited(program, &generator), .code))
      pairs.append((generator.oddText(most: 20), generator.oddText(most: 20), .documentation))
    }
    return pairs
  }

  /// The program with a few tokens removed, doubled or renamed.
  private static func edited(_ program: String, _ generator: inout SeededGenerator) -> String {
    var words = program.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      let index = Int.random(in: 0..<words.count, using: &generator)
      words[index] = ["", "new(1)", words[index] + " " + words[index]].randomElement(using: &generator) ?? ""
    }
    return words.joined(separator: " ")
  }

  @Test(.timeLimit(.minutes(1)))
  func `lie in the texts, at an edit, and are not too long`() {
    for (original, corrected, format) in Self.pairs() {
      let analysis = analysis(original, corrected, format)
      let hunks = analysis.alignment.hunks
      for region in RegionFinder(analysis: analysis).regions() {
        #expect(region.source.upperBound <= analysis.source.count && region.target.upperBound <= analysis.target.count)
        #expect(region.source.count <= RegionFinder.longest && region.target.count <= RegionFinder.longest)
        #expect(
          region.source.lowerBound <= region.core.lowerBound && region.core.upperBound <= region.source.upperBound)
        #expect(hunks.contains { $0.source.overlaps(region.source) || $0.target.overlaps(region.target) })
      }
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `begin with one that holds both partners of every delimiter`() {
    for (original, corrected, format) in Self.pairs() {
      let analysis = analysis(original, corrected, format)
      let alone = RegionFinder(analysis: analysis).regions().filter { $0.leftContext + $0.rightContext == 0 }
      for hunk in analysis.alignment.hunks where !hunk.source.isEmpty {
        let around = alone.filter {
          $0.source.lowerBound <= hunk.source.lowerBound && hunk.source.upperBound <= $0.source.upperBound
        }
        guard let smallest = around.min(by: { $0.source.count < $1.source.count }) else { continue }
        #expect(Self.isWhole(smallest.source, in: analysis.source), "\(original.debugDescription)")
      }
    }
  }

  private static func isWhole(_ range: Range<Int>, in text: TokenText) -> Bool {
    range.allSatisfy { text.partner[$0] < 0 || range.contains(text.partner[$0]) }
  }

  @Test func `of a replaced call are the call, its neighbours and the line`() {
    let analysis = analysis("x = old(a)\n", "x = new(a)\n")
    let texts = Set(RegionFinder(analysis: analysis).regions().map { analysis.source.text(in: $0.source) })
    #expect(texts.isSuperset(of: ["old", "= old", "old(", "x = old(a)"]))
  }

  @Test(.timeLimit(.minutes(1)))
  func `give candidates that turn their own place into what the person wrote`() {
    for (original, corrected, format) in Self.pairs() {
      let analysis = analysis(original, corrected, format)
      for candidate in Candidate.all(in: analysis).prefix(60) {
        guard let rule = candidate.rule(in: analysis) else {
          Issue.record("a candidate without a rule")
          continue
        }
        #expect(rule.stableHash == candidate.hash)
        #expect(
          rule.after.allSatisfy {
            if case .kept(let index, _) = $0 { rule.before.indices.contains(index) } else { true }
          })
        let target = analysis.target.tokens[candidate.region.target].map(\.text)
        if candidate.level == .literal,
          let match = RuleMatcher.matches(of: rule, in: analysis.source).first(where: {
            $0.range == candidate.region.source
          })
        {
          #expect(RuleRenderer(text: analysis.source, rule: rule).outputTokens(of: match) == target)
        }
      }
    }
  }
}
