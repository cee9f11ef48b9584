/// Finds which of the lines that differ are the same line, edited: the pairing of greatest likeness in which no two
/// pairs cross (a global alignment after Needleman and Wunsch, 1970).
enum LinePairing {
  /// The most lines of a side that are compared one by one; more are taken as one.
  static let mostLines = 80
  /// The share of common tokens from which two lines are one line edited.
  static let likeness = 0.34

  /// The token ranges to align with each other; lines that stand alone were removed or added.
  static func pairs(
    _ left: [Range<Int>], _ source: TokenText, _ right: [Range<Int>], _ target: TokenText
  ) -> [(Range<Int>, Range<Int>)] {
    guard let first = left.first, let last = left.last, let start = right.first, let end = right.last else { return [] }
    let whole = [(first.lowerBound..<last.upperBound, start.lowerBound..<end.upperBound)]
    if left.count > mostLines || right.count > mostLines { return whole }
    let likeness = left.map { line in right.map { self.likeness(line, source, $0, target) } }
    if left.count == 1, right.count == 1, likeness[0][0] > 0 { return whole }
    var best = [[Double]](repeating: [Double](repeating: 0, count: right.count + 1), count: left.count + 1)
    for row in left.indices.reversed() {
      for column in right.indices.reversed() {
        best[row][column] = max(
          best[row + 1][column], best[row][column + 1], gain(likeness[row][column]) + best[row + 1][column + 1])
      }
    }
    var pairs: [(Range<Int>, Range<Int>)] = []
    var row = 0
    var column = 0
    while row < left.count, column < right.count {
      let gain = gain(likeness[row][column])
      if gain > 0, best[row][column] == gain + best[row + 1][column + 1] {
        pairs.append((left[row], right[column]))
        row += 1
        column += 1
      } else if best[row][column] == best[row + 1][column] {
        row += 1
      } else {
        column += 1
      }
    }
    return pairs
  }

  private static func gain(_ likeness: Double) -> Double { likeness >= self.likeness ? likeness : 0 }

  /// The share of tokens that two lines have in common (the Dice coefficient of their bags); empty lines are alike.
  private static func likeness(_ left: Range<Int>, _ source: TokenText, _ right: Range<Int>, _ target: TokenText)
    -> Double
  {
    func texts(_ range: Range<Int>, _ text: TokenText) -> [String] {
      text.tokens[range].lazy.filter { $0.kind != .newline }.map(\.text)
    }
    let leftTexts = texts(left, source)
    let rightTexts = texts(right, target)
    if leftTexts.isEmpty || rightTexts.isEmpty { return leftTexts.isEmpty && rightTexts.isEmpty ? 0.4 : 0 }
    var counts: [String: Int] = [:]
    for token in leftTexts { counts[token, default: 0] += 1 }
    var common = 0
    for token in rightTexts {
      if let count = counts[token], count > 0 {
        counts[token] = count - 1
        common += 1
      }
    }
    return 2 * Double(common) / Double(leftTexts.count + rightTexts.count)
  }
}
