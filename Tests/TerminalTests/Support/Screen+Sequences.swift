extension Screen {
  /// The styles whet writes, and what ends them.
  private static let ownStyles: Set<Int> = [0, 1, 2, 22, 31, 32, 33, 36, 39]
  /// What a pager adds on its own screen.
  private static let pagerStyles: Set<Int> = [4, 7, 24, 27]
  /// Modes of keys, cursor and wrapping that change nothing here; 1049 is done below.
  private static let knownModes: Set<String> = ["4", "?1", "?7", "?12", "?25", "?47", "?1047", "?1049", "?2004"]

  /// Does what a sequence `CSI parameters final` says.
  mutating func control(_ parameters: String, _ final: Unicode.Scalar) {
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    let first = numbers.first.flatMap { $0 }
    let count = max(1, first ?? 1)
    switch final {
    case "m": style(parameters)
    case "h", "l": setMode(parameters, isOn: final == "h")
    case "A", "B", "C", "D", "G", "H", "d": move(final, count, numbers)
    case "J", "K", "X": erase(final, first ?? 0)
    case "P":
      let removed = min(count, columns - column)
      cells[cursor.row].removeSubrange(column..<(column + removed))
      cells[cursor.row] += Array(repeating: Cell(), count: removed)
    case "@":
      let added = min(count, columns - column)
      cells[cursor.row].insert(contentsOf: Array(repeating: Cell(), count: added), at: column)
      cells[cursor.row].removeLast(added)
    case "L": insertRows(count)
    case "M":
      let removed = min(count, rows - cursor.row)
      cells.removeSubrange(cursor.row..<(cursor.row + removed))
      cells += Array(repeating: Array(repeating: Cell(), count: columns), count: removed)
    case "r" where parameters.isEmpty || parameters == "1;\(rows)": cursor = Cursor(styles: cursor.styles)
    default: strange.append("CSI \(parameters)\(final)")
    }
  }

  private var column: Int { min(cursor.column, columns - 1) }

  private mutating func move(_ final: Unicode.Scalar, _ count: Int, _ numbers: [Int?]) {
    cursor.column = column
    switch final {
    case "A": cursor.row = max(0, cursor.row - count)
    case "B": cursor.row = min(rows - 1, cursor.row + count)
    case "C": cursor.column = min(columns - 1, cursor.column + count)
    case "D": cursor.column = max(0, cursor.column - count)
    case "G": cursor.column = min(columns, count) - 1
    case "d": cursor.row = min(rows, count) - 1
    default:
      cursor.row = min(rows, count) - 1
      cursor.column = min(columns, max(1, numbers.count > 1 ? numbers[1] ?? 1 : 1)) - 1
    }
  }

  private mutating func erase(_ final: Unicode.Scalar, _ mode: Int) {
    switch final {
    case "X": blank(row: cursor.row, column..<min(columns, column + max(1, mode)))
    case "K": blank(row: cursor.row, mode == 2 ? 0..<columns : mode == 1 ? 0..<(column + 1) : column..<columns)
    default:
      if mode == 0 { blank(row: cursor.row, column..<columns) }
      if mode == 1 { blank(row: cursor.row, 0..<(column + 1)) }
      // 3 is the rows that have left the screen.
      let whole = mode == 0 ? (cursor.row + 1)..<rows : mode == 1 ? 0..<cursor.row : mode == 2 ? 0..<rows : 0..<0
      for row in whole { blank(row: row, 0..<columns) }
    }
  }

  private mutating func blank(row: Int, _ range: Range<Int>) {
    for index in range { cells[row][index] = Cell() }
  }

  mutating func insertRows(_ count: Int) {
    let added = min(count, rows - cursor.row)
    cells.insert(
      contentsOf: Array(repeating: Array(repeating: Cell(), count: columns), count: added), at: cursor.row)
    cells.removeLast(added)
  }

  private mutating func style(_ parameters: String) {
    for part in parameters.split(separator: ";", omittingEmptySubsequences: false) {
      let number = part.isEmpty ? 0 : Int(part) ?? -1
      if !Self.ownStyles.contains(number), !(isAlternate && Self.pagerStyles.contains(number)) {
        strange.append("CSI \(parameters)m")
      }
      switch number {
      case 0: cursor.styles = []
      case 22: cursor.styles.subtract([1, 2])
      case 24: cursor.styles.remove(4)
      case 27: cursor.styles.remove(7)
      case 39: cursor.styles = cursor.styles.filter { !(30...37).contains($0) }
      default: cursor.styles.insert(number)
      }
    }
  }

  private mutating func setMode(_ parameters: String, isOn: Bool) {
    guard Self.knownModes.contains(parameters) else {
      strange.append("CSI \(parameters)\(isOn ? "h" : "l")")
      return
    }
    switch parameters {
    case "4": isInserting = isOn
    case "?47", "?1047", "?1049":
      if isOn, hidden == nil {
        hidden = (cells, cursor)
        cells = Array(repeating: Array(repeating: Cell(), count: columns), count: rows)
      } else if !isOn, let ordinary = hidden {
        (cells, cursor) = ordinary
        hidden = nil
      }
    default: break
    }
  }
}
