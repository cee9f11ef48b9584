import Testing

@testable import WhetTerminal

/// Numbers from a seed (SplitMix64), so that a failing case can be run again.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

struct SanitiserTests {
  @Test(
    arguments: [
      ("plain\ttext\n", "plain\ttext\n"),
      ("a\r\nb", "a\nb"),
      ("a\rb\r", #"a\u{0D}b\u{0D}"#),
      ("a\r\r\nb", "a\\u{0D}\nb"),
      ("\u{1B}[31mred\u{1B}[0m", #"\u{1B}[31mred\u{1B}[0m"#),
      ("\u{0}\u{7}\u{8}\u{7F}\u{85}\u{9B}", #"\u{00}\u{07}\u{08}\u{7F}\u{85}\u{9B}"#),
      ("a\u{202E}b\u{2066}c\u{2069}", #"a\u{202E}b\u{2066}c\u{2069}"#),
      ("\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}\u{AD}", #"\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}\u{AD}"#),
      ("\u{200E}\u{200F}\u{61C}", #"\u{200E}\u{200F}\u{61C}"#),
      ("\u{2028}\u{2029}", #"\u{2028}\u{2029}"#),
      ("\u{E0041}\u{E007F}\u{E0100}", #"\u{E0041}\u{E007F}\u{E0100}"#),
      ("e\u{301} ü 漢 🙂 ❤\u{FE0F} नि", "e\u{301} ü 漢 🙂 ❤\u{FE0F} नि"),
      ("\u{600}\u{A0}", "\u{600}\u{A0}"),
    ])
  func `what acts unseen is written out and the rest is kept`(_ text: String, _ visible: String) {
    #expect(Sanitiser.visible(text).unicodeScalars.elementsEqual(visible.unicodeScalars))
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `no control passes, whatever the text and however it is cut`(_ seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let scalars = (0..<300).map { _ in Self.scalar(using: &generator) }
    let text = String(String.UnicodeScalarView(scalars))
    let whole = Sanitiser.visible(text)
    #expect(whole.unicodeScalars.allSatisfy { !Sanitiser.isHidden($0) })
    #expect(
      whole.unicodeScalars.allSatisfy {
        $0.properties.generalCategory != .control || "\t\n".unicodeScalars.contains($0)
      })
    #expect(Sanitiser.visible(whole) == whole)

    var byScalars = Sanitiser()
    var byBytes = Sanitiser()
    var joined = ""
    var joinedBytes = ""
    var rest = scalars[...]
    while !rest.isEmpty {
      let chunk = rest.prefix(Int.random(in: 1...5, using: &generator))
      rest = rest.dropFirst(chunk.count)
      joined += byScalars.push(String(String.UnicodeScalarView(chunk)))
    }
    for byte in text.utf8 { joinedBytes += byBytes.push(utf8: [byte]) }
    #expect((joined + byScalars.finish()).utf8.elementsEqual(whole.utf8))
    #expect((joinedBytes + byBytes.finish()).utf8.elementsEqual(whole.utf8))
  }

  private static func scalar(using generator: inout SeededGenerator) -> Unicode.Scalar {
    let ranges: [ClosedRange<UInt32>] = [
      0...0x9F, 0x0A...0x0D, 0x2000...0x206F, 0x20...0x7E, 0...0x10FFFF, 0xE0000...0xE01FF,
    ]
    let range = ranges[Int.random(in: 0..<ranges.count, using: &generator)]
    return Unicode.Scalar(UInt32.random(in: range, using: &generator)) ?? "\u{FFFD}"
  }

  @Test(
    arguments: [
      ([0xFF, 0x61], "\u{FFFD}a"), ([0xC3], "\u{FFFD}"), ([0xE6, 0xBC], "\u{FFFD}"),
      ([0x80, 0x80, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
      ([0xC2, 0x9B], #"\u{9B}"#),
    ])
  func `invalid bytes become the replacement character`(_ bytes: [UInt8], _ visible: String) {
    var sanitiser = Sanitiser()
    let start = sanitiser.push(utf8: bytes)
    #expect(start + sanitiser.finish() == visible)
  }
}
