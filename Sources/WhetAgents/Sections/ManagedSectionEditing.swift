public import Foundation
public import WhetCore

extension ManagedSection {
  /// The definition with its section replaced, or added if it has none; every other byte stays.
  ///
  /// A new section goes to the end, after one empty line; where the text ends in a block that is never closed it goes
  /// before that block. It takes the line end that prevails outside the section. A text without a final newline
  /// gets a section without one, which is how `removing(from:file:)` knows to take both separating newlines away.
  /// - Parameter text: Markdown; its own line ends do not matter.
  /// - Throws: `WhetError` with code `section.damaged` or `section.doubled` for the definition, and
  ///   `section.text-invalid` for a text that would hide or imitate a marker.
  public static func replacing(
    _ text: String, in definition: Data, file: String = "definition"
  ) throws(WhetError) -> Data {
    let words = normalised(text)
    try check(words)
    let layout = DefinitionLayout([UInt8](definition))
    let scan = try scan(layout, file: file)
    let lineEnd = prevailingEnd(of: layout, outside: scan.section).bytes
    let section = rendered(words, lineEnd: lineEnd)
    if let old = scan.section {
      return Data(layout.bytes[..<old.range.lowerBound] + section + layout.bytes[old.range.upperBound...])
    }
    return Data(inserting(section, at: scan.openBlockStart, in: layout, lineEnd: lineEnd))
  }

  /// The definition without its section and without the empty line whet put before it.
  ///
  /// Undoes `replacing(_:in:file:)` of a definition without a section byte for byte.
  /// - Throws: as `locate(in:file:)`.
  public static func removing(from definition: Data, file: String = "definition") throws(WhetError) -> Data {
    let layout = DefinitionLayout([UInt8](definition))
    guard let section = try scan(layout, file: file).section else { return definition }
    let separator = layout.bytes[layout.lines[section.beginLine - 1].lineEnd]
    let lineEnd = layout.lines[section.endLine - 1].lineEnd
    var before = layout.bytes[layout.textStart..<section.range.lowerBound]
    if lineEnd.isEmpty {
      if before.suffix(2 * separator.count).elementsEqual(separator + separator) {
        before = before.dropLast(2 * separator.count)
      }
    } else if before.suffix(separator.count).elementsEqual(separator),
      before.dropLast(separator.count).last == 0x0A
    {
      before = before.dropLast(separator.count)
    }
    let after = layout.bytes[(section.range.upperBound + lineEnd.count)...]
    return Data(layout.bytes[..<layout.textStart] + before + after)
  }

  private static func inserting(
    _ section: [UInt8], at openBlockStart: Int?, in layout: DefinitionLayout, lineEnd: [UInt8]
  ) -> [UInt8] {
    let place = openBlockStart ?? layout.bytes.count
    let before = layout.bytes[..<place]
    let parts: [[UInt8]] =
      if place == layout.textStart {
        [section, lineEnd]
      } else if before.last == 0x0A {
        [lineEnd, section, lineEnd]
      } else {
        [lineEnd, lineEnd, section]
      }
    return Array(before) + parts.joined() + layout.bytes[place...]
  }

  private static func rendered(_ words: String, lineEnd: [UInt8]) -> [UInt8] {
    var section = Array(SectionMarker.beginText.utf8)
    for line in words.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) where !words.isEmpty {
      section += lineEnd
      section += line
    }
    section += lineEnd
    section += SectionMarker.endText.utf8
    return section
  }

  /// The section itself has no vote, so that replacing it twice gives what replacing it once gives.
  private static func prevailingEnd(of layout: DefinitionLayout, outside section: Location?) -> LineEnding {
    guard let section else { return ByteLines.prevailingEnd(of: layout.lines) }
    let others = Array(layout.lines[..<(section.beginLine - 1)]) + Array(layout.lines[(section.endLine - 1)...])
    return ByteLines.prevailingEnd(of: others)
  }

  /// Refuses words that could not be found again, or could pass for a marker.
  private static func check(_ words: String) throws(WhetError) {
    let bytes = Array(words.utf8)
    var context = MarkdownContext()
    for (index, line) in ByteLines.split(bytes).enumerated() {
      let content = bytes[line.content]
      let place = SourceLocation(file: "managed section", line: index + 1)
      if content.contains(0) { throw WhetError(.sectionTextInvalid, "the text holds a NUL character", at: place) }
      if context.readsAsText(content), SectionMarker(line: content) != nil {
        throw WhetError(
          .sectionTextInvalid, "the text holds a marker of the managed section", at: place,
          advice: "put it into a code fence")
      }
    }
    if context.openBlockStart != nil {
      throw WhetError(.sectionTextInvalid, "the text ends inside a code block or comment that it never closes")
    }
  }
}
