/// What a terminal shows after the bytes it was sent: the few sequences a line editor and tables need.
struct Screen {
  private let columns: Int
  private let rows: Int
  private var cells: [[Character]]
  private var row = 0
  private var column = 0
  private var parser = Parser.text
  private var partial: [UInt8] = []
  /// Sequences other than those a line editor needs; a program that shows foreign text must never send one.
  private(set) var strange: [String] = []

  private enum Parser {
    case text, escape
    case control(String)
    case command(String)
  }

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  /// The lines without spaces at their ends.
  var lines: [String] {
    cells.map { line in
      String(line[..<(line.lastIndex { $0 != " " }.map { $0 + 1 } ?? 0)])
    }
  }

  var text: String { lines.joined(separator: "\n") }

  /// The line the cursor is in, up to the cursor.
  var currentLine: String { String(cells[row][..<column]) }

  mutating func take(_ bytes: [UInt8]) {
    partial += bytes
    // A character cut by the end of a read waits for its rest.
    var complete = partial.count
    for length in 1...3 where length <= partial.count {
      let byte = partial[partial.count - length]
      if byte & 0xC0 == 0x80 { continue }
      if byte >= 0xC0, (byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2) > length { complete -= length }
      break
    }
    let chunk = String(decoding: partial[..<complete], as: UTF8.self)
    partial.removeFirst(complete)
    for scalar in chunk.unicodeScalars { take(scalar) }
  }

  private mutating func take(_ scalar: Unicode.Scalar) {
    switch parser {
    case .text: takeText(scalar)
    case .escape:
      switch scalar {
      case "[": parser = .control("")
      case "]", "P", "_", "^", "X": parser = .command(String(scalar))
      default:
        if !"=>()B78".unicodeScalars.contains(scalar) { strange.append("ESC \(scalar)") }
        parser = .text
      }
    case .control(let parameters):
      if (0x40...0x7E).contains(scalar.value) {
        control(parameters, scalar)
        parser = .text
      } else {
        parser = .control(parameters + String(scalar))
      }
    case .command(let words):
      if scalar == "\u{07}" || scalar == "\u{1B}" {
        strange.append("command \(words)")
        parser = .text
      } else {
        parser = .command(words + String(scalar))
      }
    }
  }

  private mutating func takeText(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\u{1B}": parser = .escape
    case "\r": column = 0
    case "\n": lineFeed()
    case "\u{08}": column = max(0, column - 1)
    case "\t": column = min(columns - 1, (column / 8 + 1) * 8)
    case "\u{07}": break
    default:
      if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) { strange.append("control \(scalar.value)") }
      if column == columns {
        column = 0
        lineFeed()
      }
      cells[row][column] = Character(scalar)
      column += 1
    }
  }

  private mutating func lineFeed() {
    if row + 1 < rows {
      row += 1
    } else {
      cells.removeFirst()
      cells.append(Array(repeating: " ", count: columns))
    }
  }

  private mutating func control(_ parameters: String, _ final: Unicode.Scalar) {
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    let first = numbers.first.flatMap { $0 }
    let count = max(1, first ?? 1)
    switch final {
    case "A": row = max(0, row - count)
    case "B": row = min(rows - 1, row + count)
    case "C": column = min(columns - 1, column + count)
    case "D": column = max(0, column - count)
    case "G": column = min(columns, count) - 1
    case "H":
      row = min(rows, count) - 1
      column = min(columns, max(1, numbers.count > 1 ? numbers[1] ?? 1 : 1)) - 1
    case "J": erase(below: first ?? 0)
    case "K":
      let range = first == 2 ? 0..<columns : first == 1 ? 0..<min(columns, column + 1) : min(column, columns)..<columns
      for index in range { cells[row][index] = " " }
    case "P":
      for _ in 0..<min(count, columns - column) {
        cells[row].remove(at: column)
        cells[row].append(" ")
      }
    case "@":
      for _ in 0..<min(count, columns - column) {
        cells[row].removeLast()
        cells[row].insert(" ", at: column)
      }
    case "m", "h", "l": break
    default: strange.append("CSI \(parameters)\(final)")
    }
  }

  private mutating func erase(below mode: Int) {
    let blank = Array(repeating: Character(" "), count: columns)
    if mode == 0 { for index in min(column, columns)..<columns { cells[row][index] = " " } }
    for index in mode == 0 ? (row + 1)..<max(rows, row + 1) : 0..<rows { cells[index] = blank }
  }
}
