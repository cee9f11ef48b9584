import Testing
import WhetCore
import WhetTerminal

@testable import WhetShell

struct RenderingTests {
  private func text(_ result: CommandResult, width: Int? = nil) -> String {
    let rendered = ResultRenderer(width: width, painter: .plain).text(of: result)
    return width == nil ? rendered.inFile : rendered.onTerminal.printable
  }

  @Test func `a list is shown by its columns`() {
    let table = TableDescription(
      [.init("id"), .init("mean", "held.mean", .points), .init("pinned", nil, .mark)], whenEmpty: "none yet")
    let rows: [JSONValue] = [
      .record(["id": "r1", "held": .record(["mean": 12.04]), "pinned": true]),
      .record(["id": "r2", "held": nil, "pinned": false]),
    ]
    #expect(
      text(.list(rows, table)) == """
        id   mean  pinned
        ──  ─────  ──────
        r1  +12.0  yes
        r2    n/a

        """)
    #expect(text(.list([], table)) == "none yet\n")
  }

  @Test(arguments: [
    (CellFormat.score, JSONValue.number(99.96), "100.0"), (.score, .null, "n/a"), (.points, .number(-0.01), "0.0"),
    (.points, .number(3), "+3.0"), (.probability, .number(0.0312), "0.0312"), (.probability, .number(5e-9), "< 1e-7"),
    (.probability, .number(0.5), "0.500"), (.bytes, .integer(1_530_000), "1.5 MB"), (.bytes, .integer(12), "12 bytes"),
    (.list, .array(["a", "b"]), "a, b"), (.plain, .array(["a", "b"]), "2"), (.plain, .null, ""),
    (.plain, .bool(true), "yes"), (.plain, .number(2.5), "2.50"), (.state, .string("failed"), "failed"),
  ])
  func `values become cells`(format: CellFormat, value: JSONValue, expected: String) {
    #expect(format.cell(for: value).text == expected)
  }

  @Test(arguments: ["\u{1B}[2J", "\u{7}", "\u{202E}", "\u{9B}31m"])
  func `text from outside cannot act on a terminal`(attack: String) {
    let table = TableDescription([.init("id")], whenEmpty: "none")
    let blocks: [DocumentBlock] = [
      .heading("h" + attack), .paragraph("p" + attack), .fields([("n" + attack, "v" + attack)]),
      .verbatim("t" + attack),
      .difference(old: "a" + attack, new: "b" + attack, oldName: "o" + attack, newName: "n" + attack),
      .table(table, rows: [.record(["id": .string(attack)])]),
    ]
    let shown = [
      text(.list([.record(["id": .string(attack)])], table)), text(.text(attack)),
      text(CommandResult(.null, as: .document(blocks))),
      text(CommandResult(.null, as: .exact(attack)), width: 80),
      ErrorText(painter: .plain).text(of: WhetError(.notFound, attack, advice: attack)).printable,
      ErrorText(painter: .plain).note(TerminalText(attack)).printable,
    ].joined()
    for scalar in attack.unicodeScalars where scalar.value < 0x20 || scalar.value > 0x7E {
      #expect(!shown.unicodeScalars.contains(scalar))
    }
  }

  @Test func `exact text reaches a pipe byte for byte`() {
    let odd = "no end\r\n\u{FEFF}\u{1B}[0m"
    #expect(Array(text(CommandResult(.null, as: .exact(odd))).utf8) == Array(odd.utf8))
  }

  @Test func `a document stands in the width at hand`() {
    let words = String(repeating: "word ", count: 60)
    let shown = text(CommandResult(.null, as: .document([.heading("title"), .paragraph(words)])), width: 40)
    #expect(shown.split(separator: "\n").allSatisfy { DisplayWidth.columns(of: $0) <= 40 })
  }

  @Test func `an error has its place, code and advice, and what was found with it`() {
    var error = WhetError(.correctionInvalid, "bad", at: SourceLocation(file: "f", line: 2), advice: "mend it")
    error.others = [WhetError(.notFound, "worse")]
    #expect(
      ErrorText(painter: .plain).text(of: error) == """
        whet: f:2: bad [correction.invalid]
          mend it
        whet: worse [not-found]

        """)
  }
}
