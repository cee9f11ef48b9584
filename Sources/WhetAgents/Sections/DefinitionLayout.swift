import WhetCore

/// Where the parts of a definition lie in its bytes.
struct DefinitionLayout {
  let bytes: [UInt8]
  let lines: [ByteLine]
  /// The lines of the front matter with both `---` lines; `nil` if there is none or it is not closed.
  let frontMatter: Range<Int>?
  let hasUnclosedFrontMatter: Bool

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let hasMark = bytes.starts(with: ByteLines.byteOrderMark)
    lines = ByteLines.split(bytes, from: hasMark ? ByteLines.byteOrderMark.count : 0)
    guard let first = lines.first, Self.isRule(bytes[first.content]) else {
      frontMatter = nil
      hasUnclosedFrontMatter = false
      return
    }
    frontMatter = Self.closingLine(of: lines, in: bytes).map { 0..<$0 + 1 }
    hasUnclosedFrontMatter = frontMatter == nil
  }

  /// Where the text begins, after a byte-order mark.
  var textStart: Int { lines.first?.start ?? bytes.count }

  /// Where the prompt begins, after the front matter.
  var bodyStart: Int {
    guard let frontMatter else { return textStart }
    return lines[frontMatter.upperBound - 1].end
  }

  /// The indices of the prompt's lines.
  var bodyLines: Range<Int> { (frontMatter?.upperBound ?? 0)..<lines.count }

  private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    line.withoutTrailingBlanks.elementsEqual("---".utf8)
  }

  /// A rule behind a managed section belongs to the section's examples: it does not close front matter that the
  /// user left open, else deploying would change what the file means.
  private static func closingLine(of lines: [ByteLine], in bytes: [UInt8]) -> Int? {
    for index in lines.indices.dropFirst() {
      let line = bytes[lines[index].content]
      if isRule(line) { return index }
      if line.indentation == 0, SectionMarker(line: line) == .begin { return nil }
    }
    return nil
  }
}
