import Foundation
import Glibc
import Testing

/// The prompt on a real terminal, as a person sees it.
@Suite(.timeLimit(.minutes(2)), .serialized) struct `The prompt on a terminal` {
  private static let corrections = #"""
    {"id":"first","agent":"engineer","task":"read it","original":"a == None",\#
    "corrected":"a is None","language":"python"}
    {"id":"second","agent":"engineer","task":"write it","original":"b == None",\#
    "corrected":"b is None","language":"python"}

    """#

  @Test func `appears, and Ctrl-D leaves with 0 and the terminal as it was`() throws {
    let terminal = try Terminal()
    try terminal.waitForPrompt()
    #expect(terminal.modes != terminal.modesBefore)
    terminal.type("\u{04}")
    #expect(try terminal.end() == 0)
    #expect(terminal.modes == terminal.modesBefore)
  }

  @Test(arguments: ["exit", "quit"])
  func `a word leaves it too`(word: String) throws {
    let terminal = try Terminal()
    try terminal.waitForPrompt()
    terminal.type(word + "\r")
    #expect(try terminal.end() == 0)
    #expect(terminal.modes == terminal.modesBefore)
  }

  @Test func `a typed command shows its table`() throws {
    let terminal = try Terminal(corrections: Self.corrections)
    try terminal.run("correction list")
    let lines = terminal.screen.lines
    #expect(lines.contains { $0.contains("first") && $0.contains("read it") })
    #expect(lines.contains { $0.contains("second") && $0.contains("write it") })
  }

  @Test func `a fault is shown with a caret, and the prompt comes back`() throws {
    let terminal = try Terminal()
    try terminal.run("agnet list")
    #expect(terminal.screen.text.contains("did you mean 'agent list'?"))
    terminal.type("\u{04}")
    #expect(try terminal.end() == 0)
  }

  @Test func `Tab completes commands, flags, agents and ids`() throws {
    let terminal = try Terminal(corrections: Self.corrections)
    try terminal.waitForPrompt()
    terminal.type("corr\t")
    try terminal.wait(for: "the command") { $0.currentLine == "whet> correction " }
    terminal.type("sh\t")
    try terminal.wait(for: "the verb") { $0.currentLine == "whet> correction show " }
    terminal.type("sec\t")
    try terminal.wait(for: "the id") { $0.currentLine == "whet> correction show second " }
    terminal.type("\r")
    try terminal.wait(for: "b is None")
    try terminal.waitForPrompt()
    terminal.type("train engi\t")
    try terminal.wait(for: "the agent") { $0.currentLine == "whet> train engineer " }
    terminal.type("--mo\t")
    try terminal.wait(for: "the flag") { $0.currentLine.hasPrefix("whet> train engineer --mode") }
  }

  @Test func `the arrow up brings earlier lines back`() throws {
    let terminal = try Terminal(corrections: Self.corrections)
    try terminal.run("strategy list")
    try terminal.run("correction show first")
    terminal.type("\u{1B}[A")
    try terminal.wait(for: "the newest line") { $0.currentLine == "whet> correction show first" }
    terminal.type("\u{1B}[A")
    try terminal.wait(for: "the line before") { $0.currentLine == "whet> strategy list" }
    terminal.type("\u{1B}[B")
    try terminal.wait(for: "the newest line") { $0.currentLine == "whet> correction show first" }
  }

  @Test func `Ctrl-C at the prompt drops the line and stays`() throws {
    let terminal = try Terminal()
    try terminal.waitForPrompt()
    terminal.type("correction remo")
    try terminal.wait(for: "what was typed") { $0.currentLine == "whet> correction remo" }
    terminal.type("\u{03}")
    try terminal.run("strategy list")
    #expect(terminal.screen.text.contains("generic"))
    terminal.type("\u{04}")
    #expect(try terminal.end() == 0)
    #expect(terminal.modes == terminal.modesBefore)
  }

  @Test func `Ctrl-C ends a running command and stays`() throws {
    let terminal = try Terminal()
    try terminal.waitForPrompt()
    let mark = terminal.folder.appending(component: "started").path(percentEncoded: false)
    terminal.type("capture run --agent engineer --task x -- sh -c 'touch \(mark); sleep 100'\r")
    try terminal.wait(for: "the program's start") { _ in FileManager.default.fileExists(atPath: mark) }
    terminal.type("\u{03}")
    try terminal.wait(for: "the interrupt's word") { $0.text.contains("interrupted") }
    try terminal.waitForPrompt()
    terminal.type("\u{04}")
    #expect(try terminal.end() == 0)
    #expect(terminal.modes == terminal.modesBefore)
  }

  @Test func `an agent that was chosen stands in the prompt`() throws {
    let terminal = try Terminal(corrections: Self.corrections)
    try terminal.waitForPrompt()
    terminal.type("agent use engineer\r")
    try terminal.waitForPrompt("whet engineer> ")
    terminal.type("train\r")
    try terminal.wait(for: "run r2 of engineer")
    try terminal.waitForPrompt("whet engineer> ")
  }

  @Test func `an unfinished text goes on in the next line`() throws {
    let terminal = try Terminal()
    try terminal.waitForPrompt()
    terminal.type("correction add --agent engineer --task x --original \"\"\"\r")
    try terminal.waitForPrompt(" ...> ")
    terminal.type("one line\r")
    try terminal.waitForPrompt(" ...> ")
    terminal.type("\"\"\" --accept\r")
    try terminal.wait(for: "added correction")
    try terminal.waitForPrompt()
  }

  @Test func `control sequences in what was stored do not reach the terminal`() throws {
    let evil = #"\u001b]0;owned\u0007\u001b[2J\u001b[5n\u009b5n\u001bc\u0008\u202e"#
    let line =
      #"{"id":"evil","agent":"engineer","task":"t\#(evil)","original":"a\#(evil) == None","#
      + #""corrected":"a\#(evil) is None"}"#
    let terminal = try Terminal(corrections: line + "\n")
    let commands = ["correction list", "session show last", "correction export", "lesson list", "correction show evil"]
    for command in commands { try terminal.run(command) }
    #expect(terminal.screen.text.contains("\\u{1B}]0;owned"))
    terminal.type("\u{04}")
    #expect(try terminal.end() == 0)
    #expect(terminal.screen.strange == [])
    #expect(!String(decoding: terminal.bytes, as: UTF8.self).contains("\u{1B}]0;"))
    #expect(!String(decoding: terminal.bytes, as: UTF8.self).contains("\u{202E}"))
    #expect(terminal.modes == terminal.modesBefore)
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func `a signal that ends the program leaves the terminal as it was`(number: Int32) throws {
    let terminal = try Terminal()
    try terminal.run("strategy list")
    terminal.signal(number)
    #expect(try terminal.end() == 128 + number)
    #expect(terminal.modes == terminal.modesBefore)
  }

  @Test func `a terminal that goes away ends the program`() throws {
    let terminal = try Terminal()
    try terminal.run("strategy list")
    terminal.hangUp()
    _ = try terminal.end(seconds: 10)
  }

  @Test func `a program that is captured cannot change the terminal`() throws {
    let terminal = try Terminal()
    let script = terminal.folder.appending(path: "project/evil.sh")
    try Data(#"printf '\033[2J\033]0;owned\007'; stty raw </dev/tty"#.utf8).write(to: script)
    try terminal.run("capture run --agent engineer --task x -- sh evil.sh")
    #expect(terminal.screen.text.contains("\\u{1B}]0;owned"))
    terminal.type("\u{04}")
    #expect(try terminal.end() == 0)
    #expect(terminal.screen.strange == [])
    #expect(terminal.modes == terminal.modesBefore)
  }

  @Test func `nothing is coloured when the user says so`() throws {
    let terminal = try Terminal(corrections: Self.corrections, environment: ["NO_COLOR": "1"])
    try terminal.run("session list")
    #expect(terminal.screen.text.contains("finished"))
    let colours = String(decoding: terminal.bytes, as: UTF8.self).matches(of: #/\u{1B}\[[0-9;]*[1-9][0-9;]*m/#)
    #expect(colours.isEmpty, "\(colours.map { String($0.0).debugDescription })")
  }
}
