import Testing
import WhetTerminal

struct ScreenFrameTests {
  @Test func `no picture has more rows or wider ones than the terminal`() {
    let text = (1...9).map { TerminalText("row \($0) " + String(repeating: "漢", count: 20)) }.joined(separator: "\n")
    let frame = ScreenFrame(text, size: TerminalSize(columns: 20, rows: 6))
    #expect(frame.rows.count == 5)
    #expect(frame.rows.allSatisfy { $0.columns <= 20 })
    #expect(frame.rows.last?.plain == "… and 5 more rows")
  }

  @Test func `a row that fits keeps its styles`() {
    let row = Painter(isOn: true).paint("short", .red)
    #expect(ScreenFrame(row, size: TerminalSize(columns: 5, rows: 4)).rows == [row])
  }
}
