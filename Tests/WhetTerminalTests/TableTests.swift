import Testing

@testable import WhetTerminal

struct TableTests {
  let table = Table(
    ["agent", "score", "note"],
    rows: [["engineer", "72.5", "fine"], ["qa", "n/a", "漢字 and more"], ["ops", "-3"]])

  @Test func `numbers stand at the right, text at the left, trailing spaces are left out`() {
    #expect(
      table.lines(width: nil) == [
        "agent     score  note",
        "────────  ─────  ─────────────",
        "engineer   72.5  fine",
        "qa          n/a  漢字 and more",
        "ops          -3",
      ])
  }

  @Test func `the widest text column gives way first`() {
    #expect(
      table.lines(width: 26) == [
        "agent     score  note",
        "────────  ─────  ─────────",
        "engineer   72.5  fine",
        "qa          n/a  漢字 and…",
        "ops          -3",
      ])
  }

  @Test func `the last column can wrap`() {
    #expect(
      table.lines(width: 25, overflow: .wrapLast) == [
        "agent     score  note",
        "────────  ─────  ────────",
        "engineer   72.5  fine",
        "qa          n/a  漢字 and",
        "                 more",
        "ops          -3",
      ])
  }

  @Test func `a table that cannot fit is given one field on a line`() {
    #expect(
      table.lines(width: 20) == [
        "── 1 ──",
        "agent  engineer",
        "score  72.5",
        "note   fine",
        "── 2 ──",
        "agent  qa",
        "score  n/a",
        "note   漢字 and more",
        "── 3 ──",
        "agent  ops",
        "score  -3",
        "note",
      ])
  }

  @Test func `cells are made safe and stay on their row`() {
    let table = Table(["a", "b"], rows: [["x\ny\tz", "\u{1B}[2J"]])
    #expect(table.lines(width: 80).last == #"x ↵ y  z  \u{1B}[2J"#)
    #expect(table.expandedLines(width: nil) == ["a  x", "   y    z", #"b  \u{1B}[2J"#])
  }

  @Test func `style does not change the width`() {
    let table = Table(columns: [.init("a"), .init("b")], rows: [[.init("x", style: .red), "y"]])
    #expect(table.lines(width: 80, painter: Painter(isOn: true)).last?.printable == "\u{1B}[31mx\u{1B}[0m  y")
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `no row is wider than the terminal`(_ seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let alphabet = Array("ab 漢🙂\n\té1234567890")
    let rows = (0..<5).map { _ in
      (0..<4).map { _ in
        String(
          (0..<Int.random(in: 0...40, using: &generator)).compactMap { _ in alphabet.randomElement(using: &generator) })
      }
    }
    let table = Table(["one", "two", "three", "漢字"], rows: rows)
    for width in stride(from: 12, through: 90, by: 6) {
      for overflow in [Table.Overflow.truncate, .wrapLast] {
        let widest = table.lines(width: width, overflow: overflow).map(\.columns).max() ?? 0
        #expect(widest <= width)
      }
    }
  }

  @Test(
    arguments: [
      ("1", true), ("-1.5", true), ("+3", true), ("12 %", true), ("1,234", true), (".5", true), ("1e-3", true),
    ]
      + [("", false), ("-", false), ("v1", false), ("1a", false), ("0x10", false), ("inf", false), ("%", false)])
  func `a number is a decimal number`(_ text: String, _ isNumber: Bool) {
    #expect(TableLayout.isNumber(text) == isNumber)
  }

  @Test func `a table without rows shows its head, one without columns nothing`() {
    #expect(Table(["a"], rows: []).lines(width: 10) == ["a", "─"])
    #expect(Table([], rows: [["x"]]).lines(width: 10) == [])
  }
}
