import Testing
import WhetCore

@testable import WhetScript

@Suite struct `Diagnostics` {
  private func rendered(_ text: String, _ diagnostics: [Diagnostic]) -> [String] {
    let renderer = DiagnosticRenderer(
      source: SourceText(name: "s.whet", text: text), width: { ("\u{1100}"..."\u{FFFF}").contains($0) ? 2 : 1 })
    return diagnostics.map(renderer.text)
  }

  @Test func `put the caret under wide characters`() {
    let text = "# 1\nagent show 日本 'x"
    #expect(
      rendered(text, parse(text).diagnostics) == [
        """
        s.whet:2:15: error: the string has no closing ' on its line [script.unterminated-string]
          2 | agent show 日本 'x
            |                 ^~
        """
      ])
  }

  @Test func `show the place of a note on another line`() {
    let text = "a [1,\n2 3]"
    #expect(
      rendered(text, parse(text).diagnostics) == [
        """
        s.whet:2:3: error: ',' or ']' was expected [script.expected-separator]
          2 | 2 3]
            |   ^
            = s.whet:1:3: opened here
          1 | a [1,
            |   ^
        """
      ])
  }

  @Test func `never print a control character`() {
    let text = "a \u{1B}]0;x\u{7} \u{202E}'\u{1B}[2J"
    for line in rendered(text, parse(text).diagnostics) {
      #expect(line.unicodeScalars.allSatisfy { $0 == "\n" || !SuspectScalar.isRefusedInText($0) })
    }
  }

  @Test func `cut a long line around the fault`() {
    let text = "a " + String(repeating: "b", count: 5000) + " 'x" + String(repeating: "c", count: 5000)
    let lines = rendered(text, parse(text).diagnostics)[0].split(separator: "\n")
    #expect(lines.allSatisfy { $0.count < 130 })
    #expect(lines[1].contains(" 'x"))
  }

  @Test func `have a form for programs`() {
    let text = "agnet list"
    let diagnostics = bind(text).diagnostics
    #expect(
      diagnostics[0].json(in: SourceText(name: "s", text: text)).json() == """
        {"code":"command.unknown","severity":"error","message":"there is no command 'agnet'","file":"s","line":1,\
        "column":1,"endLine":1,"endColumn":6,"suggestion":"agent list","notes":[{"message":"'help' lists the commands"}]}
        """)
  }

  @Test func `become one error with the others in it`() throws {
    let script = parse("a 'x\nb 'y")
    let error = try #require(script.diagnostics.error(in: script.source))
    #expect(error.code == DiagnosticCode.unterminatedString.errorCode)
    #expect(error.exitCode == .script)
    #expect(error.location == SourceLocation(file: "test.whet", line: 1, column: 3))
    #expect(error.others.map(\.location?.line) == [2])
  }

  @Test func `count lines by each kind of line end and columns in characters`() {
    let source = SourceText(name: "x", text: "a\r\nb\rc\ne\u{301}f")
    #expect(source.lineCount == 4)
    #expect(source.location(of: 7).description == "x:4:1")
    #expect(source.location(of: 10).description == "x:4:2")
    #expect(source.text(of: source.line(1)) == "a")
  }

  @Test(arguments: [
    ("", "", 0), ("abc", "", 3), ("kitten", "sitting", 3), ("ab", "ba", 1), ("ca", "abc", 3), ("same", "same", 0),
  ])
  func `measure how far apart two names are`(left: String, right: String, distance: Int) {
    #expect(DidYouMean.distance(Array(left), Array(right)) == distance)
    #expect(DidYouMean.distance(Array(right), Array(left)) == distance)
  }

  @Test func `have codes of one form`() {
    for code in DiagnosticCode.allCases {
      #expect(code.rawValue.wholeMatch(of: /(script|command)\.[a-z0-9-]+/) != nil)
    }
  }
}
