import WhetTerminal

/// Knows what stands on the terminal and makes the bytes that turn it into another image.
///
/// libedit can draw too, but it loses combining marks, shows what acts without being seen, and leaves no place for
/// a suggestion; so it only edits, and this draws.
struct LineDisplay {
  /// Rows that are on the terminal, from the first one of ours.
  private var shown: [LineImage.Row] = []
  /// Where the terminal's cursor is, counted from the first row of ours.
  private var place = (row: 0, column: 0)
  /// The first row of the image that is shown; more than 0 when the image is higher than the terminal.
  private(set) var top = 0
  private var width = 0
  private var output = ""

  /// The bytes that show an image in the terminal.
  mutating func show(_ image: LineImage, size: TerminalSize) -> String {
    output = ""
    width = max(2, size.columns)
    top = max(min(top, image.cursor.row, max(0, image.rows.count - size.rows)), image.cursor.row - size.rows + 1)
    let window = Array(image.rows[top..<min(image.rows.count, top + size.rows)])
    for index in window.indices { update(index, in: window) }
    if shown.count > window.count {
      move(to: window.count, column: 0)
      output += "\u{1B}[J"
    }
    shown = window
    move(to: image.cursor.row - top, column: image.cursor.column)
    return output
  }

  /// The bytes that wipe everything of ours; the cursor is then where the first row was.
  ///
  /// - Parameter rowsAbove: rows between the cursor and the first row, where a resize has changed them.
  mutating func wipe(rowsAbove: Int? = nil) -> String {
    let above = rowsAbove ?? place.row
    forget()
    return "\r" + (above > 0 ? "\u{1B}[\(above)A" : "") + "\u{1B}[J"
  }

  /// The bytes that move the cursor to the row below ours, which stay.
  mutating func leave(text: String = "") -> String {
    output = ""
    if let last = shown.last { move(to: shown.count - 1, column: min(last.columns, width - 1)) }
    forget()
    return output + text + "\r\n"
  }

  /// Starts anew at the row of the cursor.
  mutating func forget() {
    (shown, place, top) = ([], (0, 0), 0)
  }

  private mutating func update(_ index: Int, in window: [LineImage.Row]) {
    let new = window[index]
    if index >= shown.count {
      if index > 0 { startRow(after: index - 1) }
      shown.append(LineImage.Row())
    }
    let old = shown[index]
    guard old != new else { return }
    let isNext = index + 1 < window.count && new.isWrapped
    let common = zip(old.cells, new.cells).prefix { $0 == $1 }.count
    let column = new.cells[..<common].reduce(0) { $0 + $1.columns }
    move(to: index, column: min(column, width - 1))
    if column < width { write(new.cells[common...], at: column) }
    // A terminal may have used more columns for an uncertain character than it gets.
    if old.columns > new.columns || new.cells[common...].contains(where: \.isUncertain) { clearToEnd(of: new) }
    shown[index] = new
    if isNext, common < new.cells.count { wrap(into: index + 1, window[index + 1]) } else { settle() }
  }

  /// Lets the terminal itself go to the next row, by which it knows that the two are one line.
  private mutating func wrap(into index: Int, _ next: LineImage.Row) {
    let first = next.cells.first
    let isCertain = shown[index - 1].cells.last?.isUncertain != true
    let isWide = first.flatMap(\.text.unicodeScalars.first).map { Cell.terminalColumns(of: String($0)) == 2 } ?? false
    guard isCertain, place.column >= width || isWide else { return settle() }
    styled(first?.style ?? "", first.map { $0.isUncertain ? "  " : $0.text } ?? " ")
    output += "\r"
    place = (index, 0)
    // Its first cell has been written over; whatever stood there is drawn again.
    let unknown = LineImage.Row(cells: [], columns: width, isWrapped: false)
    if index < shown.count { shown[index] = unknown } else { shown.append(unknown) }
  }

  /// After the last column terminals differ in where the cursor is.
  private mutating func settle() {
    guard place.column >= width else { return }
    output += "\r"
    place.column = 0
  }

  private mutating func startRow(after index: Int) {
    move(to: index, column: place.row == index ? place.column : 0)
    output += "\r\n"
    place = (index + 1, 0)
  }

  private mutating func write(_ cells: ArraySlice<Cell>, at start: Int) {
    var column = start
    var style = ""
    var run = ""
    for cell in cells {
      if cell.style != style || cell.isUncertain {
        styled(style, run)
        (style, run) = (cell.style, "")
      }
      guard cell.isUncertain else {
        run += cell.text
        column += cell.columns
        continue
      }
      place.column = column
      writeUncertain(cell)
      column += cell.columns
    }
    styled(style, run)
    place.column = column
  }

  /// Clears the columns first, and goes behind them afterwards, however many the terminal has used.
  private mutating func writeUncertain(_ cell: Cell) {
    let column = place.column
    let isFitting = column + Cell.terminalColumns(of: cell.text) <= width
    output += String(repeating: " ", count: cell.columns)
    goTo(column)
    styled(cell.style, isFitting ? cell.text : cell.text.unicodeScalars.first.map { String($0) } ?? "")
    if column + cell.columns < width { goTo(column + cell.columns) }
  }

  private mutating func styled(_ style: String, _ text: String) {
    guard !text.isEmpty else { return }
    output += style.isEmpty ? text : style + text + "\u{1B}[0m"
  }

  private mutating func clearToEnd(of row: LineImage.Row) {
    if row.columns < width { output += "\u{1B}[K" }
  }

  private mutating func goTo(_ column: Int) {
    output += "\r" + (column > 0 ? "\u{1B}[\(column)C" : "")
  }

  private mutating func move(to row: Int, column: Int) {
    if row < place.row { output += "\u{1B}[\(place.row - row)A" }
    if row > place.row { output += "\u{1B}[\(row - place.row)B" }
    if column == place.column - 1 {
      output += "\u{08}"
    } else if column != place.column {
      goTo(column)
    }
    place = (row, column)
  }
}
