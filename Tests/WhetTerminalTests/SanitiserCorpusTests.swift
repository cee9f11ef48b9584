import Foundation
import Testing

@testable import WhetTerminal

struct SanitiserCorpusTests {
  @Test(arguments: HostileTexts.all)
  func `a hostile text is shown and does nothing`(_ effect: String, _ text: String) {
    let visible = Sanitiser.visible(text)
    #expect(Self.acting(in: visible).isEmpty, "\(effect)")
    #expect(visible != text)
    #expect(Sanitiser.visible(visible).utf8.elementsEqual(visible.utf8))
  }

  @Test(arguments: HostileTexts.all)
  func `it may be cut at any byte`(_ effect: String, _ text: String) {
    let whole = TerminalText(text)
    let bytes = Array(text.utf8)
    for cut in 0...bytes.count {
      var stream = TerminalText.Stream()
      let parts = [stream.push(utf8: bytes[..<cut]), stream.push(utf8: bytes[cut...]), stream.finish()]
      #expect(parts.joined() == whole, "\(effect), cut at \(cut)")
    }
    var stream = TerminalText.Stream()
    let single = bytes.map { stream.push(utf8: [$0]) } + [stream.finish()]
    #expect(single.joined() == whole, "\(effect), byte by byte")
  }

  @Test(arguments: HostileTexts.all)
  func `every way to make a text for a terminal makes it safe`(_ effect: String, _ text: String) {
    let painter = Painter(isOn: true)
    let table = Table(["a"], rows: [[text]])
    let texts: [TerminalText] =
      [
        TerminalText(text), TerminalText(line: text), "\(text)", "a\(text)b", painter.paint("\(text)", .red),
        TerminalText(json: text),
      ] + table.lines(width: 20) + table.expandedLines(width: 20) + TextWrap.lines(text, width: 9)
      + TextDiff(old: text, new: "b" + text).unified(oldName: text, newName: text)
      + Plot(title: text, values: [1, 2]).lines()
    for shown in texts { #expect(Self.acting(in: shown.plain).isEmpty, "\(effect): \(shown.plain.debugDescription)") }
  }

  @Test(arguments: HostileTexts.all)
  func `in JSON it stays the same value`(_ effect: String, _ text: String) throws {
    let encoder = JSONEncoder()
    let json = String(decoding: try encoder.encode([text]), as: UTF8.self)
    let shown = TerminalText(json: json).printable
    #expect(Self.acting(in: shown).isEmpty)
    let read = try JSONDecoder().decode([String].self, from: Data(shown.utf8))
    #expect(read.first?.unicodeScalars.elementsEqual(text.unicodeScalars) == true, "\(effect)")
  }

  @Test(
    arguments: [
      "❤\u{FE0F} ☎\u{FE0E} 1\u{FE0F}\u{20E3} #\u{FE0F}\u{20E3}", "🇩🇪 👍🏽 🙂", "é e\u{301} ก็ नि 한 漢字",
      "שלום and العربية", "\u{A0}\u{3000}", "\u{1F3F4}",
    ])
  func `what is seen stays`(_ text: String) {
    #expect(Sanitiser.visible(text).utf8.elementsEqual(text.utf8))
  }

  @Test func `selectors behind visible characters carry at most one bit each`() {
    let text = String(repeating: "❤\u{FE0F}\u{FE0E}", count: 3)
    #expect(Sanitiser.visible(text) == String(repeating: "❤\u{FE0F}\\u{FE0E}", count: 3))
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `random bytes never act, however they are cut`(_ seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let likely: [UInt8] = [
      0x1B, 0x5B, 0x5D, 0x07, 0x0D, 0x0A, 0xC2, 0x9B, 0xE2, 0x80, 0xAE, 0xEF, 0xB8, 0x8F, 0xF3, 0xA0,
    ]
    let bytes = (0..<200).map { _ in
      Bool.random(using: &generator)
        ? likely.randomElement(using: &generator) ?? 0 : UInt8.random(in: 0...255, using: &generator)
    }
    var stream = TerminalText.Stream()
    var parts: [TerminalText] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let chunk = rest.prefix(Int.random(in: 1...4, using: &generator))
      rest = rest.dropFirst(chunk.count)
      parts.append(stream.push(utf8: chunk))
    }
    var whole = TerminalText.Stream()
    #expect((parts + [stream.finish()]).joined() == whole.push(utf8: bytes) + whole.finish())
    #expect(Self.acting(in: parts.joined().printable).isEmpty)
  }

  /// What a terminal would act on, or a reader would not see.
  private static func acting(in text: String) -> [Unicode.Scalar] {
    var last: Unicode.Scalar = "\n"
    return text.unicodeScalars.filter { scalar in
      defer { last = scalar }
      if scalar == "\t" || scalar == "\n" { return false }
      if scalar == "\u{FE0F}" || scalar == "\u{FE0E}" { return !last.properties.isEmoji }
      // The one prepended sign, the abbreviation mark of Syriac, that random bytes make; it is to be seen.
      if scalar == "\u{70F}" { return false }
      return [.control, .format, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
        || scalar.properties.isDefaultIgnorableCodePoint
    }
  }
}
