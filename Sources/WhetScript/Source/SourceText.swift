public import WhetCore

/// The text of one script, one `-c` command, one prompt line or one command line, and where its lines begin.
///
/// Lines end with LF, CR LF or CR. Bytes that are not UTF-8 are replaced by U+FFFD and the first of them is remembered.
public struct SourceText: Sendable {
  /// What a diagnostic calls this text: a path, `<stdin>`, `<prompt>`, `-c`.
  public let name: String
  /// Valid UTF-8.
  public let bytes: [UInt8]
  /// Where what stands for the first byte that was not UTF-8 begins, `nil` for clean text.
  public let firstInvalidByte: Int?
  private let lineStarts: [Int]

  /// Takes a text that is already decoded.
  public init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// Decodes the content of a file.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    let repaired = Array(String(decoding: bytes, as: UTF8.self).utf8)
    firstInvalidByte = repaired == bytes ? nil : Self.firstDifference(repaired, bytes)
    self.bytes = repaired
    lineStarts = Self.lineStarts(of: repaired)
  }

  /// The number of lines, at least 1.
  public var lineCount: Int { lineStarts.count }

  /// The text of a span; a span outside the text is cut to it.
  public func text(of span: Span) -> String {
    let start = min(max(span.start, 0), bytes.count)
    return String(decoding: bytes[start..<min(max(span.end, start), bytes.count)], as: UTF8.self)
  }

  /// The number of the line that holds a byte, from 1; O(log lines).
  public func lineNumber(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The span of a line without its line end; `number` counts from 1.
  public func line(_ number: Int) -> Span {
    let start = lineStarts[min(max(number, 1), lineStarts.count) - 1]
    var end = number < lineStarts.count ? lineStarts[max(number, 1)] : bytes.count
    while end > start, bytes[end - 1] == .lineFeed || bytes[end - 1] == .carriageReturn { end -= 1 }
    return Span(start, end)
  }

  /// Line and column, both from 1; the column counts characters as a reader sees them (grapheme clusters).
  public func location(of offset: Int) -> SourceLocation {
    let number = lineNumber(at: offset)
    let start = line(number).start
    return SourceLocation(file: name, line: number, column: text(of: Span(start, offset)).count + 1)
  }

  /// Where the U+FFFD begins that stands for the first byte that was not UTF-8; it may begin with the same bytes.
  private static func firstDifference(_ repaired: [UInt8], _ bytes: [UInt8]) -> Int {
    var offset = zip(repaired, bytes).enumerated().first { $1.0 != $1.1 }?.offset ?? max(repaired.count - 1, 0)
    while offset > 0, repaired[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  private static func lineStarts(of bytes: [UInt8]) -> [Int] {
    var starts = [0]
    for (index, byte) in bytes.enumerated() {
      let endsLine =
        byte == .lineFeed
        || byte == .carriageReturn && (index + 1 == bytes.count || bytes[index + 1] != .lineFeed)
      if endsLine { starts.append(index + 1) }
    }
    return starts
  }
}
