import Foundation
import Glibc
import Testing

/// What keys and signals do while a command runs, and that the terminal is as it was after every end.
@Suite(.timeLimit(.minutes(2)), .serialized) struct `Signals at the prompt` {
  @Test func `Ctrl-C ends training and the shell stays; going on finishes the rest`() throws {
    let terminal = try Terminal(files: ["many.jsonl": Terminal.manyCorrections(120)])
    try terminal.run("correction import ../many.jsonl")
    terminal.type("train engineer\r")
    try terminal.wait(for: "sessions ")
    let pressed = ContinuousClock.now
    terminal.type("\u{03}")
    try terminal.wait(for: "the prompt") { $0.currentLine == "whet> " && $0.text.contains("[interrupted]") }
    // Half a second is what a person takes for at once; the rest is for a busy machine.
    #expect(ContinuousClock.now - pressed < .seconds(5))
    try terminal.run("session resume")
    #expect(terminal.screen.text.contains("120"))
    #expect(terminal.modes != terminal.modesBefore)
    terminal.type("\u{04}")
    #expect(try terminal.end() == 0)
    #expect(terminal.modes == terminal.modesBefore)
  }

  @Test func `a second Ctrl-C ends the program when the first is not heeded`() throws {
    let terminal = try Terminal()
    let pipe = terminal.folder.appending(path: "project/pipe").path(percentEncoded: false)
    // Nothing can interrupt a program that the system keeps waiting for what comes through a pipe.
    #expect(mkfifo(pipe, 0o600) == 0)
    try terminal.waitForPrompt()
    terminal.type("correction import pipe\r")
    var end: Int32 = -1
    defer { close(end) }
    try terminal.wait(for: "the command's start") { _ in
      // Succeeds once somebody opens the pipe to read.
      end = open(pipe, O_WRONLY | O_NONBLOCK | O_CLOEXEC)
      return end >= 0
    }
    terminal.type("\u{03}")
    try terminal.wait(for: "the first press") { $0.text.contains("^C") && $0.currentLine == "" }
    terminal.type("\u{03}")
    #expect(try terminal.end() == 130)
    #expect(terminal.screen.text.contains("every step that was committed is kept"))
    #expect(terminal.modes == terminal.modesBefore)
  }

  @Test func `Ctrl-Z stops a running command with the shell, and fg goes on with both`() throws {
    let terminal = try Terminal(environment: ["PS1": "$ "], isUnderShell: true)
    try terminal.startWaiting()
    try terminal.stop()
    try terminal.letGo()
    terminal.bringBack()
    try terminal.wait(for: "an answer")
    try terminal.run("strategy list")
    #expect(terminal.screen.text.contains("generic"))
  }

  @Test func `a resize while a command runs is seen by the next table and the next line`() throws {
    let terminal = try Terminal()
    try terminal.startWaiting()
    terminal.resize(columns: 50, rows: 30)
    try terminal.letGo()
    try terminal.run("strategy list")
    #expect(terminal.screen.lines.allSatisfy { $0.count <= 50 })
    let long = "echo " + String(repeating: "ab ", count: 20) + "end"
    terminal.type(long)
    try terminal.wait(for: "the wrapped line") { $0.currentLine.hasSuffix("end") && !$0.currentLine.contains("whet>") }
    terminal.type("\u{15}strategy list")
    try terminal.wait(for: "the new line") { $0.currentLine == "whet> strategy list" }
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func `a signal that ends the program ends its command first`(number: Int32) throws {
    let terminal = try Terminal()
    try terminal.startWaiting()
    let process = try #require(terminal.waitingProcess)
    terminal.signal(number)
    #expect(try terminal.end() == 128 + number)
    #expect(terminal.modes == terminal.modesBefore)
    #expect(Terminal.hasEnded(process))
  }

  @Test(arguments: [SIGABRT, SIGSEGV, SIGTRAP, SIGILL])
  func `a fault of the program leaves the terminal as it was`(number: Int32) throws {
    // The runtime's own report of a crash would wait for a key on a terminal.
    let terminal = try Terminal(environment: ["SWIFT_BACKTRACE": "enable=no"])
    try terminal.waitForPrompt()
    terminal.type("half a li")
    try terminal.wait(for: "what was typed") { $0.currentLine == "whet> half a li" }
    #expect(terminal.modes != terminal.modesBefore)
    terminal.signal(number)
    #expect(try terminal.end() == 128 + number)
    #expect(terminal.modes == terminal.modesBefore)
    #expect(String(decoding: terminal.bytes, as: UTF8.self).contains(/\u{1B}\[\?2004l\s*$/))
  }

  @Test func `the end of the input in the middle of an entry says what is missing`() throws {
    let terminal = try Terminal()
    try terminal.waitForPrompt()
    terminal.type("for x in [1, 2] {\r")
    try terminal.waitForPrompt(" ...> ")
    terminal.type("\u{04}")
    try terminal.waitForPrompt()
    terminal.type("\u{04}")
    #expect(try terminal.end() == 0)
    #expect(terminal.screen.text.contains("'}'"), "\(terminal.screen.text)")
    #expect(terminal.modes == terminal.modesBefore)
  }

  @Test func `Ctrl-C drops all lines of an entry`() throws {
    let terminal = try Terminal()
    try terminal.waitForPrompt()
    terminal.type("for x in [1, 2] {\r")
    try terminal.waitForPrompt(" ...> ")
    terminal.type("echo \"left behi\u{03}")
    try terminal.waitForPrompt()
    terminal.type("echo \"fresh\"\r")
    try terminal.wait(for: "the echo") { $0.lines.contains("fresh") }
    #expect(!terminal.screen.lines.contains("left behi"))
  }
}
