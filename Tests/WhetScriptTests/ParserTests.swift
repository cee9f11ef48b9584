import Testing
import WhetCore

@testable import WhetScript

@Suite struct `The parser` {
  @Test(arguments: [
    ("agent list", ["word(agent) word(list)"]),
    ("a; b\nc", ["word(a)", "word(b)", "word(c)"]),
    ("a # note\n# more\nb", ["word(a)", "word(b)"]),
    ("a issue#3", ["word(a) word(issue#3)"]),
    ("a --mode batch --yes", ["word(a) flag(mode false -) word(batch) flag(yes false -)"]),
    ("a --mode=batch --x = 'y'", ["word(a) flag(mode true word(batch)) flag(x true string(\"y\"))"]),
    ("a --x=--y --z=-1", ["word(a) flag(x true word(--y)) flag(z true integer(-1 -1))"]),
    (
      "a 1 -2 3.5 1e3 007 10s 1.5h 500ms",
      [
        "word(a) integer(1 1) integer(-2 -2) number(3.5 3.5) number(1000.0 1e3) integer(7 007) "
          + "duration(10.0 seconds 10s) duration(5400.0 seconds 1.5h) duration(0.5 seconds 500ms)"
      ]
    ),
    (
      "a 3/5 1.2.3 10x 99999999999999999999",
      ["word(a) word(3/5) word(1.2.3) word(10x) word(99999999999999999999)"]
    ),
    (
      "a ../x/y.py ~/z a=b http://x.y/?q=1&r=2",
      ["word(a) word(../x/y.py) word(~/z) word(a=b) word(http://x.y/?q=1&r=2)"]
    ),
    (#"a 'r\n"' "q\n\"\u{e9}\$\\'""#, [#"word(a) string("r\\n\"") string("q\n\"é$\\\'")"#]),
    ("a @f.txt @'g h' --x=@i", ["word(a) file(\"f.txt\") file(\"g h\") flag(x true file(\"i\"))"]),
    (
      "a [1, b , 'c',] {k: v, \"two words\": [x:y]}",
      [
        #"word(a) list(["integer(1 1)", "word(b)", "string(\"c\")"]) "#
          + #"record(["\"k\": word(v)", "\"two words\": list([\"word(x:y)\"])"])"#
      ]
    ),
    ("a [\n1, # one\n2\n]\nb", [#"word(a) list(["integer(1 1)", "integer(2 2)"])"#, "word(b)"]),
    (
      "a -- b --c=d -e @f 'g h' -- 1",
      [
        #"word(a) rest["word(b)", "word(--c=d)", "word(-e)", "word(@f)", "string(\"g h\")", "word(--)", "integer(1 1)"]"#
      ]
    ),
    (
      "a > out.json\nb | json\nc -- d > e",
      [
        "word(a) to(word(out.json))", "word(b) as(word(json))", #"word(c) rest["word(d)"] to(word(e))"#,
      ]
    ),
    ("a,b --columns x,y", ["word(a,b) flag(columns false -) word(x,y)"]),
    ("\u{FEFF}#!/usr/bin/env whet\r\nagent list\r\n", ["word(agent) word(list)"]),
    ("agent show émile 日本", ["word(agent) word(show) word(émile) word(日本)"]),
    ("", []), ("\n ; ;\n#x", []),
  ])
  func `reads a command as it is written`(text: String, expected: [String]) {
    let script = parse(text)
    #expect(script.diagnostics == [])
    #expect(tree(script) == expected)
  }

  @Test(arguments: [
    (#"a """one line""""#, "one line"),
    ("a \"\"\"\n  first\n    second\n  \"\"\"", "first\n  second"),
    ("a \"\"\"\n    first\n    second\n  \"\"\"", "  first\n  second"),
    ("a \"\"\"\r\n  x\r\n\r\n  y\r\n  \"\"\"", "x\n\ny"),
    ("a \"\"\"\n  say \"hi\" \\\"\"\" \\t.\n\"\"\"", "  say \"hi\" \"\"\" \t."),
    ("a \"\"\"begins\n  here\"\"\"", "begins\nhere"),
    ("a \"\"\"\n\n  \"\"\"", ""),
    ("a \"\"\"\n\n\n\"\"\"", "\n"),
  ])
  func `removes the indentation a block shares`(text: String, expected: String) {
    let script = parse(text)
    #expect(script.diagnostics == [])
    #expect(tree(script) == ["word(a) string(\(expected.debugDescription))"])
  }

  @Test(arguments: [
    ("a 'x", DiagnosticCode.unterminatedString), ("a \"x", .unterminatedString), ("a \"\"\"x\ny", .unterminatedString),
    ("a \"\\q\"", .unknownEscape), ("a \"\\u{110000}\"", .unknownEscape), ("a \"\\u{}\"", .unknownEscape),
    ("a \0", .controlCharacter), ("a b\u{1B}[0m", .controlCharacter), ("a 'x\u{202E}y'", .controlCharacter),
    ("a # \u{202E}", .controlCharacter), ("a\u{A0}b", .invisibleCharacter), ("a “b”", .unexpectedCharacter),
    ("a <b", .unexpectedCharacter), ("a b\\ c", .unexpectedCharacter), ("a && b", .unexpectedCharacter),
    ("a $", .unexpectedCharacter),
    ("a \\\nb", .lineContinuation), ("'a' b", .expectedStatement), ("--x", .expectedStatement),
    ("} a", .expectedStatement), ("$x = 1", .expectedStatement), ("x == 1", .expectedStatement),
    ("a --x=", .expectedValue), ("a @", .expectedValue), ("a >", .expectedValue), ("a > [1]", .expectedValue),
    ("a )", .expectedValue), ("a -- [x]", .expectedValue), ("a | ", .expectedFormat), ("a > b c", .expectedEnd),
    ("a | json > b", .expectedEnd), ("a [1 2]", .expectedSeparator), ("a {k v}", .expectedSeparator),
    ("a {[1]: 2}", .expectedKey), ("a {k: 1, k: 2}", .duplicateKey), ("a 'b''c'", .missingSpace),
    ("a b'c'", .missingSpace), ("a [1, ", .unclosed), ("a {k: 1", .unclosed),
    ("a " + String(repeating: "[", count: 70), .tooDeep),
  ])
  func `reports one fault with its code and goes on at the next line`(text: String, code: DiagnosticCode) {
    let script = parse(text)
    #expect(script.diagnostics.map(\.code).first == code)
    #expect(script.diagnostics.count == 1 || text.contains("“"))
    let isWholeRest = script.isIncomplete || text.contains("[[")
    let more = parse(text + "\nlater on")
    #expect(isWholeRest || tree(more).last == "word(later) word(on)")
  }

  @Test func `says where the text is not UTF-8`() {
    let script = Parser.parse(SourceText(name: "x", bytes: Array("agent ".utf8) + [0xFF, 0xFE, 0x0A]))
    #expect(script.diagnostics.map(\.code) == [.invalidUTF8])
    #expect(script.source.location(of: script.diagnostics[0].span.start).column == 7)
  }

  @Test(arguments: [
    ("a [", true), ("a {k:", true), ("a \"\"\"x", true), ("a (b", true), ("if $x {", true),
    ("a", false), ("a 'x", false), ("a [1]", false), ("", false),
  ])
  func `knows a text that a further line could complete`(text: String, isIncomplete: Bool) {
    #expect(parse(text).isIncomplete == isIncomplete)
  }

  @Test func `stops after twenty faults`() {
    let script = parse(String(repeating: "a 'x\n", count: 1000))
    #expect(script.diagnostics.count == 21)
    #expect(script.diagnostics.last?.code == .tooManyFaults)
  }

  @Test func `gives every part its span`() throws {
    let script = parse("  train é --mode=batch")
    guard case .command(let command) = try #require(script.statements.first) else { return }
    #expect(command.items.map { script.source.text(of: $0.span) } == ["train", "é", "--mode=batch"])
    #expect(script.source.text(of: command.span) == "train é --mode=batch")
    #expect(script.source.location(of: command.items[2].span.start).column == 11)
  }
}
