/// Texts that would act on a terminal, or hide something, if they were printed as they are.
enum HostileTexts {
  /// What each does, and the bytes.
  static let all: [(effect: String, text: String)] = [colours, controls, strings, eightBit, unseen, selectors].flatMap {
    $0
  }

  static let colours: [(effect: String, text: String)] = [
    ("colours what follows", "\u{1B}[31mred"), ("hides what follows", "\u{1B}[8mhidden\u{1B}[28m"),
    ("a colour with colons", "\u{1B}[38:2::255:0:0mx"), ("blinks", "\u{1B}[5m"), ("a reset", "\u{1B}[m"),
  ]

  static let controls: [(effect: String, text: String)] = [
    ("clears the screen", "\u{1B}[2J\u{1B}[H"), ("moves up and writes over", "ok\u{1B}[1A\u{1B}[2Kbad"),
    ("overwrites its line", "rm -rf ~\rls      "), ("erases by backspace", "bad\u{8}\u{8}\u{8}ok "),
    ("asks for a report", "\u{1B}[5n\u{1B}[6n\u{1B}[c"), ("another screen", "\u{1B}[?1049h"),
    ("hides the cursor", "\u{1B}[?25l"), ("marks pastes", "\u{1B}[?2004h"), ("ends a paste", "\u{1B}[201~rm\r"),
    ("mouse reports", "\u{1B}[?1000h\u{1B}[?1006h"), ("resets", "\u{1B}c"), ("another character set", "\u{1B}(0lqk"),
    ("shifts out", "\u{E}abc\u{F}"), ("scrolls", "\u{1B}D\u{1B}M"), ("saves the cursor", "\u{1B}7\u{1B}8"),
    ("a sequence cut off", "\u{1B}["), ("a lone escape", "\u{1B}"), ("cancels", "\u{1B}[31\u{18}m\u{1A}"),
    ("a control in a sequence", "\u{1B}[3\u{8}1m"), ("a bell, NUL and DEL", "\u{7}\u{0}\u{7F}"),
    ("feeds", "a\u{B}b\u{C}c"), ("a tab stop", "\u{1B}H"), ("asks for a name", "\u{5}"),
    ("resizes the window", "\u{1B}[8;1;1t"), ("reports the title", "\u{1B}[21t"), ("a soft reset", "\u{1B}[!p"),
    ("media copy", "\u{1B}[5i"), ("keys report otherwise", "\u{1B}[>4;2m\u{1B}[>1u"),
  ]

  static let strings: [(effect: String, text: String)] = [
    ("sets the title", "\u{1B}]0;owned\u{7}"), ("sets the title, ended by ST", "\u{1B}]2;owned\u{1B}\\"),
    ("a link", "\u{1B}]8;;https://evil.example\u{1B}\\text\u{1B}]8;;\u{1B}\\"),
    ("writes the clipboard", "\u{1B}]52;c;cm0gLXJmIH4K\u{7}"), ("reads the clipboard", "\u{1B}]52;c;?\u{7}"),
    ("changes colours", "\u{1B}]4;1;#000000\u{7}\u{1B}]11;#ffffff\u{7}"), ("notifies", "\u{1B}]9;hello\u{7}"),
    ("a file", "\u{1B}]1337;File=inline=1:AAAA\u{7}"), ("the working folder", "\u{1B}]7;file:///evil\u{7}"),
    ("a prompt mark", "\u{1B}]133;A\u{7}"), ("DCS", "\u{1B}P$q\"p\u{1B}\\"), ("Sixel", "\u{1B}Pq#0;2;0;0;0~-\u{1B}\\"),
    ("APC", "\u{1B}_Gf=24;AAAA\u{1B}\\"), ("PM", "\u{1B}^secret\u{1B}\\"), ("SOS", "\u{1B}Xstring\u{1B}\\"),
    ("passed through tmux", "\u{1B}Ptmux;\u{1B}\u{1B}]52;c;AA==\u{7}\u{1B}\\"), ("a string never ended", "\u{1B}]0;x"),
    ("screen's title", "\u{1B}kowned\u{1B}\\"),
  ]

  static let eightBit = [
    ("CSI", "\u{9B}31mred"), ("OSC and ST", "\u{9D}0;owned\u{9C}"), ("DCS", "\u{90}q~\u{9C}"),
    ("APC", "\u{9F}G\u{9C}"), ("PM", "\u{9E}x\u{9C}"), ("SOS", "\u{98}x\u{9C}"), ("NEL and IND", "a\u{85}b\u{84}"),
  ]

  static let unseen: [(effect: String, text: String)] = [
    ("reads backwards", "access\u{202E}\u{2066}// check\u{2069} \u{2066}"),
    ("embeds", "\u{202A}\u{202B}\u{202C}\u{202D}"),
    ("isolates", "\u{2067}\u{2068}\u{2069}"), ("marks of direction", "\u{200E}\u{200F}\u{61C}"),
    ("no width", "pass\u{200B}word\u{200C}\u{2060}\u{FEFF}"), ("joins", "👩\u{200D}💻"), ("a soft hyphen", "a\u{AD}b"),
    ("tags that spell words", "🏴\u{E0067}\u{E0062}\u{E007F} \u{E0001}\u{E0069}"), ("line ends", "a\u{2028}b\u{2029}c"),
    ("a joiner of graphemes", "a\u{34F}b"), ("fillers", "\u{3164}\u{FFA0}\u{115F}\u{1160}"),
    ("invisible operators", "\u{2061}\u{2062}\u{2063}\u{2064}"), ("old shaping", "\u{206A}\u{206F}"),
    ("notes between lines", "\u{FFF9}a\u{FFFA}b\u{FFFB}"), ("a vowel separator", "\u{180E}\u{180B}"),
    ("musical controls", "\u{1D173}\u{1D17A}"), ("shorthand controls", "\u{1BCA0}"), ("joins hieroglyphs", "\u{13430}"),
  ]

  static let selectors: [(effect: String, text: String)] = [
    ("bytes in selectors", "a\u{FE00}\u{FE0D}\u{E0100}\u{E01EF}"),
    ("bits in selectors", "x\u{FE0E}\u{FE0F}\u{FE0F}\u{FE0E}"),
    ("bits behind an emoji", "❤\u{FE0F}\u{FE0E}\u{FE0F}"), ("bits behind digits", "1\u{FE0F}1\u{FE0E}1\u{FE0F}"),
    ("a selector first", "\u{FE0F}a"), ("behind a line end", "\n\u{FE0F}"),
  ]
}
