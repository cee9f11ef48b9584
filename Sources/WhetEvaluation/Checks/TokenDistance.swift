/// Levenshtein distance over tokens in O(n · m / 64).
///
/// Source: Myers, "A fast bit-vector algorithm for approximate string matching based on dynamic programming" (1999),
/// in blocks and for the global distance as in Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau
/// edit distances" (2003).
enum TokenDistance {
  /// Block steps that are still done; about a second.
  private static let mostSteps = 400_000_000

  /// - Returns: `nil` for texts too long to compare.
  static func between(_ left: [Substring], _ right: [Substring]) -> Int? {
    var left = left[...]
    var right = right[...]
    while let first = left.first, first == right.first {
      left.removeFirst()
      right.removeFirst()
    }
    while let last = left.last, last == right.last {
      left.removeLast()
      right.removeLast()
    }
    if left.isEmpty || right.isEmpty { return left.count + right.count }
    let (pattern, text) = left.count > right.count ? (left, right) : (right, left)
    guard ((pattern.count + 63) / 64) * text.count <= mostSteps else { return nil }
    return distance(Array(pattern), text)
  }

  /// One column of the matrix, 64 rows a block, as the differences between neighbouring rows.
  private struct Column {
    var up: [UInt64]
    var down: [UInt64]
  }

  private static func distance(_ pattern: [Substring], _ text: ArraySlice<Substring>) -> Int {
    let blocks = (pattern.count + 63) / 64
    var places: [Substring: [Int]] = [:]
    for (index, token) in pattern.enumerated() { places[token, default: []].append(index) }
    let last = UInt64(1) << UInt64((pattern.count - 1) % 64)
    var equal = [UInt64](repeating: 0, count: blocks)
    var column = Column(up: [UInt64](repeating: .max, count: blocks), down: equal)
    var score = pattern.count
    for token in text {
      // Set for this column only: keeping a row of bits for every word would take memory by the square.
      let places = places[token] ?? []
      for place in places { equal[place / 64] |= 1 << UInt64(place % 64) }
      score += advance(&column, equal: equal, last: last)
      for place in places { equal[place / 64] = 0 }
    }
    return score
  }

  /// Moves one token of the text on.
  ///
  /// - Returns: the change of the bottom row: -1, 0 or 1.
  private static func advance(_ column: inout Column, equal: [UInt64], last: UInt64) -> Int {
    // What the row above the block changes by; above the first row the distance grows by one each column.
    var isUp: UInt64 = 1
    var isDown: UInt64 = 0
    var change = 0
    for block in equal.indices {
      let (up, down) = (column.up[block], column.down[block])
      let vertical = equal[block] | down
      let matched = equal[block] | isDown
      let horizontal = (((matched & up) &+ up) ^ up) | matched
      var rises = down | ~(horizontal | up)
      var falls = up & horizontal
      if block == equal.count - 1 { change = (rises & last != 0 ? 1 : 0) - (falls & last != 0 ? 1 : 0) }
      (rises, isUp) = ((rises << 1) | isUp, rises >> 63)
      (falls, isDown) = ((falls << 1) | isDown, falls >> 63)
      column.up[block] = falls | ~(vertical | rises)
      column.down[block] = rises & vertical
    }
    return change
  }
}
