/// Finds the lines of a block string without the indentation they share.
///
/// A first line of blanks and a last line of blanks are not content. The indentation removed is what all lines with
/// content, and the closing quotes' line if it has nothing before them, have in common; a first line that begins right
/// after the opening quotes does not count.
enum BlockIndentation {
  static func lines(of content: Span, in bytes: [UInt8]) -> [Span] {
    var lines = split(content, in: bytes)
    guard lines.count > 1 else { return lines }
    let opensOwnLine = isBlank(lines[0], in: bytes)
    let closesOwnLine = isBlank(lines[lines.count - 1], in: bytes)
    var counted = lines.dropFirst().filter { !isBlank($0, in: bytes) }
    if closesOwnLine { counted.append(lines[lines.count - 1]) }
    let removed = commonIndentation(of: counted, in: bytes)
    for index in lines.indices.dropFirst() { lines[index] = strip(lines[index], removed, in: bytes) }
    if closesOwnLine { lines.removeLast() }
    if opensOwnLine { lines.removeFirst() }
    return lines
  }

  private static func split(_ content: Span, in bytes: [UInt8]) -> [Span] {
    var lines: [Span] = []
    var start = content.start
    var index = start
    while index < content.end {
      if bytes[index].isLineEnd {
        lines.append(Span(start, index))
        if bytes[index] == .carriageReturn, index + 1 < content.end, bytes[index + 1] == .lineFeed { index += 1 }
        start = index + 1
      }
      index += 1
    }
    return lines + [Span(start, content.end)]
  }

  private static func isBlank(_ line: Span, in bytes: [UInt8]) -> Bool {
    bytes[line.start..<line.end].allSatisfy(\.isBlank)
  }

  private static func commonIndentation(of lines: [Span], in bytes: [UInt8]) -> [UInt8] {
    guard let first = lines.first else { return [] }
    var common = Array(bytes[first.start..<first.end].prefix(while: \.isBlank))
    for line in lines.dropFirst() {
      let shared = zip(common, bytes[line.start..<line.end]).prefix { $0 == $1 }.count
      common.removeLast(common.count - shared)
    }
    return common
  }

  private static func strip(_ line: Span, _ indentation: [UInt8], in bytes: [UInt8]) -> Span {
    let shared = zip(indentation, bytes[line.start..<line.end]).prefix { $0 == $1 }.count
    return Span(line.start + shared, line.end)
  }
}
