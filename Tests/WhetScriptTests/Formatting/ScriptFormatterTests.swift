import Testing

@testable import WhetScript

@Suite struct `The formatter` {
  @Test(arguments: [
    ("agent   list", "agent list\n"),
    ("a;b", "a\nb\n"),
    ("a --x = 'y'", "a --x='y'\n"),
    ("# top\n\n\n\na # end  \n\n# last", "# top\n\na  # end\n\n# last\n"),
    ("a [1,\n # in\n 2] b", "a [\n  1,\n  # in\n  2,\n] b\n"),
    ("a {\"k\" : v} > f", "a {\"k\": v} > f\n"),
    ("a \"\"\"\n      x\n        y\n      \"\"\" b", "a \"\"\"\n  x\n    y\n  \"\"\" b\n"),
    ("a -- b   'c'|json", "a -- b 'c' | json\n"),
  ])
  func `writes the normal form`(text: String, expected: String) {
    #expect(ScriptFormatter.format(parse(text)) == expected)
    #expect(ScriptFormatter.format(parse(expected)) == expected)
  }

  @Test(arguments: [
    "", "a", "two words", "it's", "a\"b", "line\nfeed", "cr\r\nlf", "tab\t", "\u{1B}[31m", "${x}", "$x", "@file",
    "--flag", "-x",
    "5", "10s", "a;b", "a,b", "#x", "x#", "[1]", "{}", "(a)", "a>b", "a|b", "\\", "\\n", "é", "e\u{301}", "\u{202E}x",
    "\u{A0}", "“q”", "true", "=x", "&&", "\u{FEFF}", "👩‍👩‍👧",
  ])
  func `quotes any text so that it reads back as the same text`(text: String) throws {
    for command in [
      "x \(ScriptFormatter.literal(for: text))", "x --y=\(ScriptFormatter.literal(for: text))",
      "x \(ScriptFormatter.quoted(text))",
    ] {
      let script = parse(command)
      #expect(script.diagnostics == [])
      let binding = bind(command.replacingPrefix("x", with: "improve"))
      if command.hasPrefix("x --y") { continue }
      #expect(binding.command?.text("text") == text)
    }
  }
}

extension String {
  fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
    other + dropFirst(prefix.count)
  }
}
