/// Which line of a corrected text each line of the original became.
///
/// Equal lines first, by Myers; between them the lines that are most alike, by the alignment of Needleman and Wunsch
/// (1970). Tokens alone would match a word here with the same word in the next item of a list.
enum LineAlignment {
  /// Stretches with more pairs of lines than this are left to the equal lines.
  private static let mostPairs = 4_000
  /// The least share of words that two lines have in common if one became the other.
  private static let leastLikeness = 0.3

  private struct Entry {
    var line: Int
    var kind: MarkdownText.Kind
    var words: Set<String>
  }

  /// For each line of the original the line it became; `nil` where it became none, and for empty lines.
  static func lines(_ source: MarkdownText, _ target: MarkdownText) -> [Int?] {
    var result = [Int?](repeating: nil, count: source.lines.count)
    let left = source.lines.indices.filter { source.lines[$0].kind != .blank }
    let right = target.lines.indices.filter { target.lines[$0].kind != .blank }
    var position = (left: 0, right: 0)
    func keep(until end: Int) {
      while position.left < end {
        result[left[position.left]] = right[position.right]
        position = (position.left + 1, position.right + 1)
      }
    }
    Myers.forEachChange(left.map { source.lines[$0].text }, right.map { target.lines[$0].text }) { old, new in
      keep(until: old.lowerBound)
      align(left[old].map { entry($0, source) }, right[new].map { entry($0, target) }, &result)
      position = (old.upperBound, new.upperBound)
    }
    keep(until: left.count)
    return result
  }

  private static func entry(_ line: Int, _ text: MarkdownText) -> Entry {
    let words = Sentence.key(of: text.lines[line].text).split(separator: " ").map(String.init)
    return Entry(line: line, kind: text.lines[line].kind, words: Set(words))
  }

  private static func likeness(_ left: Entry, _ right: Entry) -> Double {
    let sum = left.words.count + right.words.count
    guard sum > 0 else { return left.kind == right.kind ? 0.5 : 0 }
    let common = left.words.count { right.words.contains($0) }
    let share = 2 * Double(common) / Double(sum)
    return share < leastLikeness ? 0 : share + (left.kind == right.kind ? 0.1 : 0)
  }

  private static func align(_ left: [Entry], _ right: [Entry], _ result: inout [Int?]) {
    guard !left.isEmpty, !right.isEmpty, left.count * right.count <= mostPairs else { return }
    let width = right.count + 1
    var scores = [Double](repeating: 0, count: (left.count + 1) * width)
    var likenesses = [Double](repeating: 0, count: left.count * right.count)
    for row in left.indices {
      for column in right.indices {
        let alike = likeness(left[row], right[column])
        likenesses[row * right.count + column] = alike
        let both = alike > 0 ? scores[row * width + column] + alike : 0
        let one = max(scores[row * width + column + 1], scores[(row + 1) * width + column])
        scores[(row + 1) * width + column + 1] = max(both, one)
      }
    }
    var (row, column) = (left.count, right.count)
    while row > 0, column > 0 {
      let alike = likenesses[(row - 1) * right.count + column - 1]
      let score = scores[row * width + column]
      if alike > 0, score == scores[(row - 1) * width + column - 1] + alike {
        result[left[row - 1].line] = right[column - 1].line
        (row, column) = (row - 1, column - 1)
      } else if score == scores[(row - 1) * width + column] {
        row -= 1
      } else {
        column -= 1
      }
    }
  }
}
