/// One line of a text in bytes: its content without, and its end with, the line end.
struct ByteLine: Equatable {
  let start: Int
  let contentEnd: Int
  let end: Int

  var content: Range<Int> { start..<contentEnd }
  var lineEnd: Range<Int> { contentEnd..<end }
}

/// The two line ends that end a line here; a carriage return alone is an ordinary character.
enum LineEnding {
  case lf, crlf

  var bytes: [UInt8] { self == .crlf ? [0x0D, 0x0A] : [0x0A] }
}

enum ByteLines {
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The lines from `start` on; the last has an empty line end if the text has no final newline.
  static func split(_ bytes: [UInt8], from start: Int = 0) -> [ByteLine] {
    var lines: [ByteLine] = []
    var lineStart = start
    while lineStart < bytes.count {
      guard let newline = bytes[lineStart...].firstIndex(of: 0x0A) else {
        lines.append(ByteLine(start: lineStart, contentEnd: bytes.count, end: bytes.count))
        break
      }
      let hasReturn = newline > lineStart && bytes[newline - 1] == 0x0D
      lines.append(ByteLine(start: lineStart, contentEnd: hasReturn ? newline - 1 : newline, end: newline + 1))
      lineStart = newline + 1
    }
    return lines
  }

  /// The more frequent line end; `lf` when both are equally frequent.
  static func prevailingEnd(of lines: some Sequence<ByteLine>) -> LineEnding {
    var balance = 0
    for line in lines where !line.lineEnd.isEmpty { balance += line.lineEnd.count == 2 ? 1 : -1 }
    return balance > 0 ? .crlf : .lf
  }
}

extension ArraySlice<UInt8> {
  /// The number of leading spaces.
  var indentation: Int { prefix { $0 == 0x20 }.count }

  var isBlank: Bool { allSatisfy(\.isBlankByte) }

  /// The slice without trailing spaces, tabs and carriage returns.
  var withoutTrailingBlanks: ArraySlice<UInt8> {
    var slice = self
    while let last = slice.last, last.isBlankByte { slice.removeLast() }
    return slice
  }
}

extension UInt8 {
  var isBlankByte: Bool { self == 0x20 || self == 0x09 || self == 0x0D }
}
