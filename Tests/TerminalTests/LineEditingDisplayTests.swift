import Testing
import WhetTerminal

@testable import LineEditing

/// The bytes of the display on a screen: whatever was shown before, the screen is that of the last image.
struct `A display of lines` {
  /// Small and repeatable: SplitMix64.
  private struct Random: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }

  private static let pieces = [
    "a", "b", "word ", " ", "漢", "字", "e\u{301}", "👍🏽", "👩‍👩‍👧", "❤️", "🇩🇪", "\n", "\t", "\u{1B}", "\u{202E}", "0123456789",
  ]

  private func image(_ line: EditedLine, _ width: Int) -> LineImage {
    LineImage(
      prompt: EditorPrompt(Painter(isOn: true).paint("w", .bold) + "> ").units,
      line: LineUnit.units(of: line.scalars), cursor: line.cursor, width: width)
  }

  /// The rows of an image on its own, on a terminal that is high enough.
  private func rows(of image: LineImage, _ width: Int) -> [String] {
    var display = LineDisplay()
    var screen = Screen(columns: width, rows: image.rows.count + 1)
    screen.take(Array(display.show(image, size: TerminalSize(columns: width, rows: image.rows.count + 1)).utf8))
    return Array(screen.lines.prefix(image.rows.count))
  }

  @Test(arguments: 0..<60)
  func `shows the last image whatever was there before`(seed: Int) {
    EditorLocale.useUTF8()
    var random = Random(state: UInt64(seed))
    let size = TerminalSize(
      columns: Int.random(in: 4...24, using: &random), rows: Int.random(in: 3...12, using: &random))
    var display = LineDisplay()
    var screen = Screen(columns: size.columns, rows: size.rows + 3)
    var line = EditedLine()
    for _ in 0..<60 {
      switch Int.random(in: 0..<6, using: &random) {
      case 0 where !line.scalars.isEmpty: line.scalars.removeSubrange(line.cursor - line.previousCount..<line.cursor)
      case 1: line.cursor = Int.random(in: 0...line.scalars.count, using: &random)
      default:
        let piece = Self.pieces.randomElement(using: &random) ?? "a"
        line.scalars.insert(contentsOf: piece.unicodeScalars, at: line.cursor)
        line.cursor += piece.unicodeScalars.count
      }
      line.cursor = min(line.cursor, line.scalars.count)
      let image = image(line, size.columns)
      screen.take(Array(display.show(image, size: size).utf8))
      let window = rows(of: image, size.columns)[display.top...].prefix(size.rows)
      let first = screen.cursor.row - (image.cursor.row - display.top)
      #expect(Array(screen.lines[first...].prefix(window.count)) == Array(window), "\(line.text.debugDescription)")
      #expect(screen.lines[(first + window.count)...].joined().isEmpty)
      #expect(screen.cursor.column == image.cursor.column)
      #expect(screen.strange == [])
    }
  }

  @Test func `wraps so that a terminal knows the rows as one line`() {
    var display = LineDisplay()
    let size = TerminalSize(columns: 10, rows: 5)
    let bytes = display.show(image(EditedLine("012345678"), 10), size: size)
    #expect(bytes == "\u{1B}[1mw\u{1B}[0m> 01234567\r78\u{1B}[K")
  }

  @Test func `writes only what has changed`() {
    var display = LineDisplay()
    let size = TerminalSize(columns: 40, rows: 5)
    _ = display.show(image(EditedLine("train engine"), 40), size: size)
    #expect(display.show(image(EditedLine("train engineer"), 40), size: size) == "er")
    #expect(display.show(image(EditedLine("train engineer"), 40), size: size) == "")
    #expect(display.show(image(EditedLine("train enginee"), 40), size: size) == "\u{08}\u{1B}[K")
  }
}
