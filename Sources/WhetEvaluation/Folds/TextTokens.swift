/// The tokens of a text: runs of letters, digits and underscores; every other visible character alone; each line end.
///
/// Other white space is no token. With `indentation`, the white space before a line's first token is one, for code in
/// which it means something.
struct TextTokens {
  private(set) var words: [Substring] = []

  init(_ text: String, indentation: Bool = false) {
    let scalars = text.unicodeScalars
    var position = scalars.startIndex
    var isLineStart = true
    while position < scalars.endIndex {
      let start = position
      let kind = Kind(scalars[position])
      scalars.formIndex(after: &position)
      if kind == .word || kind == .space {
        while position < scalars.endIndex, Kind(scalars[position]) == kind { scalars.formIndex(after: &position) }
      }
      let isIndentation =
        kind == .space && isLineStart && position < scalars.endIndex && Kind(scalars[position]) != .line
      if kind != .space || (indentation && isIndentation) { words.append(text[start..<position]) }
      isLineStart = kind == .line
    }
  }

  private enum Kind {
    case word, space, line, other

    init(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x0A: self = .line
      case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: self = .word
      case 0x09, 0x0B...0x0D, 0x20: self = .space
      case 0..<0x80: self = .other
      default:
        let properties = scalar.properties
        if properties.isWhitespace {
          self = .space
        } else {
          self =
            properties.isAlphabetic || properties.numericType != nil || properties.generalCategory.isMark
            ? .word : .other
        }
      }
    }
  }
}

extension Unicode.GeneralCategory {
  fileprivate var isMark: Bool { self == .nonspacingMark || self == .spacingMark || self == .enclosingMark }
}
