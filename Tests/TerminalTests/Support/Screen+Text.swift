import Glibc

extension Screen {
  /// The lines without spaces at their ends.
  var lines: [String] {
    cells.map { line in
      let end = line.lastIndex { $0.text != " " }.map { $0 + 1 } ?? 0
      return line[..<end].map(\.text).joined()
    }
  }

  var text: String { lines.joined(separator: "\n") }

  /// The line the cursor is in, up to the cursor.
  var currentLine: String { cells[cursor.row][..<cursor.column].map(\.text).joined() }

  /// What stands behind the cursor in its row, without spaces at the end.
  var behindCursor: String {
    let rest = cells[cursor.row][cursor.column...].map(\.text).joined()
    return String(rest.reversed().drop { $0 == " " }.reversed())
  }

  /// The dimmed part of the row with the cursor.
  var dimBehindCursor: String {
    cells[cursor.row][cursor.column...].prefix { $0.styles.contains(2) }.map(\.text).joined()
  }

  /// Whether a row shows the text with every cell of it dimmed.
  func showsDim(_ text: String) -> Bool { shows(text) { $0.contains(2) } }

  /// Whether a row shows the text with every cell of it in styles that meet a condition.
  func shows(_ text: String, inStyles isFit: (Set<Int>) -> Bool) -> Bool {
    cells.contains { row in
      row.indices.contains { start in
        var shown = ""
        for cell in row[start...] where shown.count < text.count {
          guard isFit(cell.styles) else { return false }
          shown += cell.text
        }
        return shown == text
      }
    }
  }

  /// Whether a pager or an editor has the screen.
  var isAlternate: Bool { hidden != nil }

  mutating func takeText(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\r": cursor.column = 0
    case "\n": lineFeed()
    case "\u{08}": cursor.column = max(0, min(cursor.column, columns - 1) - 1)
    case "\t": cursor.column = min(columns - 1, (cursor.column / 8 + 1) * 8)
    case "\u{07}", "\u{0E}", "\u{0F}": break
    default:
      if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) { strange.append("control \(scalar.value)") }
      let width = Self.width(of: scalar)
      if width == 0 { combine(scalar) } else { put(scalar, width) }
    }
  }

  private mutating func combine(_ scalar: Unicode.Scalar) {
    var column = cursor.column - 1
    while column > 0, cells[cursor.row][column].text.isEmpty { column -= 1 }
    if column >= 0 { cells[cursor.row][column].text.unicodeScalars.append(scalar) }
  }

  private mutating func put(_ scalar: Unicode.Scalar, _ width: Int) {
    if cursor.column + width > columns {
      cursor.column = 0
      lineFeed()
    }
    if isInserting {
      cells[cursor.row].insert(contentsOf: Array(repeating: Cell(), count: width), at: cursor.column)
      cells[cursor.row].removeLast(width)
    }
    separateHalves(at: cursor.column)
    if cursor.column + width < columns { separateHalves(at: cursor.column + width) }
    cells[cursor.row][cursor.column] = Cell(text: String(scalar), styles: cursor.styles)
    if width == 2 { cells[cursor.row][cursor.column + 1] = Cell(text: "", styles: cursor.styles) }
    cursor.column += width
  }

  /// A wide character that loses one half is gone.
  private mutating func separateHalves(at column: Int) {
    guard column > 0, cells[cursor.row][column].text.isEmpty else { return }
    cells[cursor.row][column - 1] = Cell()
    cells[cursor.row][column] = Cell()
  }

  private mutating func lineFeed() {
    if cursor.row + 1 < rows { cursor.row += 1 } else { scrollUp() }
  }

  private mutating func scrollUp() {
    cells.removeFirst()
    cells.append(Array(repeating: Cell(), count: columns))
  }

  /// Columns of a scalar by wcwidth(3), as most terminals count; a joined emoji takes those of its parts.
  private static func width(of scalar: Unicode.Scalar) -> Int {
    scalar.value < 0x7F ? 1 : max(0, Int(characterWidth(wchar_t(scalar.value))))
  }

  // Not in the headers Swift sees.
  private static let characterWidth: @convention(c) (wchar_t) -> Int32 = {
    setlocale(LC_CTYPE, "C.UTF-8")
    guard let symbol = dlsym(nil, "wcwidth") else { return { _ in 1 } }
    return unsafeBitCast(symbol, to: (@convention(c) (wchar_t) -> Int32).self)
  }()
}
