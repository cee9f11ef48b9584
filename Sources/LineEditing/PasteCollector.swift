/// Collects a bracketed paste up to its end mark, `ESC [ 201 ~`.
struct PasteCollector {
  /// Bytes of the largest paste that is taken; every key draws the whole line.
  static let limit = 1 << 20
  private static let endMark = Array("\u{1B}[201~".utf8)

  private var bytes: [UInt8] = []
  /// Nothing of the paste is kept then.
  private(set) var isTooLarge = false

  /// Takes bytes; returns those after the end mark once it is there.
  mutating func push(_ chunk: [UInt8]) -> [UInt8]? {
    let searchStart = max(0, bytes.count - Self.endMark.count + 1)
    bytes += chunk
    var place = searchStart
    while place + Self.endMark.count <= bytes.count {
      if bytes[place] == 0x1B, bytes[place...].starts(with: Self.endMark) {
        let rest = Array(bytes[(place + Self.endMark.count)...])
        bytes.removeSubrange(place...)
        if isTooLarge || place > Self.limit { (isTooLarge, bytes) = (true, []) }
        return rest
      }
      place += 1
    }
    // What is behind the limit may be the beginning of the end mark.
    if isTooLarge || bytes.count >= Self.limit + Self.endMark.count {
      isTooLarge = true
      bytes.removeFirst(max(0, bytes.count - Self.endMark.count + 1))
    }
    return nil
  }

  /// What was pasted: CR and CR LF as LF, other control characters than TAB left out, no line end at the end.
  var text: String {
    var text = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      defer { previous = scalar }
      switch scalar.value {
      case 0x0D: text.append("\n")
      case 0x0A: if previous != "\r" { text.append("\n") }
      case 0x09, 0x20...0x7E, 0xA0...: text.append(scalar)
      default: break
      }
    }
    while text.last == "\n" { text.removeLast() }
    return String(text)
  }
}
