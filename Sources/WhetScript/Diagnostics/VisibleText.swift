/// Source text made safe to print: what a terminal would act on or not show becomes `\u{..}`.
public enum VisibleText {
  /// One character as a reader should see it.
  public static func visible(_ character: Character) -> String {
    if character == "\r\n" { return "\\r\\n" }
    guard character.unicodeScalars.contains(where: mustShow) else { return String(character) }
    return character.unicodeScalars.map { mustShow($0) ? "\\u{\(String($0.value, radix: 16))}" : String($0) }.joined()
  }

  /// A short piece of source text for the middle of a sentence, cut to `limit` characters.
  public static func quoted(_ text: String, limit: Int = 60) -> String {
    let cut = text.prefix(limit).map(visible).joined()
    return text.count > limit ? cut + "..." : cut
  }

  /// Whether a terminal would act on the character or show nothing for it.
  static func mustShow(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Zero-width joiners hold emoji together and are shown as they are.
    case 0x200C, 0x200D: false
    case 0x09, 0x0A, 0x0D, 0xE0000...0xE0FFF: true
    default: SuspectScalar.isRefusedInWord(scalar) || scalar.value == 0x200E || scalar.value == 0x200F
    }
  }
}
