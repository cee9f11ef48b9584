/// Makes text of foreign origin safe to print: nothing in it can move the cursor, colour, hide or reorder text.
///
/// Kept: printable characters, TAB, LF, and one variation selector U+FE0E or U+FE0F directly behind an emoji that
/// it can change (behind a digit, `#` or `*` only U+FE0F within a keycap), so that no series of them carries hidden
/// data. CR LF becomes LF. Every other scalar that acts without being seen is written out as `\u{HEX}` (two digits
/// or more), the form the script language reads: C0, DEL and C1 controls, bidirectional controls, zero-width and
/// other default-ignorable scalars, format characters, line and paragraph separators, tag characters, interlinear
/// annotation marks. A zero-width joiner is shown too, so that a joined emoji falls apart.
///
/// The type works on scalars. A value of it keeps the state of one stream: a CR at the end of one chunk and
/// its LF at the start of the next are one line end, and bytes of one character may arrive apart.
public struct Sanitiser: Sendable {
  /// How a scalar that must be seen is written.
  enum Escapes: Sendable {
    /// `\u{HEX}`, as in the script language.
    case script
    /// `\uXXXX`, of UTF-16 units.
    case json
  }

  private let escapes: Escapes
  private var pendingReturn = false
  /// A U+FE0F behind a digit, kept if U+20E3 follows.
  private var pendingSelector = false
  private var last: Unicode.Scalar = "\n"
  private var pendingBytes: [UInt8] = []

  /// A sanitiser at the start of a stream.
  public init() { self.init(escapes: .script) }

  init(escapes: Escapes) { self.escapes = escapes }

  /// A complete text made safe. Safe text comes back unchanged; applying it twice changes nothing more.
  public static func visible(_ text: String) -> String { visible(text, escapes: .script) }

  static func visible(_ text: String, escapes: Escapes) -> String {
    if text.utf8.allSatisfy(isPlain) { return text }
    var sanitiser = Sanitiser(escapes: escapes)
    let start = sanitiser.push(text)
    return start + sanitiser.finish()
  }

  /// Takes the next chunk of the stream and returns what can be printed of it.
  public mutating func push(_ chunk: String) -> String {
    var output = ""
    output.unicodeScalars.reserveCapacity(chunk.utf8.count)
    for scalar in chunk.unicodeScalars { append(scalar, to: &output) }
    return output
  }

  /// Takes the next bytes of a UTF-8 stream and returns what can be printed of them.
  ///
  /// A character cut by the chunk's end is held back until its rest arrives; invalid bytes become U+FFFD.
  public mutating func push(utf8 bytes: some Sequence<UInt8>) -> String {
    pendingBytes += bytes
    let complete = pendingBytes.count - Self.incompleteTail(of: pendingBytes)
    let chunk = String(decoding: pendingBytes[..<complete], as: UTF8.self)
    pendingBytes.removeFirst(complete)
    return push(chunk)
  }

  /// Ends the stream and returns what was held back. The value can then be used for another stream.
  public mutating func finish() -> String {
    let rest = String(decoding: pendingBytes, as: UTF8.self)
    pendingBytes = []
    var output = push(rest)
    flush(before: nil, to: &output)
    last = "\n"
    return output
  }

  private mutating func append(_ scalar: Unicode.Scalar, to output: inout String) {
    flush(before: scalar, to: &output)
    switch scalar {
    case "\r": pendingReturn = true
    case "\u{FE0F}" where last.isASCII && last.properties.isEmoji: pendingSelector = true
    case "\u{FE0E}" where !Self.isChanged(last), "\u{FE0F}" where !Self.isChanged(last):
      output += escaped(scalar)
    default:
      if Self.isHidden(scalar) { output += escaped(scalar) } else { output.unicodeScalars.append(scalar) }
    }
    last = scalar
  }

  /// Decides on what was held back, knowing what follows it.
  private mutating func flush(before next: Unicode.Scalar?, to output: inout String) {
    if pendingReturn, next != "\n" { output += escaped("\r") }
    if pendingSelector, next == "\u{20E3}" {
      output += "\u{FE0F}"
    } else if pendingSelector {
      output += escaped("\u{FE0F}")
    }
    (pendingReturn, pendingSelector) = (false, false)
  }

  /// Whether a variation selector may change how the scalar before it is shown.
  private static func isChanged(_ scalar: Unicode.Scalar) -> Bool { !scalar.isASCII && scalar.properties.isEmoji }

  /// Whether a scalar has an effect without being seen, so that it must be written out.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0xFE0E, 0xFE0F: false
    case 0x20...0x7E: false
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x2028, 0x2029: true
    // Signs that stand over the number or letters that follow: format characters, but to be seen.
    case 0x0600...0x0605, 0x06DD, 0x070F, 0x0890...0x0891, 0x08E2, 0x110BD, 0x110CD: false
    default:
      scalar.properties.generalCategory == .format || scalar.properties.isDefaultIgnorableCodePoint
        || scalar.properties.isNoncharacterCodePoint
    }
  }

  private func escaped(_ scalar: Unicode.Scalar) -> String {
    switch escapes {
    case .script:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "\\u{\(digits.count < 2 ? "0" : "")\(digits)}"
    case .json:
      return scalar.utf16.map { unit in
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }.joined()
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (byte >= 0x20 && byte < 0x7F) || byte == 0x09 || byte == 0x0A
  }

  /// How many bytes at the end are the beginning of a character that is not complete: 0 to 3.
  private static func incompleteTail(of bytes: [UInt8]) -> Int {
    for length in 1...3 where length <= bytes.count {
      let byte = bytes[bytes.count - length]
      if byte & 0xC0 == 0x80 { continue }
      let needed = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return needed > length ? length : 0
    }
    return 0
  }
}
