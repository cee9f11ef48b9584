/// The line being edited, as libedit has it.
struct EditedLine: Equatable {
  var scalars: [Unicode.Scalar] = []
  /// Scalars before the cursor.
  var cursor = 0

  init() {}

  init(_ text: String, cursor: Int? = nil) {
    scalars = Array(text.unicodeScalars)
    self.cursor = cursor ?? scalars.count
  }

  var text: String { String(String.UnicodeScalarView(scalars)) }
  /// What stands before the cursor.
  var beginning: String { String(String.UnicodeScalarView(scalars[..<cursor])) }
  var isAtEnd: Bool { cursor == scalars.count }

  /// Scalars of the character before the cursor; 0 at the start.
  var previousCount: Int {
    var before = 0
    var count = 0
    for unit in LineUnit.units(of: scalars) where before < cursor {
      count = min(unit.scalarCount, cursor - before)
      before += unit.scalarCount
    }
    return count
  }

  /// Scalars from the cursor to the end of the character under it; 0 at the end.
  var nextCount: Int {
    var before = 0
    for unit in LineUnit.units(of: scalars) {
      before += unit.scalarCount
      if before > cursor { return before - cursor }
    }
    return 0
  }

  /// Scalars to go from the cursor to the end of the next word, as libedit finds words.
  static func wordCount(in scalars: some Collection<Unicode.Scalar>) -> Int {
    let isWord: (Unicode.Scalar) -> Bool = {
      $0.properties.isAlphabetic || "0123456789*?_-.[]~=".unicodeScalars.contains($0)
    }
    let gap = scalars.prefix { !isWord($0) }.count
    return gap + scalars.dropFirst(gap).prefix(while: isWord).count
  }

  /// Scalars from the cursor to the same column of the row before or after; nil where there is none.
  func stepToRow(before: Bool) -> Int? {
    let start = scalars[..<cursor].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    let column = cursor - start
    if before {
      guard start > 0 else { return nil }
      let above = scalars[..<(start - 1)].lastIndex(of: "\n").map { $0 + 1 } ?? 0
      return min(above + column, start - 1) - cursor
    }
    guard let end = scalars[cursor...].firstIndex(of: "\n") else { return nil }
    let next = scalars[(end + 1)...].firstIndex(of: "\n") ?? scalars.count
    return min(end + 1 + column, next) - cursor
  }
}
