/// What a terminal shows after the bytes it was sent, as xterm does it: the sequences of a line editor, tables, progress
/// and a pager. Whatever else arrives is kept in `strange`.
struct Screen {
  /// One cell of the screen.
  struct Cell: Equatable {
    /// The character with its combining marks; empty in the right half of a wide one.
    var text = " "
    /// The SGR numbers in force, 2 for dim text.
    var styles: Set<Int> = []
  }

  /// What a saved cursor remembers.
  struct Cursor: Equatable {
    var row = 0
    /// `columns` once the last cell of a row is filled: the next character wraps.
    var column = 0
    var styles: Set<Int> = []
  }

  private(set) var columns: Int
  private(set) var rows: Int
  var cells: [[Cell]]
  var cursor = Cursor()
  var saved = Cursor()
  /// The ordinary screen while a pager has the alternate one.
  var hidden: (cells: [[Cell]], cursor: Cursor)?
  /// Characters push others to the right.
  var isInserting = false
  /// Sequences and colours other than those whet sends; a program that shows foreign text must never send one.
  var strange: [String] = []
  private var parser = Parser.text
  private var partial: [UInt8] = []

  private enum Parser {
    case text, escape
    case designation
    case control(String)
    case command(String)
  }

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: Array(repeating: Cell(), count: columns), count: rows)
  }

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

  /// Gives the screen another size. Rows are cut and filled, not wrapped anew; what is above the cursor's row leaves
  /// at the top where it has to.
  mutating func resize(columns: Int, rows: Int) {
    let surplus = max(0, cursor.row + 1 - rows)
    cells = cells.dropFirst(surplus).prefix(rows).map { row in
      Array((row + Array(repeating: Cell(), count: max(0, columns - row.count))).prefix(columns))
    }
    cells += Array(repeating: Array(repeating: Cell(), count: columns), count: rows - cells.count)
    cursor.row -= surplus
    cursor.column = min(cursor.column, columns - 1)
    (self.columns, self.rows) = (columns, rows)
  }

  private mutating func take(_ scalar: Unicode.Scalar) {
    switch parser {
    case .text:
      if scalar == "\u{1B}" { parser = .escape } else { takeText(scalar) }
    case .escape: startSequence(scalar)
    case .designation: parser = .text
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
        parser = scalar == "\u{1B}" ? .escape : .text
      } else {
        parser = .command(words + String(scalar))
      }
    }
  }

  private mutating func startSequence(_ scalar: Unicode.Scalar) {
    parser = .text
    switch scalar {
    case "[": parser = .control("")
    case "]", "P", "_", "^", "X": parser = .command(String(scalar))
    case "(", ")": parser = .designation
    case "7": saved = cursor
    case "8": cursor = saved
    case "M": if cursor.row == 0 { insertRows(1) } else { cursor.row -= 1 }
    case "=", ">", "\\": break
    default: strange.append("ESC \(scalar)")
    }
  }
}
