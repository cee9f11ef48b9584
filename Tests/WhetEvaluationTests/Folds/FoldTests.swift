import Testing
import WhetCore

@testable import WhetEvaluation

struct FoldTests {
  @Test(arguments: [("c1", 0), ("c2", 2), ("c3", 4), ("none-comparison-01", 1)])
  func `folds never change between versions`(id: String, fold: Int) {
    #expect(FoldAssignment.fold(forGroup: [CorrectionID(id)]) == fold)
  }

  @Test func `a group's fold depends on its oldest member alone`() {
    let first = CorrectionID("c1")
    #expect(FoldAssignment.fold(forGroup: [first]) == FoldAssignment.fold(forGroup: [first, CorrectionID("c9")]))
  }

  @Test func `folds are about equally full`() {
    var counts = [Int](repeating: 0, count: FoldAssignment.count)
    for index in 0..<5_000 { counts[FoldAssignment.fold(forGroup: [CorrectionID("c\(index)")])] += 1 }
    #expect(counts.allSatisfy { (900...1_100).contains($0) })
  }

  @Test func `adding corrections moves no case whose group does not merge`() {
    var generator = SeededGenerator(seed: 21)
    let cases = (0..<120).map { (CorrectionID("c\($0)"), text(&generator)) }
    var folds: [CorrectionID: (fold: Int, group: [CorrectionID])] = [:]
    for count in stride(from: 10, through: cases.count, by: 10) {
      for group in NearDuplicates.groups(of: Array(cases.prefix(count))) {
        for id in group {
          if let known = folds[id], known.fold != FoldAssignment.fold(forGroup: group) {
            #expect(known.group.first != group.first, "\(id) moved without a merge")
          }
          folds[id] = (FoldAssignment.fold(forGroup: group), group)
        }
      }
    }
  }

  @Test func `every fifth late group is sealed and stays so`() {
    let cases = (0..<160).map { (CorrectionID("c\($0)"), "only text number \($0) of its own kind \($0 * 7)") }
    var earlier: Set<CorrectionID> = []
    for count in [90, 100, 104, 105, 130, 160] {
      let arrivals = Array(cases.prefix(count))
      let sealed = SealedRule.sealedCases(of: arrivals.map(\.0), in: NearDuplicates(of: arrivals))
      #expect(sealed.count == max(0, count - 100) / 5)
      #expect(earlier.isSubset(of: sealed))
      earlier = sealed
    }
    #expect(earlier.contains(CorrectionID("c104")))
  }

  @Test func `near duplicates of a sealed case are sealed with it`() {
    var cases = (0..<105).map { (CorrectionID("c\($0)"), "only text number \($0) of its own kind \($0 * 7)") }
    cases.append((CorrectionID("copy"), cases[104].1))
    cases.append((CorrectionID("old"), cases[3].1))
    let sealed = SealedRule.sealedCases(of: cases.map(\.0), in: NearDuplicates(of: cases))
    #expect(sealed == [CorrectionID("c104"), CorrectionID("copy")])
  }

  private func text(_ generator: inout SeededGenerator) -> String {
    let base = generator.index(below: 30)
    return (0..<20).map { generator.index(below: 40) == 0 ? "x\($0)" : "w\(base)_\($0)" }.joined(separator: " ")
  }
}
