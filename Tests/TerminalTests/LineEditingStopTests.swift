import Glibc
import Testing

extension `Editing a line on a terminal` {
  @Test func `Ctrl-Z where no shell could bring the program back leaves the line alive`() throws {
    let terminal = try Terminal()
    try terminal.waitForPrompt()
    terminal.type("strategy li")
    try terminal.wait(for: "what was typed") { $0.currentLine == "whet> strategy li" }
    terminal.type("\u{1A}")
    try terminal.wait(for: "the line again") { $0.cursor.row == 1 && $0.currentLine == "whet> strategy li" }
    terminal.type("\t")
    try terminal.wait(for: "the completion") { $0.currentLine == "whet> strategy list " }
    terminal.type("\u{03}")
    try terminal.waitForPrompt()
    try Self.leave(terminal)
  }

  @Test func `what was typed while a command ran stands in the next line once`() throws {
    let terminal = try Terminal()
    try terminal.startWaiting()
    terminal.type("strategy li")
    try terminal.wait(for: "strategy li")
    try terminal.letGo()
    try terminal.wait(for: "the line") { $0.currentLine == "whet> strategy li" }
    terminal.type("\u{1B}[D")
    try terminal.wait(for: "an arrow at its place") { $0.currentLine == "whet> strategy l" && $0.behindCursor == "i" }
    terminal.type("\u{03}")
    try terminal.waitForPrompt()
    try Self.leave(terminal)
  }
  @Test func `Ctrl-Z gives the terminal back to the shell, and fg brings the half-typed line`() throws {
    let terminal = try Terminal(isUnderShell: true)
    try terminal.waitForPrompt()
    terminal.type("strategy li")
    try terminal.wait(for: "what was typed") { $0.currentLine == "whet> strategy li" }
    try terminal.stop()
    #expect(terminal.screen.text.contains("Stopped"))
    terminal.bringBack()
    try terminal.wait(for: "the line") { $0.currentLine == "whet> strategy li" }
    terminal.type("st\r")
    try terminal.wait(for: "generic")
    try terminal.waitForPrompt()
    terminal.type("\u{04}")
    try terminal.waitForPrompt("$ ")
    #expect(terminal.screen.strange == [])
  }
}
