/// Breaks text into rows of a given width.
public enum TextWrap {
  /// The rows of a text of any origin, broken between words and at every LF; a word wider than a row is broken inside.
  ///
  /// Spaces at a break are dropped, spaces at the start of a line stay. An empty text is one empty row.
  ///
  /// - Parameter width: columns of a row, at least 2 (smaller values count as 2, so that wide characters fit).
  public static func lines(_ text: String, width: Int) -> [TerminalText] {
    let width = max(2, width)
    return Sanitiser.visible(text).unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { wrapped(String($0), width: width) }.map { TerminalText($0) }
  }

  private static func wrapped(_ line: String, width: Int) -> [String] {
    guard DisplayWidth.columns(of: line) > width else { return [line] }
    var rows: [String] = []
    var row = ""
    var used = 0
    for word in pieces(of: line) {
      let columns = DisplayWidth.columns(of: word)
      if used + columns <= width {
        row += word
        used += columns
        continue
      }
      if used > 0 { rows.append(trimmed(row)) }
      if word.first == " ", used > 0 {
        (row, used) = ("", 0)
        continue
      }
      var parts = columns > width ? chunks(of: word, width: width) : [String(word)]
      row = parts.removeLast()
      used = DisplayWidth.columns(of: row)
      rows += parts
    }
    return rows + (used > 0 ? [trimmed(row)] : [])
  }

  /// Words and the runs of spaces between them, in order.
  private static func pieces(of line: String) -> [Substring] {
    var pieces: [Substring] = []
    var rest = line[...]
    while let first = rest.first {
      let piece = rest.prefix { ($0 == " ") == (first == " ") }
      pieces.append(piece)
      rest = rest[piece.endIndex...]
    }
    return pieces
  }

  private static func chunks(of word: Substring, width: Int) -> [String] {
    var chunks = [""]
    var used = 0
    for character in word {
      let columns = DisplayWidth.columns(of: character)
      if used + columns > width {
        chunks.append("")
        used = 0
      }
      chunks[chunks.count - 1].append(character)
      used += columns
    }
    return chunks
  }

  private static func trimmed(_ row: String) -> String {
    var row = row
    while row.last == " ", row.contains(where: { $0 != " " }) { row.removeLast() }
    return row
  }
}
