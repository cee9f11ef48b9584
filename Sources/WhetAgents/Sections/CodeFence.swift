/// An open fenced code block (CommonMark 0.31, section 4.5).
struct CodeFence: Equatable {
  /// `` ` `` or `~`.
  let character: UInt8
  let length: Int
  /// The column of the list item's content the fence stands in, 0 outside lists.
  let container: Int

  /// Reads an opening fence: at most three spaces, any list markers, three or more backticks or tildes.
  init?(opening line: ArraySlice<UInt8>) {
    var rest = line
    var column = 0
    var container = 0
    while true {
      let indent = rest.indentation
      guard indent <= 3 else { return nil }
      rest = rest.dropFirst(indent)
      column += indent
      guard let marker = Self.listMarkerLength(rest) else { break }
      rest = rest.dropFirst(marker)
      column += marker
      container = column
    }
    guard let first = rest.first, first == 0x60 || first == 0x7E else { return nil }
    let run = rest.prefix { $0 == first }.count
    guard run >= 3 else { return nil }
    // The info string after backticks holds none, else the line is inline code.
    if first == 0x60, rest.dropFirst(run).contains(0x60) { return nil }
    character = first
    length = run
    self.container = container
  }

  /// Whether the line ends the block: at least as many of the same character, and nothing after them.
  func isClosed(by line: ArraySlice<UInt8>) -> Bool {
    let indent = line.indentation
    guard (container...container + 3).contains(indent) else { return false }
    let run = line.dropFirst(indent).prefix { $0 == character }.count
    return run >= length && line.dropFirst(indent + run).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// Whether the line lies left of the list item the fence stands in, which ends the block too.
  func isLeft(by line: ArraySlice<UInt8>) -> Bool {
    container > 0 && !line.isBlank && line.indentation < container
  }

  /// The length of a list marker and the one to four spaces after it.
  private static func listMarkerLength(_ line: ArraySlice<UInt8>) -> Int? {
    let digits = line.prefix { (0x30...0x39).contains($0) }.count
    let afterDigits = line.dropFirst(digits).first
    let marker: Int
    switch digits {
    case 0 where afterDigits == 0x2D || afterDigits == 0x2B || afterDigits == 0x2A: marker = 1
    case 1...9 where afterDigits == 0x2E || afterDigits == 0x29: marker = digits + 1
    default: return nil
    }
    let spaces = line.dropFirst(marker).indentation
    return (1...4).contains(spaces) ? marker + spaces : nil
  }
}
