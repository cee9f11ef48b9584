/// The shortest edit script between two lists (Myers, "An O(ND) Difference Algorithm and Its Variations", 1986).
enum Myers {
  /// The most edits searched for; texts that differ more are treated as one change.
  static let maximumEdits = 1_500

  /// Calls `body` for each maximal range of `source` that was replaced, with what replaced it, in order.
  static func forEachChange<Element: Hashable>(
    _ source: [Element], _ target: [Element], _ body: (_ source: Range<Int>, _ target: Range<Int>) -> Void
  ) {
    let prefix = zip(source, target).prefix { $0 == $1 }.count
    let limit = min(source.count, target.count) - prefix
    var suffix = 0
    while suffix < limit, source[source.count - 1 - suffix] == target[target.count - 1 - suffix] { suffix += 1 }
    let (left, right) = numbered(source[prefix..<(source.count - suffix)], target[prefix..<(target.count - suffix)])
    guard !(left.isEmpty && right.isEmpty) else { return }
    guard !left.isEmpty, !right.isEmpty, let kept = commonPairs(left, right) else {
      return body(prefix..<(prefix + left.count), prefix..<(prefix + right.count))
    }
    var position = (source: 0, target: 0)
    for (keptSource, keptTarget) in kept + [(left.count, right.count)] {
      if keptSource > position.source || keptTarget > position.target {
        body(
          (prefix + position.source)..<(prefix + keptSource), (prefix + position.target)..<(prefix + keptTarget))
      }
      position = (keptSource + 1, keptTarget + 1)
    }
  }

  /// The number of tokens deleted and inserted by the shortest script that has no replacements.
  static func distance<Element: Hashable>(_ source: [Element], _ target: [Element]) -> Int {
    var edits = 0
    forEachChange(source, target) { edits += $0.count + $1.count }
    return edits
  }

  /// Equal elements as equal small numbers, so that the search compares integers.
  private static func numbered<Element: Hashable>(
    _ source: ArraySlice<Element>, _ target: ArraySlice<Element>
  ) -> ([Int32], [Int32]) {
    var numbers: [Element: Int32] = [:]
    func number(_ element: Element) -> Int32 {
      if let number = numbers[element] { return number }
      let number = Int32(numbers.count)
      numbers[element] = number
      return number
    }
    return (source.map(number), target.map(number))
  }

  /// The pairs of a longest common subsequence in order; `nil` when more than `maximumEdits` edits are needed.
  private static func commonPairs(_ source: [Int32], _ target: [Int32]) -> [(Int, Int)]? {
    var furthest = Furthest()
    for edits in 0...min(source.count + target.count, maximumEdits) {
      for diagonal in stride(from: -edits, through: edits, by: 2) {
        var x = furthest.step(to: diagonal, edits: edits).x
        var y = x - diagonal
        while x < source.count, y < target.count, source[x] == target[y] {
          x += 1
          y += 1
        }
        furthest.append(x)
        if x >= source.count, y >= target.count { return backtrack(furthest, edits, source.count, target.count) }
      }
    }
    return nil
  }

  private static func backtrack(_ furthest: Furthest, _ edits: Int, _ sourceEnd: Int, _ targetEnd: Int) -> [(Int, Int)]
  {
    var pairs: [(Int, Int)] = []
    var (x, y) = (sourceEnd, targetEnd)
    for edits in stride(from: edits, through: 0, by: -1) {
      let step = furthest.step(to: x - y, edits: edits)
      while x > step.x {
        x -= 1
        y -= 1
        pairs.append((x, y))
      }
      if step.isInsertion { y -= 1 } else { x -= 1 }
    }
    return pairs.reversed()
  }

  /// How far into the source each number of edits reaches, for each diagonal `x - y` that so many edits lead to.
  private struct Furthest {
    /// Row after row; the row of so many edits has one value more than these, for every second diagonal.
    private var values: [Int32] = []

    /// Adds the value of the next diagonal.
    mutating func append(_ x: Int) { values.append(Int32(x)) }

    /// Where the last of the edits leads on a diagonal, from the better of the two beside it.
    func step(to diagonal: Int, edits: Int) -> (x: Int, isInsertion: Bool) {
      guard edits > 0 else { return (0, true) }
      let above = edits * (edits - 1) / 2
      let column = (diagonal + edits) / 2
      if column == 0 { return (Int(values[above]), true) }
      let deleted = Int(values[above + column - 1])
      guard column < edits else { return (deleted + 1, false) }
      let inserted = Int(values[above + column])
      return deleted < inserted ? (inserted, true) : (deleted + 1, false)
    }
  }
}
