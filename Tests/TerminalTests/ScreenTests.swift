import Testing

/// The screen that the terminal tests read.
struct `A test's screen` {
  private func screen(_ text: String, columns: Int = 10, rows: Int = 4) -> Screen {
    var screen = Screen(columns: columns, rows: rows)
    screen.take(Array(text.utf8))
    return screen
  }

  @Test(
    arguments: [
      ("ab\r\ncd", ["ab", "cd", "", ""]),
      ("1234567890x", ["1234567890", "x", "", ""]),
      ("123456789漢", ["123456789", "漢", "", ""]),
      ("漢字\u{08}\u{08}x", ["漢x", "", "", ""]),
      ("e\u{301}x", ["e\u{301}x", "", "", ""]),
      ("ab\u{1B}7\u{1B}[2mcd\u{1B}8x", ["abxd", "", "", ""]),
      ("abc\r\u{1B}[1P", ["bc", "", "", ""]),
      ("bc\r\u{1B}[4ha\u{1B}[4l", ["abc", "", "", ""]),
      ("ab\u{1B}[?1049h\u{1B}[Hpage\u{1B}[?1049lc", ["abc", "", "", ""]),
      ("a\r\nb\r\nc\r\nd\r\ne", ["b", "c", "d", "e"]),
      ("a\r\nb\u{1B}[H\u{1B}[J", ["", "", "", ""]),
    ])
  func `shows what a terminal shows`(_ text: String, _ lines: [String]) {
    let screen = screen(text)
    #expect(screen.lines == lines)
    #expect(screen.strange == [])
  }

  @Test func `knows which text is dimmed`() {
    let screen = screen("a\u{1B}[2mbc\u{1B}[0md\r\u{1B}[C")
    #expect(screen.showsDim("bc"))
    #expect(!screen.showsDim("abc"))
    #expect(screen.dimBehindCursor == "bc")
    #expect(screen.behindCursor == "bcd")
  }

  @Test(
    arguments: [
      "\u{1B}]0;title\u{07}", "\u{1B}]52;c;eA==\u{1B}\\", "\u{1B}c", "\u{1B}[35m", "\u{1B}[38;5;9m", "\u{1B}[5n",
      "\u{1B}[?1000h", "\u{9B}", "\u{01}", "\u{1B}[2;3r", "\u{1B}P$q\u{1B}\\",
    ])
  func `keeps what whet never sends`(_ text: String) {
    #expect(!screen(text).strange.isEmpty)
  }

  @Test func `keeps the cursor's row when it gets smaller`() {
    var screen = screen("a\r\nb\r\nc")
    screen.resize(columns: 5, rows: 2)
    #expect(screen.lines == ["b", "c"])
    #expect(screen.currentLine == "c")
  }
}
