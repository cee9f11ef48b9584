import Foundation
import Glibc
import Testing

/// The keys of the prompt on a real terminal.
@Suite(.timeLimit(.minutes(2)), .serialized) struct `Editing a line on a terminal` {
  /// Ends the program and looks at what it leaves.
  static func leave(_ terminal: Terminal) throws {
    terminal.type("\u{04}")
    #expect(try terminal.end() == 0)
    #expect(terminal.modes == terminal.modesBefore)
    #expect(terminal.screen.strange == [])
    #expect(String(decoding: terminal.bytes, as: UTF8.self).contains("\u{1B}[?2004l"))
  }

  /// A history file with these entries, oldest first.
  static func history(_ entries: [String]) -> [String: String] {
    let lines = entries.map {
      $0.replacing("\\", with: "\\\\").replacing("\n", with: "\\n") + "\n"
    }
    return ["home/state/whet/history": lines.joined()]
  }

  @Test func `Tab lists what fits with a few words on each, and the line comes back below`() throws {
    let terminal = try Terminal()
    try terminal.waitForPrompt()
    terminal.type("strategy \t")
    try terminal.wait(for: "the list") { $0.currentLine == "whet> strategy " && $0.lines[2].hasPrefix("  ") }
    let lines = terminal.screen.lines
    #expect(lines[0] == "whet> strategy")
    #expect(lines.contains { $0.hasPrefix("  list  ") && $0.count > 10 })
    terminal.type("li\t")
    try terminal.wait(for: "the word") { $0.currentLine == "whet> strategy list " }
    terminal.type("\r")
    try terminal.wait(for: "generic")
    try terminal.waitForPrompt()
    try Self.leave(terminal)
  }

  @Test func `the keys of several terminals move and delete`() throws {
    let terminal = try Terminal()
    try terminal.waitForPrompt()
    let cases: [(String, String, String)] = [
      ("one two", "one two", ""),
      ("\u{1B}[D\u{1B}OD", "one t", "wo"), ("\u{1B}[C\u{1B}OC", "one two", ""), ("\u{1B}[H", "", "one two"),
      ("\u{1B}[F", "one two", ""), ("\u{1B}[1~", "", "one two"), ("\u{1B}[4~", "one two", ""),
      ("\u{1B}OH", "", "one two"), ("\u{1B}OF", "one two", ""), ("\u{1B}[7~", "", "one two"),
      ("\u{1B}[1;5C", "one", " two"), ("\u{1B}[1;3C", "one two", ""), ("\u{1B}\u{1B}[D", "one ", "two"),
      ("\u{1B}[1;5D", "", "one two"), ("\u{1B}[3~", "", "ne two"), ("\u{1B}f", "ne", " two"),
      ("\u{1B}[15~\u{1B}[[A\u{1B}OP", "ne", " two"), ("\u{04}", "ne", "two"), ("\u{05}\u{04}", "netwo", ""),
      ("\u{17}", "", ""),
    ]
    for (keys, before, behind) in cases {
      terminal.type(keys)
      try terminal.wait(for: "\(before)|\(behind) after \(keys.debugDescription)") {
        $0.currentLine == "whet> " + before && $0.behindCursor == behind
      }
    }
    try Self.leave(terminal)
  }

  @Test func `wide characters, emoji and marks are typed, crossed and deleted whole`() throws {
    let terminal = try Terminal(columns: 40)
    try terminal.waitForPrompt()
    terminal.type("漢字e\u{301}👍🏽👩‍👩‍👧x")
    try terminal.wait(for: "the text") { $0.behindCursor.isEmpty && $0.cursor.column == 16 }
    let cells = terminal.screen.cells[0].map(\.text)
    #expect(cells[6] == "漢" && cells[8] == "字" && cells[10] == "e\u{301}" && cells[15] == "x")
    for column in [15, 13, 11, 10, 8, 6] {
      terminal.type("\u{1B}[D")
      try terminal.wait(for: "column \(column)") { $0.cursor.column == column }
    }
    for rest in ["字e\u{301}", "e\u{301}", ""] {
      terminal.type("\u{1B}[3~")
      try terminal.wait(for: "the rest \(rest)") { $0.behindCursor.hasPrefix(rest) && $0.cursor.column == 6 }
    }
    terminal.type("\u{05}")
    try terminal.wait(for: "the end") { $0.cursor.column == 11 }
    for column in [10, 8, 6] {
      terminal.type("\u{7F}")
      try terminal.wait(for: "column \(column)") { $0.cursor.column == column && $0.behindCursor.isEmpty }
    }
    try Self.leave(terminal)
  }

  @Test func `a line over several rows wraps, and grows and shrinks in place`() throws {
    let terminal = try Terminal(columns: 20)
    try terminal.waitForPrompt()
    terminal.type("0123456789abc漢defghijklmnopqrs")
    try terminal.wait(for: "three rows") { $0.lines[1] == "漢defghijklmnopqrs" || $0.lines[1].hasPrefix("漢") }
    #expect(terminal.screen.lines[0] == "whet> 0123456789abc")
    terminal.type("\u{01}\u{1B}[3~")
    try terminal.wait(for: "one less") { $0.lines[0] == "whet> 123456789abc漢" && $0.currentLine == "whet> " }
    terminal.type("\u{0B}")
    try terminal.wait(for: "an empty line") { $0.lines[0] == "whet>" && $0.lines[1].isEmpty }
    try Self.leave(terminal)
  }

  @Test func `a paste of 30 lines is one entry`() throws {
    let terminal = try Terminal(rows: 12)
    try terminal.waitForPrompt()
    let rows = (1...28).map { "row \($0)" }
    terminal.paste(
      "correction add --agent engineer --task x --original \"\"\"\n" + rows.joined(separator: "\n") + "\n\"\"\"")
    terminal.type(" --accept")
    try terminal.wait(for: "the end of the paste") { $0.currentLine == "\"\"\" --accept" }
    #expect(!terminal.screen.text.contains("added"))
    terminal.type("\r")
    try terminal.wait(for: "added correction")
    try terminal.waitForPrompt()
    terminal.type("\u{1B}[A")
    try terminal.wait(for: "the whole entry") { $0.currentLine == "\"\"\" --accept" && $0.text.contains("row 28") }
    terminal.type("\u{03}")
    try terminal.waitForPrompt()
    let history = try String(contentsOf: terminal.folder.appending(path: "home/state/whet/history"), encoding: .utf8)
    #expect(history.split(separator: "\n").count == 1)
    try Self.leave(terminal)
  }

  @Test func `a paste that is too large is left out, and the line says so and goes on`() throws {
    let terminal = try Terminal()
    try terminal.waitForPrompt()
    terminal.type("half")
    terminal.paste(String(repeating: "x", count: (1 << 20) + 1))
    terminal.type("!")
    try terminal.wait(for: "the line") { $0.text.contains("was left out") && $0.currentLine == "whet> half!" }
    terminal.type("\u{03}")
    try terminal.waitForPrompt()
    try Self.leave(terminal)
  }

  @Test func `what a paste brings cannot act`() throws {
    let terminal = try Terminal()
    try terminal.waitForPrompt()
    terminal.paste("a\u{1B}]0;owned\u{07}b\u{1B}[2J\u{03}\u{04}\u{1A}\u{9B}5n\u{202E}c\u{200B}d\u{E0041}\u{1B}[A\tend")
    try terminal.wait(for: "the text") { $0.currentLine.hasSuffix("end") }
    #expect(terminal.screen.currentLine.contains(#"a]0;ownedb[2J5n\u{202E}c\u{200B}d\u{E0041}[A"#))
    #expect(!String(decoding: terminal.bytes, as: UTF8.self).contains("\u{202E}"))
    terminal.type("\u{03}")
    try terminal.waitForPrompt()
    try Self.leave(terminal)
  }

  @Test func `Ctrl-L clears the screen and keeps the line`() throws {
    let terminal = try Terminal()
    try terminal.run("strategy list")
    terminal.type("half")
    try terminal.wait(for: "half")
    terminal.type("\u{0C}")
    try terminal.wait(for: "a clear screen") { $0.lines[0] == "whet> half" && $0.lines[1...].joined().isEmpty }
    terminal.type("\u{03}")
    try terminal.waitForPrompt()
    try Self.leave(terminal)
  }

  @Test func `Alt-Enter makes a row, and the arrows move between the rows`() throws {
    let terminal = try Terminal()
    try terminal.waitForPrompt()
    terminal.type("one\u{1B}\rtwo\u{1B}[A!")
    try terminal.wait(for: "the first row") { $0.currentLine == "whet> one!" && $0.lines[1] == "two" }
    terminal.type("\u{1B}[B?")
    try terminal.wait(for: "the second row") { $0.currentLine == "two?" && $0.lines[0] == "whet> one!" }
    terminal.type("\u{03}")
    try terminal.waitForPrompt()
    try Self.leave(terminal)
  }

  @Test func `the keys of vi are there for who asks for them, and Tab and pastes stay`() throws {
    let terminal = try Terminal(files: ["home/.editrc": "bind -v\nbind ^I ed-insert\n"])
    try terminal.waitForPrompt()
    terminal.type("strategy lost")
    try terminal.wait(for: "the text") { $0.currentLine == "whet> strategy lost" }
    terminal.type("\u{1B}")
    try terminal.wait(for: "the command mode") { $0.currentLine == "whet> strategy los" }
    terminal.type("hhri$x")
    try terminal.wait(for: "the change") { $0.currentLine == "whet> strategy li" && $0.behindCursor == "s" }
    terminal.type("a")
    terminal.type("\t")
    try terminal.wait(for: "the completion") { $0.currentLine == "whet> strategy list " }
    terminal.type("\u{1B}[D\u{1B}[D!")
    try terminal.wait(for: "arrows while inserting") { $0.currentLine == "whet> strategy lis!" }
    terminal.type("\u{7F}\r")
    try terminal.wait(for: "generic")
    try terminal.waitForPrompt()
    terminal.type("\u{1B}k")
    try terminal.wait(for: "the entry before") { ($0.currentLine + $0.behindCursor).hasPrefix("whet> strategy list") }
    terminal.type("\u{03}")
    try terminal.waitForPrompt()
    try Self.leave(terminal)
  }
}
