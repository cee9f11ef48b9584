/// Columns that text takes on a terminal with a fixed-width font.
///
/// A character takes two columns when it is shown as an emoji (emoji presentation, a zero-width joiner or
/// U+FE0F inside it); otherwise it is as wide as its widest scalar by East Asian Width (UAX #11, W and F are
/// two columns, ambiguous is one), and one column wider, up to two, with a spacing mark. Control characters and combining marks take none, so measure text after
/// the `Sanitiser`, not before; a tab has no width of its own and counts as none.
public enum DisplayWidth {
  /// Columns of a whole text in one row. O(n); printable ASCII takes a fast path.
  public static func columns(of text: some StringProtocol) -> Int {
    if let plain = text.utf8.withContiguousStorageIfAvailable(isPrintableASCII), plain {
      return text.utf8.count
    }
    return text.reduce(0) { $0 + columns(of: $1) }
  }

  /// Columns of one character: 0, 1 or 2.
  public static func columns(of character: Character) -> Int {
    if let value = character.asciiValue { return value >= 0x20 && value < 0x7F ? 1 : 0 }
    if isEmoji(character.unicodeScalars) { return 2 }
    var (widest, marks) = (0, 0)
    for scalar in character.unicodeScalars {
      if isSpacingMark(scalar) { marks += 1 } else { widest = max(widest, columns(of: scalar)) }
    }
    return min(2, widest + marks)
  }

  /// The longest beginning of a text that fits, with `…` as its last column if anything was cut off.
  ///
  /// - Parameter limit: columns available; 0 or less gives an empty text.
  public static func truncated(_ text: String, to limit: Int) -> String {
    guard columns(of: text) > limit else { return text }
    guard limit > 0 else { return "" }
    return prefix(of: text, columns: limit - 1) + "…"
  }

  /// The longest beginning of a text that takes at most `limit` columns; a wide character is never cut in two.
  public static func prefix(of text: some StringProtocol, columns limit: Int) -> String {
    var used = 0
    var kept = ""
    for character in text {
      used += columns(of: character)
      if used > limit { break }
      kept.append(character)
    }
    return kept
  }

  /// The text filled up with spaces to `width` columns; longer text stays as it is.
  public static func padded(_ text: String, to width: Int, leading: Bool = false) -> String {
    let fill = String(repeating: " ", count: max(0, width - columns(of: text)))
    return leading ? fill + text : text + fill
  }

  private static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .control, .nonspacingMark, .enclosingMark, .lineSeparator, .paragraphSeparator, .surrogate: return 0
    default: break
    }
    if scalar.properties.isDefaultIgnorableCodePoint, scalar.value != 0xAD { return 0 }
    return WideScalars.contains(scalar) ? 2 : 1
  }

  /// Marks that stand beside their letter. Thai and Lao AM are letters by category, but join like marks.
  private static func isSpacingMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .spacingMark || scalar.value == 0xE33 || scalar.value == 0xEB3
  }

  private static func isEmoji(_ scalars: Character.UnicodeScalarView) -> Bool {
    guard let first = scalars.first else { return false }
    if scalars.count == 1 { return first.properties.isEmojiPresentation }
    if scalars.contains(where: { $0.value == 0xFE0E }) { return false }
    return scalars.contains { $0.value == 0xFE0F || $0.properties.isEmojiPresentation }
      || (first.properties.isEmoji && scalars.contains { $0.value == 0x200D })
  }

  private static func isPrintableASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }
}
