public import Foundation
public import WhetCore

/// The part of a definition between `<!-- whet:begin -->` and `<!-- whet:end -->`, each alone on its line.
///
/// Markers count in Markdown text only: in front matter, code fences and longer comments they are ordinary text.
public enum ManagedSection {
  /// Where the section lies.
  public struct Location: Sendable, Hashable {
    /// Byte offsets of both marker lines and all between, without the end marker's line end.
    public let range: Range<Int>
    /// Byte offsets of what stands between the marker lines, with its line ends.
    public let content: Range<Int>
    /// The begin marker's line, from 1.
    public let beginLine: Int
    /// The end marker's line, from 1.
    public let endLine: Int
  }

  /// Finds the section; `nil` if the definition has none.
  ///
  /// - Parameter file: the name errors carry.
  /// - Throws: `WhetError` with code `section.damaged` or `section.doubled`, and the line.
  public static func locate(in definition: Data, file: String = "definition") throws(WhetError) -> Location? {
    try scan(DefinitionLayout([UInt8](definition)), file: file).section
  }

  /// The section's words with `\n` line ends and without a final one; `nil` if the definition has no section.
  ///
  /// - Throws: as `locate(in:file:)`.
  public static func text(in definition: Data, file: String = "definition") throws(WhetError) -> String? {
    guard let location = try locate(in: definition, file: file) else { return nil }
    return normalised(String(decoding: [UInt8](definition)[location.content], as: UTF8.self))
  }

  struct Scan {
    var section: Location?
    /// Where a block begins that the definition never closes; a section after it would be part of it.
    var openBlockStart: Int?
  }

  static func scan(_ layout: DefinitionLayout, file: String) throws(WhetError) -> Scan {
    var context = MarkdownContext()
    var begin: Int?
    var found: Location?
    for index in layout.bodyLines {
      let content = layout.bytes[layout.lines[index].content]
      guard context.readsAsText(content), let marker = SectionMarker(line: content) else { continue }
      switch (marker, begin) {
      case (.begin, nil) where found == nil: begin = index
      case (.end, let first?):
        found = location(from: first, to: index, in: layout)
        begin = nil
      default: throw fault(marker, begin: begin, found: found, at: index, file: file)
      }
    }
    if let begin {
      throw damaged("the managed section that begins here has no end marker", at: begin, file: file)
    }
    return Scan(section: found, openBlockStart: context.openBlockStart)
  }

  private static func location(from first: Int, to last: Int, in layout: DefinitionLayout) -> Location {
    let (begin, end) = (layout.lines[first], layout.lines[last])
    return Location(
      range: begin.start..<end.contentEnd, content: begin.end..<end.start, beginLine: first + 1, endLine: last + 1)
  }

  private static func fault(
    _ marker: SectionMarker, begin: Int?, found: Location?, at index: Int, file: String
  ) -> WhetError {
    switch (marker, begin, found) {
    case (.damaged, _, _): return damaged("this marker of the managed section is damaged", at: index, file: file)
    case (.end, _, nil):
      return damaged("this end marker has no begin marker before it", at: index, file: file)
    case (_, let begin?, _):
      return damaged(
        "a second begin marker follows the one on line \(begin + 1) before it has ended", at: index, file: file)
    default:
      let first = found.map { ", the first is on line \($0.beginLine)" } ?? ""
      return WhetError(
        .sectionDoubled, "a second managed section begins or ends here\(first)",
        at: SourceLocation(file: file, line: index + 1), advice: "remove one of the two sections, markers included")
    }
  }

  private static func damaged(_ message: String, at index: Int, file: String) -> WhetError {
    WhetError(
      .sectionDamaged, message, at: SourceLocation(file: file, line: index + 1),
      advice: "the markers are '\(SectionMarker.beginText)' and '\(SectionMarker.endText)', each alone on its line")
  }

  /// Line ends made `\n`, trailing ones removed.
  static func normalised(_ text: String) -> String {
    var bytes: [UInt8] = []
    var afterReturn = false
    for byte in text.utf8 {
      if byte == 0x0D || !(byte == 0x0A && afterReturn) { bytes.append(byte == 0x0D ? 0x0A : byte) }
      afterReturn = byte == 0x0D
    }
    while bytes.last == 0x0A { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
