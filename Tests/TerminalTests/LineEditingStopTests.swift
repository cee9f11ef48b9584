import Glibc
import Testing

extension `Editing a line on a terminal` {
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
