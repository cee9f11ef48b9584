import Foundation
import Testing

/// What other shells do on the same store is told at this one's prompt.
@Suite(.timeLimit(.minutes(2)), .serialized) struct `News of other shells` {
  private static let corrections = #"""
    {"id":"first","agent":"engineer","task":"read it","original":"a == None",\#
    "corrected":"a is None","language":"python"}

    """#

  @Test func `a run that ends elsewhere is told above the half-typed line`() throws {
    let terminal = try Terminal(corrections: Self.corrections)
    try terminal.run("strategy list")
    terminal.type("train engin")
    try terminal.wait(for: "what was typed") { $0.currentLine == "whet> train engin" }
    try terminal.runElsewhere("train engineer")
    try terminal.wait(for: "the news") { $0.text.contains("run r2 of engineer finished in another shell") }
    try terminal.wait(for: "the line") { $0.currentLine == "whet> train engin" }
    terminal.type("eer\r")
    try terminal.wait(for: "run r3 of engineer")
    try terminal.waitForPrompt()
    // Of one's own runs nothing is told.
    #expect(terminal.screen.text.matches(of: /in another shell/).count == 1)
  }

  @Test func `runs that end elsewhere while a command runs are told before the next prompt`() throws {
    let terminal = try Terminal(corrections: Self.corrections)
    try terminal.run("correction list")
    try terminal.startWaiting()
    try terminal.runElsewhere("train engineer", "train engineer")
    try terminal.letGo()
    try terminal.wait(for: "both runs") {
      $0.text.contains("run r2 of engineer finished in another shell")
        && $0.text.contains("run r3 of engineer finished in another shell") && $0.currentLine == "whet> "
    }
  }
}
