import Testing
import WhetCore

@testable import WhetEvaluation

struct NearDuplicatesTests {
  @Test func `copies and nearly copies stand together in order of arrival`() {
    let text = words(1, count: 100)
    let cases = [
      ("a", text), ("b", words(2, count: 100)), ("c", text + " one"), ("d", text.uppercased()), ("e", ""),
      ("f", "  \n"),
    ].map { (CorrectionID($0.0), $0.1) }
    #expect(NearDuplicates.groups(of: cases).map { $0.map(\.rawValue) } == [["a", "c", "d"], ["b"], ["e", "f"]])
    #expect(NearDuplicates(of: cases).founders.map(\.rawValue) == ["a", "b", "e"])
  }

  @Test(arguments: [(2, 1), (11, 1), (12, 1), (13, 2), (40, 2)])
  func `the threshold is a Jaccard similarity of four fifths`(changed: Int, groups: Int) {
    // Of the 90 shingles of 92 words, replacing the last n - 2 words leaves 92 - n and makes as many new ones: 80 of
    // 100 for n = 12.
    let text = (0..<92).map { "w\($0)" }
    let other = text.dropLast(changed - 2) + (0..<(changed - 2)).map { "v\($0)" }
    #expect(NearDuplicates.groups(of: pair(text, Array(other))).count == groups)
  }

  @Test func `the index finds what comparing all pairs finds`() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<40 {
      let cases = (0..<30).map { index in
        let base = generator.index(below: 4)
        let text = (0..<24).map { generator.index(below: 25) == 0 ? "x\($0)" : "w\(base)_\($0)" }.joined(separator: " ")
        return (CorrectionID("c\(index)"), text)
      }
      #expect(NearDuplicates(of: cases) == compareAll(cases))
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `a thousand texts of two kilobytes are quick even when they share most of their words`() {
    let clock = ContinuousClock()
    let shared = words(99, count: 250)
    let cases = (0..<1_000).map { (CorrectionID("c\($0)"), shared + " " + words(UInt64($0), count: 90)) }
    var groups: [[CorrectionID]] = []
    let time = clock.measure { groups = NearDuplicates.groups(of: cases) }
    #expect(groups.count == 1_000)
    print("near-duplicates of 1,000 texts: \(time)")
    let copies = (0..<1_000).map { (CorrectionID("c\($0)"), shared + " word\($0)") }
    let again = clock.measure { groups = NearDuplicates.groups(of: copies) }
    #expect(groups.count == 1)
    print("near-duplicates of 1,000 near copies: \(again)")
  }

  private func pair(_ left: [String], _ right: [String]) -> [(CorrectionID, String)] {
    [(CorrectionID("a"), left.joined(separator: " ")), (CorrectionID("b"), right.joined(separator: " "))]
  }

  private func words(_ seed: UInt64, count: Int) -> String {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in "w\(generator.index(below: 100_000))" }.joined(separator: " ")
  }

  private func compareAll(_ cases: [(CorrectionID, String)]) -> NearDuplicates {
    let sets = cases.map { Shingles.set(of: $0.1) }
    var links = DisjointSets(count: cases.count)
    var founders: [CorrectionID] = []
    for current in cases.indices {
      let alike = (0..<current).filter { earlier in
        let shared = sets[earlier].intersection(sets[current]).count
        return Double(shared) >= 0.8 * Double(sets[earlier].union(sets[current]).count)
      }
      for earlier in alike { links.join(earlier, current) }
      if alike.isEmpty { founders.append(cases[current].0) }
    }
    let roots = cases.indices.map { links.root(of: $0) }
    let groups = Set(roots).sorted().map { root in cases.indices.filter { roots[$0] == root }.map { cases[$0].0 } }
    var expected = NearDuplicates(of: [])
    (expected.groups, expected.founders) = (groups, founders)
    return expected
  }
}
