import CLibedit

/// Where libedit draws a prompt and a line: the same rules, so that rows above and below can be counted.
struct LineLayout {
  /// Columns of the terminal.
  let columns: Int

  /// Rows below the first, and the column, at which a text ends.
  func end(of text: String) -> (row: Int, column: Int) {
    var row = 0
    var column = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n":
        row += 1
        column = 0
        continue
      case "\t": column += 8 - column % 8
      default:
        let width = Self.width(of: scalar)
        if column + width > columns {
          row += 1
          column = 0
        }
        column += width
      }
      if column >= columns {
        row += 1
        column = 0
      }
    }
    return (row, column)
  }

  /// Columns of a scalar as libedit shows it: `^A` for a control character, `\U+XXXX` for an unprintable one.
  private static func width(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x20 || scalar.value == 0x7F { return 2 }
    let width = clibedit_width(scalar.value)
    return width >= 0 ? Int(width) : scalar.value > 0xFFFF ? 8 : 7
  }
}

/// A prompt in libedit's form.
struct EditorPrompt {
  /// The character around parts that take no columns.
  static let marker: Unicode.Scalar = "\u{1}"

  /// With every control sequence between markers. Never ends with one, which libedit would not draw.
  let marked: String
  /// Without control sequences.
  let plain: String

  init(_ text: String) {
    var marked = String.UnicodeScalarView()
    var plain = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\u{1B}" else {
        if scalar.value >= 0x20 || scalar == "\n" {
          marked.append(scalar)
          plain.append(scalar)
        }
        continue
      }
      let body = rest.prefix { !($0.value >= 0x40 && $0.value < 0x7F && $0 != "[") }
      let end = rest[body.endIndex...].first
      rest = rest[body.endIndex...].dropFirst()
      guard end == "m" else { continue }
      marked += [Self.marker, scalar] + Array(body) + ["m", Self.marker]
    }
    if marked.last == Self.marker {
      marked.append(" ")
      plain.append(" ")
    }
    self.marked = String(marked)
    self.plain = String(plain)
  }
}
