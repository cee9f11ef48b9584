/// What a line of text means for the managed section.
enum SectionMarker: Equatable {
  case begin, end
  /// A comment that speaks to whet but is neither marker exactly.
  case damaged

  static let beginText = "<!-- whet:begin -->"
  static let endText = "<!-- whet:end -->"

  /// Reads a line, at most three spaces in; `nil` for a line that is no comment of whet's.
  init?(line: ArraySlice<UInt8>) {
    let indent = line.indentation
    guard indent <= 3 else { return nil }
    let text = line.dropFirst(indent).withoutTrailingBlanks
    if text.elementsEqual(Self.beginText.utf8) {
      self = .begin
    } else if text.elementsEqual(Self.endText.utf8) {
      self = .end
    } else if Self.speaksToWhet(text) {
      self = .damaged
    } else {
      return nil
    }
  }

  private static func speaksToWhet(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.starts(with: "<!--".utf8) else { return false }
    let word = text.dropFirst(4).drop { $0 == 0x2D || $0.isBlankByte }.prefix(5)
    return word.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }.elementsEqual("whet:".utf8)
  }
}
