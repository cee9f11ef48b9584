extension TextDiff {
  /// A line of one text with its own end.
  struct SourceLine {
    /// The bytes with the LF, by which lines are compared: canonically equivalent texts still differ.
    let bytes: ArraySlice<UInt8>

    var isEnded: Bool { bytes.last == 0x0A }
    var text: String { String(decoding: isEnded ? bytes.dropLast() : bytes, as: UTF8.self) }
  }

  static func split(_ text: String) -> [SourceLine] {
    let bytes = Array(text.utf8)
    var lines: [SourceLine] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      lines.append(SourceLine(bytes: bytes[start..<end]))
      start = end
    }
    return lines
  }

  /// The lines of both texts in one order; removed lines come before added ones at the same place.
  static func compare(_ old: [SourceLine], _ new: [SourceLine]) -> [(line: Line, isEnded: Bool)] {
    let (before, after) = numbered(old, new)
    let head = zip(before, after).prefix { $0 == $1 }.count
    let tail = zip(before.dropFirst(head).reversed(), after.dropFirst(head).reversed()).prefix { $0 == $1 }.count
    let oldMiddle = head..<(before.count - tail)
    let newMiddle = head..<(after.count - tail)
    let middle =
      oldMiddle.count + newMiddle.count <= detailLimit
      ? shortest(before[oldMiddle], after[newMiddle], old: old[oldMiddle], new: new[newMiddle])
      : old[oldMiddle].map { (.removed($0.text), $0.isEnded) } + new[newMiddle].map { (.added($0.text), $0.isEnded) }
    return old[..<head].map { (.same($0.text), $0.isEnded) } + middle
      + old[oldMiddle.upperBound...].map { (.same($0.text), $0.isEnded) }
  }

  private static func shortest(
    _ before: ArraySlice<Int>, _ after: ArraySlice<Int>, old: ArraySlice<SourceLine>, new: ArraySlice<SourceLine>
  ) -> [(line: Line, isEnded: Bool)] {
    let difference = Array(after).difference(from: Array(before))
    let removed = Set(difference.removals.map(\.place))
    let added = Set(difference.insertions.map(\.place))
    var entries: [(line: Line, isEnded: Bool)] = []
    var place = 0
    for (index, line) in old.enumerated() {
      if removed.contains(index) {
        entries.append((.removed(line.text), line.isEnded))
        continue
      }
      while added.contains(place) { appendAdded(new, &place, to: &entries) }
      entries.append((.same(line.text), line.isEnded))
      place += 1
    }
    while place < new.count { appendAdded(new, &place, to: &entries) }
    return entries
  }

  private static func appendAdded(
    _ new: ArraySlice<SourceLine>, _ place: inout Int, to entries: inout [(line: Line, isEnded: Bool)]
  ) {
    let line = new[new.startIndex + place]
    entries.append((.added(line.text), line.isEnded))
    place += 1
  }

  /// The lines as numbers, equal exactly when the lines are.
  private static func numbered(_ old: [SourceLine], _ new: [SourceLine]) -> ([Int], [Int]) {
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    func number(_ line: SourceLine) -> Int {
      if let known = numbers[line.bytes] { return known }
      numbers[line.bytes] = numbers.count
      return numbers.count - 1
    }
    return (old.map(number), new.map(number))
  }
}

extension CollectionDifference.Change {
  /// The place of the change in its own side.
  var place: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
