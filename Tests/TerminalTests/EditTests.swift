import Foundation
import Testing

/// The shell's own commands where they need a terminal.
@Suite(.timeLimit(.minutes(2)), .serialized) struct `Commands of the prompt` {
  /// An editor that writes down what it was given, and leaves `after` or fails.
  private func terminal(after: String, status: Int = 0) throws -> Terminal {
    let editor = """
      #!/bin/sh
      cat "$2" > given
      stat -c '%a' "$2" "$(dirname "$2")" > rights
      [ "$1" = --wait ] || exit 9
      cp after "$2"
      exit \(status)
      """
    let terminal = try Terminal(
      files: ["project/after": after, "project/editor.sh": editor], environment: ["VISUAL": "sh editor.sh --wait"])
    return terminal
  }

  private func text(_ name: String, of terminal: Terminal) throws -> String {
    try String(contentsOf: terminal.folder.appending(path: "project/\(name)"), encoding: .utf8)
  }

  @Test func `edit brings what was saved into the line, where Enter runs it`() throws {
    let terminal = try terminal(after: "echo \"from the editor\"\n")
    try terminal.run("strategy list")
    terminal.type("edit\r")
    try terminal.wait(for: "the draft") { $0.currentLine == "whet> echo \"from the editor\"" }
    #expect(try text("given", of: terminal) == "strategy list\n")
    #expect(try text("rights", of: terminal) == "600\n700\n")
    terminal.type("\r")
    try terminal.wait(for: "the echo") { $0.lines.contains("from the editor") }
    #expect(try FileManager.default.contentsOfDirectory(atPath: terminal.folder.path + "/tmp") == [])
  }

  @Test func `a text of several lines comes back whole`() throws {
    let terminal = try terminal(after: "for x in [1, 2] {\n  echo \"number ${$x}\"\n}\n")
    try terminal.waitForPrompt()
    terminal.type("edit 'anything'\r")
    try terminal.wait(for: "the draft") { $0.currentLine.hasSuffix("}") }
    terminal.type("\r")
    try terminal.wait(for: "both echoes") { $0.lines.contains("number 1") && $0.lines.contains("number 2") }
    #expect(try text("given", of: terminal) == "anything\n")
  }

  @Test func `Ctrl-X Ctrl-E edits what has been typed`() throws {
    let terminal = try terminal(after: "echo \"whole\"")
    try terminal.waitForPrompt()
    terminal.type("echo \"ha")
    try terminal.wait(for: "what was typed") { $0.currentLine == "whet> echo \"ha" }
    terminal.type("\u{18}\u{05}")
    try terminal.wait(for: "the draft") { $0.currentLine == "whet> echo \"whole\"" }
    #expect(try text("given", of: terminal) == "echo \"ha\n")
  }

  @Test(arguments: [("", 0), ("echo 1", 1)])
  func `an editor that leaves nothing, or fails, gives an empty line`(after: String, status: Int) throws {
    let terminal = try terminal(after: after, status: status)
    try terminal.waitForPrompt()
    terminal.type("edit 'anything'\r")
    try terminal.wait(for: "nothing to run")
    try terminal.waitForPrompt()
  }

  @Test func `watch draws in one place until Ctrl-C, which is no fault`() throws {
    let terminal = try Terminal()
    try terminal.run("strategy list")
    terminal.type("watch strategy list --every 100ms\r")
    try terminal.wait(for: "the head line") {
      $0.lines[0].wholeMatch(of: /every 100ms · [0-9]{2}:[0-9]{2}:[0-9]{2} · strategy list · Ctrl-C ends/) != nil
    }
    let size = terminal.bytes.count
    try terminal.wait(for: "a few pictures") { _ in terminal.bytes.count > 3 * size }
    #expect(terminal.screen.lines.count { $0.hasPrefix("every ") } == 1)
    terminal.type("\u{03}")
    try terminal.waitForPrompt()
    #expect(!terminal.screen.text.contains("interrupted"))
    #expect(terminal.screen.strange == [])
    try terminal.run("timing on")
    try terminal.wait(for: "time: ")
  }
}
