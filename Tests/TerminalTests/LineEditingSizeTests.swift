import Glibc
import Testing

extension `Editing a line on a terminal` {
  @Test func `a resize draws the line for the new size`() throws {
    let terminal = try Terminal(columns: 60)
    try terminal.waitForPrompt()
    terminal.type("strategy list --and 漢字")
    try terminal.wait(for: "the text") { $0.currentLine == "whet> strategy list --and 漢字" }
    terminal.resize(columns: 90, rows: 30)
    terminal.type("x")
    try terminal.wait(for: "the wider line") { $0.currentLine == "whet> strategy list --and 漢字x" }
    terminal.resize(columns: 40, rows: 10)
    terminal.type("y")
    try terminal.wait(for: "the narrower line") { $0.currentLine == "whet> strategy list --and 漢字xy" }
    #expect(terminal.screen.text.split(separator: "\n").filter { $0.contains("strategy") }.count == 1)
    terminal.type("\u{03}")
    try terminal.waitForPrompt()
    try Self.leave(terminal)
  }

  @Test(arguments: [SIGUSR1, SIGALRM, SIGTERM, SIGHUP])
  func `a signal at a half-typed line ends the program with the terminal as it was`(number: Int32) throws {
    let terminal = try Terminal()
    try terminal.waitForPrompt()
    terminal.type("half")
    try terminal.wait(for: "the text") { $0.currentLine == "whet> half" }
    terminal.signal(number)
    #expect(try terminal.end() == 128 + number)
    #expect(terminal.modes == terminal.modesBefore)
    #expect(String(decoding: terminal.bytes, as: UTF8.self).contains("\u{1B}[?2004l"))
  }
}
