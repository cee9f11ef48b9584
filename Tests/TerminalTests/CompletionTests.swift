import Foundation
import Testing

/// What the Tab key shows and inserts on a terminal.
@Suite(.timeLimit(.minutes(2)), .serialized) struct `Completion on a terminal` {
  private static let corrections = #"""
    {"id":"first","agent":"engineer","task":"read it","original":"a == None",\#
    "corrected":"a is None","language":"python"}
    {"id":"second","agent":"engineer","task":"write \u001b[2J it","original":"b == None",\#
    "corrected":"b is None","language":"python"}

    """#

  /// Types and waits until the line is what it should become.
  private func type(_ keys: String, _ terminal: Terminal, becomes line: String) throws {
    terminal.type(keys)
    try terminal.wait(for: line) { $0.currentLine == "whet> " + line }
  }

  /// Drops the line.
  private func clear(_ terminal: Terminal) throws {
    terminal.type("\u{03}")
    try terminal.waitForPrompt()
  }

  @Test func `a list shows each candidate with its description, and the line comes back`() throws {
    let terminal = try Terminal(corrections: Self.corrections)
    try terminal.waitForPrompt()
    terminal.type("correction \t\t")
    try terminal.wait(for: "Add the corrections of a JSON-lines file")
    try terminal.wait(for: "the line") { $0.currentLine == "whet> correction " }
    try type("show \t", terminal, becomes: "correction show ")
    try terminal.wait(for: "engineer: read it")
    #expect(terminal.screen.text.contains("last"))
    #expect(terminal.screen.text.contains("the newest, second"))
    try clear(terminal)
  }

  @Test func `variables, fields and enumerated values are completed`() throws {
    let terminal = try Terminal(corrections: Self.corrections)
    try terminal.run("let best = run show last")
    try type("echo $be\t", terminal, becomes: "echo $best")
    try type(".improvem\t", terminal, becomes: "echo $best.improvement")
    try clear(terminal)
    try type("echo \"it is ${be\t", terminal, becomes: "echo \"it is ${best")
    try clear(terminal)
    terminal.type("correction edit first --severity \t")
    try terminal.wait(for: "it did or could do harm")
    try type("cr\t", terminal, becomes: "correction edit first --severity critical ")
    try clear(terminal)
  }

  @Test func `an earlier line of the entry says where the next one stands`() throws {
    let terminal = try Terminal(corrections: Self.corrections)
    try terminal.waitForPrompt()
    terminal.type("for each in [1, 2] {\r")
    try terminal.wait(for: "the next line") { $0.currentLine == " ...> " }
    terminal.type("echo $ea\t")
    try terminal.wait(for: "the loop's variable") { $0.currentLine == " ...> echo $each" }
    try clear(terminal)
  }

  @Test func `file names are quoted as they need, and hostile ones stay harmless`() throws {
    let terminal = try Terminal(corrections: Self.corrections)
    let project = terminal.folder.appending(path: "project")
    for name in ["my file.py", "evil\u{1B}]0;owned\u{07}\u{1B}[31m", "plain.py"] {
      try Data("a == None".utf8).write(to: project.appending(component: name))
    }
    try FileManager.default.createDirectory(at: project.appending(path: "deep/er"), withIntermediateDirectories: true)
    try terminal.waitForPrompt()
    try type("improve engineer @my\t", terminal, becomes: "improve engineer @'my file.py' ")
    terminal.type("\r")
    try terminal.wait(for: "a is None")
    try terminal.waitForPrompt()
    try type("improve engineer @de\t", terminal, becomes: "improve engineer @deep/")
    try type("\t", terminal, becomes: "improve engineer @deep/er/")
    try clear(terminal)
    try type(
      "improve engineer @evi\t", terminal,
      becomes: #"improve engineer @"evil\u{1b}]0;owned\u{7}\u{1b}[31m" "#)
    try clear(terminal)
    terminal.type("improve engineer @\t")
    try terminal.wait(for: "plain.py")
    #expect(terminal.screen.strange == [])
  }
}
