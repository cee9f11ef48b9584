/// The places where one text differs from another, by lines.
struct LineEdit: Hashable {
  /// The first line of the place in the first text, from 1.
  var line: Int
  /// The lines as they were, without the last line end; empty where lines are added only.
  var before: String
  var after: String

  /// The most lines that are compared with each other; of longer texts the differing middle is one place.
  static let mostLines = 2_000

  /// All places in order. As many lines for as many are a place each.
  static func all(from old: String, to new: String) -> [LineEdit] {
    guard old != new else { return [] }
    let (before, after) = (lines(old), lines(new))
    var start = 0
    while start < min(before.count, after.count), before[start] == after[start] { start += 1 }
    var end = 0
    while end < min(before.count, after.count) - start,
      before[before.count - 1 - end] == after[after.count - 1 - end]
    {
      end += 1
    }
    let (left, right) = (before[start..<before.count - end], after[start..<after.count - end])
    if left.count == right.count { return oneByOne(left, right, line: start + 1) }
    guard max(left.count, right.count) <= mostLines else { return [edit(left, right, line: start + 1)] }
    return hunks(Array(left), Array(right), line: start + 1)
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private static func hunks(_ left: [Substring], _ right: [Substring], line: Int) -> [LineEdit] {
    let difference = right.difference(from: left)
    var isRemoved = [Bool](repeating: false, count: left.count)
    var isInserted = [Bool](repeating: false, count: right.count)
    for change in difference {
      switch change {
      case .remove(let offset, _, _): isRemoved[offset] = true
      case .insert(let offset, _, _): isInserted[offset] = true
      }
    }
    var edits: [LineEdit] = []
    var (i, j) = (0, 0)
    while i < left.count || j < right.count {
      let (firstLeft, firstRight) = (i, j)
      while i < left.count, isRemoved[i] { i += 1 }
      while j < right.count, isInserted[j] { j += 1 }
      if i > firstLeft || j > firstRight {
        let (a, b) = (left[firstLeft..<i], right[firstRight..<j])
        edits += a.count == b.count ? oneByOne(a, b, line: line + firstLeft) : [edit(a, b, line: line + firstLeft)]
      } else {
        i += 1
        j += 1
      }
    }
    return edits
  }

  private static func oneByOne(_ left: ArraySlice<Substring>, _ right: ArraySlice<Substring>, line: Int) -> [LineEdit] {
    zip(left, right).enumerated().compactMap { index, pair in
      pair.0 == pair.1 ? nil : LineEdit(line: line + index, before: String(pair.0), after: String(pair.1))
    }
  }

  private static func edit(_ left: ArraySlice<Substring>, _ right: ArraySlice<Substring>, line: Int) -> LineEdit {
    LineEdit(line: line, before: left.joined(separator: "\n"), after: right.joined(separator: "\n"))
  }
}
