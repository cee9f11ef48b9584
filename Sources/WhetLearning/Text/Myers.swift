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
    let bound = min(source.count + target.count, maximumEdits)
    let offset = bound + 1
    var furthest = [Int](repeating: 0, count: 2 * bound + 3)
    var trace: [ArraySlice<Int>] = []
    for edits in 0...bound {
      trace.append(furthest[(offset - edits)...(offset + edits)])
      for diagonal in stride(from: -edits, through: edits, by: 2) {
        let down =
          diagonal == -edits || (diagonal != edits && furthest[offset + diagonal - 1] < furthest[offset + diagonal + 1])
        var x = down ? furthest[offset + diagonal + 1] : furthest[offset + diagonal - 1] + 1
        var y = x - diagonal
        while x < source.count, y < target.count, source[x] == target[y] {
          x += 1
          y += 1
        }
        furthest[offset + diagonal] = x
        if x >= source.count, y >= target.count { return backtrack(trace, offset, source.count, target.count) }
      }
    }
    return nil
  }

  private static func backtrack(_ trace: [ArraySlice<Int>], _ offset: Int, _ sourceEnd: Int, _ targetEnd: Int) -> [(
    Int, Int
  )] {
    var pairs: [(Int, Int)] = []
    var x = sourceEnd
    var y = targetEnd
    for edits in stride(from: trace.count - 1, through: 0, by: -1) {
      let row = trace[edits]
      let diagonal = x - y
      func at(_ diagonal: Int) -> Int { abs(diagonal) <= edits ? row[offset + diagonal] : Int.min }
      let down = diagonal == -edits || (diagonal != edits && at(diagonal - 1) < at(diagonal + 1))
      let previous = edits == 0 ? 0 : down ? diagonal + 1 : diagonal - 1
      let previousX = edits == 0 ? 0 : at(previous)
      let previousY = edits == 0 ? 0 : previousX - previous
      while x > previousX, y > previousY {
        x -= 1
        y -= 1
        pairs.append((x, y))
      }
      x = previousX
      y = previousY
    }
    return pairs.reversed()
  }
}
