import Testing

@testable import WhetLearning

@Suite struct `Shortest edit scripts` {
  /// The length of a longest common subsequence by the textbook table.
  private static func longestCommon(_ left: [Int], _ right: [Int]) -> Int {
    var row = [Int](repeating: 0, count: right.count + 1)
    for element in left {
      var next = row
      for (index, other) in right.enumerated() {
        next[index + 1] = element == other ? row[index] + 1 : max(row[index + 1], next[index])
      }
      row = next
    }
    return row[right.count]
  }

  /// Checks that the changes turn `source` into `target` and returns the number of edits.
  private static func replay(_ source: [Int], _ target: [Int]) -> Int {
    var rebuilt: [Int] = []
    var position = 0
    var edits = 0
    var lastTarget = -1
    Myers.forEachChange(source, target) { removed, inserted in
      #expect(removed.lowerBound >= position && (inserted.lowerBound > lastTarget || lastTarget < 0))
      #expect(!(removed.isEmpty && inserted.isEmpty))
      rebuilt += source[position..<removed.lowerBound] + target[inserted]
      position = removed.upperBound
      lastTarget = inserted.upperBound
      edits += removed.count + inserted.count
    }
    rebuilt += source[position...]
    #expect(rebuilt == target)
    return edits
  }

  @Test(arguments: 0..<4)
  func `are as short as the longest common subsequence allows`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let letters = Int.random(in: 1...5, using: &generator)
      func list() -> [Int] {
        (0..<Int.random(in: 0...14, using: &generator)).map { _ in .random(in: 0..<letters, using: &generator) }
      }
      let source = list()
      let target = list()
      let shortest = source.count + target.count - 2 * Self.longestCommon(source, target)
      #expect(Self.replay(source, target) == shortest, "\(source) \(target)")
      #expect(Myers.distance(source, target) == shortest)
    }
  }

  @Test(arguments: [([Int](), [Int]()), ([1], []), ([], [1]), ([1, 2], [1, 2])])
  func `handle the ends`(source: [Int], target: [Int]) {
    #expect(Self.replay(source, target) == abs(source.count - target.count))
  }

  @Test(.timeLimit(.minutes(1)))
  func `give up on texts that have too little in common, as one change`() {
    let source = Array(0..<4_000)
    let target = Array(10_000..<14_000)
    var changes: [(Range<Int>, Range<Int>)] = []
    Myers.forEachChange(source, target) { changes.append(($0, $1)) }
    #expect(changes.count == 1)
    #expect(changes.first?.0 == 0..<4_000 && changes.first?.1 == 0..<4_000)
  }
}
