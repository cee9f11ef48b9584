/// Prompt and line broken into the rows of a terminal.
struct LineImage: Equatable {
  /// A row of the terminal.
  struct Row: Equatable {
    var cells: [Cell] = []
    /// Columns taken.
    var columns = 0
    /// The text goes on in the next row without a line end, so a terminal may join the two again.
    var isWrapped = false
  }

  private(set) var rows: [Row] = [Row()]
  /// Where the cursor stands; its column is always less than the width.
  private(set) var cursor = (row: 0, column: 0)
  private let width: Int

  /// - Parameters:
  ///   - cursor: scalars of the line before the cursor.
  ///   - width: columns of the terminal, at least 2.
  init(prompt: [LineUnit], line: [LineUnit], cursor: Int, width: Int) {
    self.width = max(2, width)
    for unit in prompt { add(unit) }
    var before = 0
    var isPlaced = false
    for unit in line {
      // A cursor inside a unit is shown at its start.
      if !isPlaced, cursor < before + unit.scalarCount {
        place(before: unit)
        isPlaced = true
      }
      add(unit)
      before += unit.scalarCount
    }
    if !isPlaced { place(before: nil) }
  }

  /// Columns that are free behind the cursor when the line ends there, the last one left out: a terminal may wrap
  /// once it is filled.
  var free: Int { width - cursor.column - 1 }

  /// Adds cells behind the line that take no more than the free columns.
  mutating func append(suggestion: [Cell]) {
    rows[rows.count - 1].cells += suggestion
    rows[rows.count - 1].columns += suggestion.reduce(0) { $0 + $1.columns }
  }

  static func == (left: LineImage, right: LineImage) -> Bool {
    left.rows == right.rows && left.cursor == right.cursor && left.width == right.width
  }

  private mutating func place(before unit: LineUnit?) {
    var needed = 1
    if case .cells(let cells)? = unit?.form { needed = cells.first?.columns ?? 1 }
    if rows[rows.count - 1].columns + needed > width { wrap() }
    cursor = (rows.count - 1, rows[rows.count - 1].columns)
  }

  private mutating func add(_ unit: LineUnit) {
    switch unit.form {
    case .lineEnd: rows.append(Row())
    case .tab:
      // At least one column, and never beyond the row.
      put(Cell(text: " "))
      let column = rows[rows.count - 1].columns
      for _ in column..<min(width, (column + 7) / 8 * 8) { put(Cell(text: " ")) }
    case .cells(let cells): for cell in cells { put(cell) }
    }
  }

  private mutating func put(_ cell: Cell) {
    if rows[rows.count - 1].columns + cell.columns > width { wrap() }
    rows[rows.count - 1].cells.append(cell)
    rows[rows.count - 1].columns += cell.columns
  }

  private mutating func wrap() {
    rows[rows.count - 1].isWrapped = true
    rows.append(Row())
  }
}
