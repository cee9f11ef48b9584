import Foundation
import Testing

/// Stepping through a session at the prompt, as a person does it.
@Suite(.timeLimit(.minutes(3)), .serialized) struct `Stepping on a terminal` {
  private static let corrections = #"""
    {"id":"first","agent":"engineer","task":"read it","original":"if a == None:\n  pass\n",\#
    "corrected":"if a is None:\n  pass\n","language":"python"}
    {"id":"second","agent":"engineer","task":"write it","original":"while b == None:\n  go()\n",\#
    "corrected":"while b is None:\n  go()\n","language":"python"}

    """#

  /// A terminal where both corrections are trained already, and an editor that deletes what a prompt lists.
  private func terminal() throws -> Terminal {
    try Terminal(
      columns: 120, rows: 120, corrections: Self.corrections,
      files: ["project/editor.sh": "sed -i '/^- \\[/d' \"$1\"\n"], environment: ["VISUAL": "sh editor.sh"],
      isUnderShell: true)
  }

  /// Types a command at a prompt and waits for the prompt behind it.
  private func type(_ command: String, _ terminal: Terminal, from: String, to: String) throws {
    try terminal.waitForPrompt(from)
    terminal.type(command + "\r")
    try terminal.wait(for: "'\(to)' behind '\(command)'") { screen in
      screen.currentLine == to && screen.lines.contains { $0.hasPrefix(from.dropLast() + " " + command) }
    }
  }

  @Test func `every verb shows what happened, and the prompt where one stands`() throws {
    let terminal = try terminal()
    var prompt = "whet> "
    func go(_ command: String, _ next: String, shows: String...) throws {
      try type(command, terminal, from: prompt, to: next)
      for text in shows { #expect(terminal.screen.text.contains(text), "\(command): \(text)") }
      prompt = next
    }
    try go("agent use engineer", "whet engineer> ")
    try go(
      "train --step --correction second", "whet engineer s3 1/7 input> ", shows: "1 of 7 steps", "while b == None",
      "next: 'step next' does step 2, strategy")
    try go("step next", "whet engineer s3 2/7 strategy> ", shows: "chosen")
    try go("step next", "whet engineer s3 3/7 prompt> ", shows: "# Lessons", "'step edit' opens")
    try go("step show input", "whet engineer s3 3/7 prompt> ")
    try go("step edit", "whet engineer s3 3/7 prompt> ", shows: "off: ", "taken back", "None yet.")
    try go("step next", "whet engineer s3 4/7 response> ", shows: "every lesson is off")
    try go("step set lesson last on", "whet engineer s3 4/7 response> ", shows: "done again")
    try go("step set strategy generic", "whet engineer s3 4/7 response> ", shows: "2 strategy, 3 prompt, 4 response")
    try go("step set response 'b = 1'", "whet engineer s3 4/7 response> ", shows: "a person gave this response")
    try go("step set model offline", "whet engineer s3 4/7 response> ")
    try go("step set model other", "whet engineer s3 4/7 response> ", shows: "there is no model 'other'")
    try go("step next --count 2", "whet engineer s3 6/7 adaptation> ", shows: "done")
    try go("step back", "whet engineer s3 5/7 evaluation> ", shows: "6 adaptation")
    try go("train", "whet engineer s3 5/7 evaluation> ", shows: "step run --all")
    try go("session replay s1", "whet engineer s3 5/7 evaluation> ", shows: "nothing of this was stored")
    try go("session compare s1 s3", "whet engineer s3 5/7 evaluation> ", shows: "sessions s1 and s3")
    try go("step run", "whet engineer s3 7/7 deployment> ", shows: "6 adaptation, 7 deployment")
    try go("step run", "whet engineer> ", shows: "run r2 of engineer", "gate")
    try go("train --step --correction first", "whet engineer s4 1/7 input> ")
    try go("step abort", "whet engineer> ", shows: "aborted")
  }

  @Test func `who leaves the shell and comes back stands where he stood`() throws {
    let terminal = try terminal()
    try type("train engineer --step --correction second", terminal, from: "whet> ", to: "whet s3 1/7 input> ")
    try type("step next --count 2", terminal, from: "whet s3 1/7 input> ", to: "whet s3 3/7 prompt> ")
    terminal.type("\u{04}")
    try terminal.waitForPrompt("$ ")
    #expect(terminal.screen.text.contains("s3 3/7 prompt is open; 'step next' goes on with it"))
    terminal.type(Program.path + "\r")
    try type("step", terminal, from: "whet> ", to: "whet s3 3/7 prompt> ")
    try type("step next", terminal, from: "whet s3 3/7 prompt> ", to: "whet s3 4/7 response> ")
    #expect(terminal.screen.text.contains("4 of 7 steps"))
  }
}
