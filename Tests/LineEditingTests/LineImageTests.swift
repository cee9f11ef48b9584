import Testing
import WhetTerminal

@testable import LineEditing

struct LineUnitTests {
  /// What each unit shows, and how many scalars it stands for.
  static func shown(_ text: String) -> [String] {
    LineUnit.units(of: Array(text.unicodeScalars)).map { unit in
      switch unit.form {
      case .cells(let cells): "\(cells.map(\.text).joined())/\(cells.reduce(0) { $0 + $1.columns })/\(unit.scalarCount)"
      case .lineEnd: "LF"
      case .tab: "TAB"
      }
    }
  }

  @Test(
    arguments: [
      ("a漢é", ["a/1/1", "漢/2/1", "é/1/1"]),
      ("e\u{301}x", ["e\u{301}/1/2", "x/1/1"]),
      ("👍🏽", ["👍🏽/2/2"]),
      ("👩‍👩‍👧!", ["👩‍👩‍👧/2/5", "!/1/1"]),
      ("❤️", ["❤️/2/2"]),
      ("🇩🇪", ["🇩🇪/2/2"]),
      ("a\n\tb", ["a/1/1", "LF", "TAB", "b/1/1"]),
      ("\u{1B}", [#"\u{1B}/6/1"#]),
      ("\r\n", [#"\u{0D}/6/1"#, "LF"]),
      ("a\u{202E}b", ["a/1/1", #"\u{202E}/8/1"#, "b/1/1"]),
      ("a\u{200D}b", ["a/1/1", #"\u{200D}/8/1"#, "b/1/1"]),
      ("👩\u{200D}", ["👩/2/1", #"\u{200D}/8/1"#]),
      ("漢\u{200B}字", ["漢/2/1", #"\u{200B}/8/1"#, "字/2/1"]),
      ("\u{E0041}", [#"\u{E0041}/9/1"#]),
      ("\n漢\t👍", ["LF", "漢/2/1", "TAB", "👍/2/1"]),
      ("\u{301}", ["\u{25CC}\u{301}/1/1"]),
      ("निx", ["नि/2/2", "x/1/1"]),
    ])
  func `a character is one unit, and what acts unseen is written out`(_ text: String, _ units: [String]) {
    EditorLocale.useUTF8()
    #expect(Self.shown(text) == units)
  }

  @Test(
    arguments: [
      ("", 0, 0, 0), ("ab", 1, 1, 1), ("ae\u{301}b", 3, 2, 1), ("ae\u{301}b", 1, 1, 2), ("x👩‍👩‍👧", 6, 5, 0),
      ("ae\u{301}b", 2, 1, 1),
    ])
  func `left, right and deletion take whole characters`(_ text: String, _ cursor: Int, _ before: Int, _ after: Int) {
    let line = EditedLine(text, cursor: cursor)
    #expect(line.previousCount == before)
    #expect(line.nextCount == after)
  }

  @Test(
    arguments: [
      ("ab\ncd", 4, -3, nil), ("ab\ncd", 1, nil, 3), ("abc\nd\nefg", 9, -4, nil), ("abc\nd\nefg", 3, nil, 2),
      ("abc", 1, nil, nil), ("\n\n", 1, -1, 1),
    ])
  func `up and down keep the column in a line of several rows`(
    _ text: String, _ cursor: Int, _ above: Int?, _ below: Int?
  ) {
    let line = EditedLine(text, cursor: cursor)
    #expect(line.stepToRow(before: true) == above)
    #expect(line.stepToRow(before: false) == below)
  }
}

struct LineImageTests {
  func image(_ text: String, cursor: Int? = nil, prompt: TerminalText = "") -> LineImage {
    EditorLocale.useUTF8()
    let line = EditedLine(text, cursor: cursor)
    return LineImage(
      prompt: EditorPrompt(prompt).units, line: LineUnit.units(of: line.scalars), cursor: line.cursor, width: 10)
  }

  @Test(
    arguments: [
      ("", 0, 0), ("12345", 0, 5), ("1234567890", 1, 0), ("123456789漢", 1, 2), ("a\nb", 1, 1), ("a\tb", 0, 9),
      ("1234567890\nb", 1, 1), ("\u{1B}x", 0, 7), ("123456\u{1B}", 1, 2), ("e\u{301}x", 0, 2),
    ])
  func `a text ends where it should on ten columns`(_ text: String, _ row: Int, _ column: Int) {
    let image = image(text)
    #expect(image.cursor == (row, column))
    #expect(image.rows.count == row + 1)
  }

  @Test func `the cursor before a wide character that does not fit is in the next row`() {
    #expect(image("123456789漢", cursor: 9).cursor == (1, 0))
    #expect(image("1234567890漢", cursor: 10).cursor == (1, 0))
    #expect(image("12345", cursor: 2).cursor == (0, 2))
  }

  @Test func `a prompt keeps its styles and counts only what is seen`() {
    let image = image("x", prompt: Painter(isOn: true).paint("w", .bold) + "> ")
    #expect(image.cursor == (0, 4))
    #expect(image.rows[0].cells.map(\.style) == ["\u{1B}[1m", "", "", ""])
    #expect(EditorPrompt("a\u{1B}[2Jb").plain == #"a\u{1B}[2Jb"#)
  }
}
