import CLibedit
import WhetTerminal

/// A character on the screen.
struct Cell: Equatable {
  var text: String
  /// Columns it gets.
  var columns = 1
  /// The control sequence of its style; empty for none.
  var style = ""
  /// Terminals differ in the columns they take for it, so the cursor is placed anew behind it.
  var isUncertain = false
}

/// What a person takes for one character of a line: one step of the cursor.
struct LineUnit: Equatable {
  /// How it is shown.
  enum Form: Equatable {
    case cells([Cell])
    case lineEnd
    case tab
  }

  /// Scalars of the line it stands for.
  var scalarCount: Int
  var form: Form

  /// The units of a line. Whatever acts without being seen is written out as the `Sanitiser` does it; only a joiner
  /// between two emoji is left to join them.
  static func units(of scalars: some RandomAccessCollection<Unicode.Scalar>) -> [LineUnit] {
    var units: [LineUnit] = []
    units.reserveCapacity(scalars.count)
    var place = scalars.startIndex
    while place != scalars.endIndex {
      var end = scalars.index(after: place)
      // Nothing below U+0300 joins what stands before it.
      let isAlone = scalars[place].isASCII && (end == scalars.endIndex || scalars[end].value < 0x300)
      if isAlone {
        units.append(LineUnit(scalarCount: 1, form: form(ofASCII: scalars[place])))
      } else {
        while end != scalars.endIndex, !scalars[end].isASCII { end = scalars.index(after: end) }
        let run = String(String.UnicodeScalarView(scalars[place..<end]))
        for character in run { units += Self.units(of: character) }
      }
      place = end
    }
    return units
  }

  private static func form(ofASCII scalar: Unicode.Scalar) -> Form {
    switch scalar.value {
    case 0x0A: .lineEnd
    case 0x09: .tab
    case 0x20...0x7E: .cells([Cell(text: String(scalar))])
    default: .cells(writtenOut(scalar))
    }
  }

  private static func units(of character: Character) -> [LineUnit] {
    let text = String(character)
    let scalars = character.unicodeScalars
    if scalars.count == 1, let scalar = scalars.first, scalar.isASCII {
      return [LineUnit(scalarCount: 1, form: form(ofASCII: scalar))]
    }
    if Sanitiser.visible(text) == text || isJoinedEmoji(scalars) {
      return [LineUnit(scalarCount: scalars.count, form: .cells([cell(of: character)]))]
    }
    return scalars.map { scalar in
      let isHidden = Sanitiser.visible(String(scalar)) != String(scalar)
      return LineUnit(scalarCount: 1, form: .cells(isHidden ? writtenOut(scalar) : [cell(of: Character(scalar))]))
    }
  }

  /// A mark without a letter to stand on gets a circle.
  private static func cell(of character: Character) -> Cell {
    let columns = DisplayWidth.columns(of: character)
    guard columns > 0 else { return Cell(text: "\u{25CC}\(character)") }
    return Cell(
      text: String(character), columns: columns, isUncertain: Cell.terminalColumns(of: String(character)) != columns)
  }

  private static func writtenOut(_ scalar: Unicode.Scalar) -> [Cell] {
    Sanitiser.visible(String(scalar)).map { Cell(text: String($0)) }
  }

  private static func isJoinedEmoji(_ scalars: Character.UnicodeScalarView) -> Bool {
    guard scalars.first?.isPictograph == true, scalars.last != "\u{200D}" else { return false }
    let parts = scalars.split(separator: "\u{200D}", omittingEmptySubsequences: false)
    return parts.count > 1
      && parts.allSatisfy { part in
        let text = String(String.UnicodeScalarView(part))
        return part.first?.isPictograph == true && Sanitiser.visible(text) == text
      }
  }
}

extension Cell {
  /// Columns by wcwidth(3), scalar by scalar, as many terminals count.
  static func terminalColumns(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + max(0, Int(clibedit_width($1.value))) }
  }

  /// The cells of a text that has passed the sanitiser, in one style.
  static func cells(of text: String, style: String = "") -> [Cell] {
    LineUnit.units(of: Array(text.unicodeScalars)).flatMap { unit -> [Cell] in
      guard case .cells(let cells) = unit.form else { return [Cell(text: " ", style: style)] }
      return cells.map { cell in
        var cell = cell
        cell.style = style
        return cell
      }
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isPictograph: Bool { value > 0xFF && properties.isEmoji }
}
