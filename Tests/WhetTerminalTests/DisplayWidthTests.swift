import Testing

@testable import WhetTerminal

struct DisplayWidthTests {
  @Test(
    arguments: [
      ("", 0), ("abc", 3), ("ä", 1), ("e\u{301}", 1), ("漢字", 4), ("ｱ", 1), ("Ａ", 2), ("한", 2), ("한", 2),
      ("🙂", 2), ("👩‍💻", 2), ("👍🏽", 2), ("🇩🇪", 2), ("❤", 1), ("❤\u{FE0F}", 2), ("⌚", 2), ("⌚\u{FE0E}", 2),
      ("1\u{FE0F}\u{20E3}", 2), ("…", 1), ("─", 1), ("\u{7}", 0), ("\r\n", 0), ("\u{200B}", 0), ("\u{1FAE9}", 2),
      ("\u{20000}", 2), ("ก็", 1), ("नि", 2), ("กำ", 2), ("\u{93F}", 1),
    ])
  func `a text takes its columns`(_ text: String, _ columns: Int) {
    #expect(DisplayWidth.columns(of: text) == columns)
  }

  @Test(arguments: [("abc", 3, "abc"), ("abcd", 3, "ab…"), ("漢字", 3, "漢…"), ("漢字", 2, "…"), ("ab", 0, ""), ("", 0, "")])
  func `a text is cut to fit, never inside a wide character`(_ text: String, _ limit: Int, _ cut: String) {
    #expect(DisplayWidth.truncated(text, to: limit) == cut)
    #expect(DisplayWidth.columns(of: cut) <= limit)
  }

  @Test func `filling up counts columns`() {
    #expect(DisplayWidth.padded("漢", to: 4) == "漢  ")
    #expect(DisplayWidth.padded("漢", to: 4, leading: true) == "  漢")
    #expect(DisplayWidth.padded("abc", to: 2) == "abc")
  }

  @Test(
    arguments: [
      ("one two three", 7, ["one two", "three"]), ("abcdefgh", 3, ["abc", "def", "gh"]), ("a\n\nb", 9, ["a", "", "b"]),
      ("", 5, [""]), ("  indented words here", 10, ["  indented", "words here"]), ("漢字漢字", 5, ["漢字", "漢字"]),
      ("ab   cd", 4, ["ab", "cd"]), ("see https://a.example/x", 8, ["see", "https://", "a.exampl", "e/x"]),
    ])
  func `rows break between words`(_ text: String, _ width: Int, _ rows: [String]) {
    #expect(TextWrap.lines(text, width: width).map(\.printable) == rows)
  }
}
