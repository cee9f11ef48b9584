import Foundation
import Glibc
import Testing

extension `Editing a line on a terminal` {
  private static let entries = ["train engineer", "strategy list", "two\nrows", "train writer", "session list"]

  @Test func `the newest entry with the typed beginning stands behind it in grey, and the right arrow takes it`() throws
  {
    let terminal = try Terminal(files: Self.history(Self.entries))
    try terminal.waitForPrompt()
    terminal.type("tr")
    try terminal.wait(for: "the suggestion") { $0.currentLine == "whet> tr" && $0.dimBehindCursor == "ain writer" }
    terminal.type("ain e")
    try terminal.wait(for: "the older one") { $0.dimBehindCursor == "ngineer" }
    terminal.type("\u{1B}[D")
    try terminal.wait(for: "nothing inside the line") { $0.behindCursor == "e" }
    terminal.type("\u{05}")
    try terminal.wait(for: "the suggestion again") { $0.dimBehindCursor == "ngineer" }
    terminal.type("\u{05}")
    try terminal.wait(for: "the whole entry") { $0.currentLine == "whet> train engineer" && $0.behindCursor.isEmpty }
    #expect(!terminal.screen.showsDim("ngineer"))
    terminal.type("\u{15}train w")
    try terminal.wait(for: "another") { $0.dimBehindCursor == "riter" }
    terminal.type("x")
    try terminal.wait(for: "none") { $0.currentLine == "whet> train wx" && $0.behindCursor.isEmpty }
    terminal.type("\u{15}se")
    try terminal.wait(for: "the newest") { $0.dimBehindCursor == "ssion list" }
    terminal.type("\u{1B}f")
    try terminal.wait(for: "one word") { $0.currentLine == "whet> session" && $0.dimBehindCursor == " list" }
    terminal.type("\r")
    try terminal.wait(for: "the next prompt") { $0.lines[1] != "" }
    #expect(terminal.screen.lines[0] == "whet> session")
    try terminal.waitForPrompt()
    try Self.leave(terminal)
  }

  @Test func `a suggestion never wraps, and hides nothing`() throws {
    let entries = ["漢字漢字漢字漢字漢字", "evil\u{1B}[2J", "evil2 \u{202E}x", "two rows\nhere", "tab\there"]
    let terminal = try Terminal(columns: 20, files: Self.history(entries))
    try terminal.waitForPrompt()
    terminal.type("漢")
    try terminal.wait(for: "a cut suggestion") { $0.dimBehindCursor == "字漢字漢字…" }
    #expect(terminal.screen.lines[1].isEmpty)
    terminal.type("\u{1B}[C")
    try terminal.wait(for: "the whole entry") { $0.lines[1] == "字漢字" }
    terminal.type("\u{15}")
    try terminal.waitForPrompt()
    for (typed, shown) in [("evil", ""), ("evil2", ""), ("two", " rows…"), ("tab", "")] {
      terminal.type(typed)
      try terminal.wait(for: "the line \(typed)") { $0.currentLine == "whet> " + typed && $0.behindCursor == shown }
      terminal.type("\u{15}")
      try terminal.waitForPrompt()
    }
    try Self.leave(terminal)
  }

  @Test(arguments: [["NO_COLOR": "1"], ["TERM": "dumb"]])
  func `there is no suggestion without colours`(environment: [String: String]) throws {
    let terminal = try Terminal(files: Self.history(Self.entries), environment: environment)
    try terminal.waitForPrompt()
    terminal.type("trai")
    try terminal.wait(for: "the text") { $0.currentLine == "whet> trai" }
    terminal.type("n")
    try terminal.wait(for: "the text") { $0.currentLine == "whet> train" }
    #expect(terminal.screen.behindCursor.isEmpty)
    terminal.type("\u{03}")
    try terminal.waitForPrompt()
    terminal.type("\u{04}")
    #expect(try terminal.end() == 0)
    #expect(!String(decoding: terminal.bytes, as: UTF8.self).contains("\u{1B}[2m"))
  }

  @Test func `the arrows walk through the entries with the typed beginning and come back to it`() throws {
    let terminal = try Terminal(files: Self.history(["t.ain x", "t.*", "train engineer"] + Self.entries))
    try terminal.waitForPrompt()
    terminal.type("train")
    try terminal.wait(for: "the text") { $0.currentLine == "whet> train" }
    for (key, line) in [
      ("A", "train writer"), ("A", "train engineer"), ("A", "train engineer"), ("B", "train writer"), ("B", "train"),
    ] {
      terminal.type("\u{1B}[" + key)
      try terminal.wait(for: line) { $0.currentLine == "whet> " + line }
    }
    terminal.type("\u{15}t.")
    try terminal.wait(for: "a dot") { $0.currentLine == "whet> t." }
    for line in ["t.*", "t.ain x"] {
      terminal.type("\u{1B}OA")
      try terminal.wait(for: line) { $0.currentLine == "whet> " + line }
    }
    terminal.type("\u{15}")
    try terminal.waitForPrompt()
    for line in ["session list", "train writer"] {
      terminal.type("\u{10}")
      try terminal.wait(for: line) { $0.currentLine == "whet> " + line }
    }
    terminal.type("\u{10}")
    try terminal.wait(for: "the entry of two rows") { $0.currentLine == "rows" && $0.lines[0] == "whet> two" }
    terminal.type("\u{10}")
    try terminal.wait(for: "the walk goes on") { $0.currentLine == "whet> strategy list" && $0.lines[1].isEmpty }
    terminal.type("\u{0E}")
    try terminal.wait(for: "the entry of two rows") { $0.currentLine == "rows" }
    terminal.type("!\u{1B}[A")
    try terminal.wait(for: "the row above, once the entry is edited") {
      $0.currentLine == "whet> two" && $0.lines[1] == "rows!"
    }
    terminal.type("\u{03}")
    try terminal.waitForPrompt()
    try Self.leave(terminal)
  }

  @Test func `Ctrl-R searches with each key, and what is typed is no pattern`() throws {
    let terminal = try Terminal(files: Self.history(["a.c", "abc [x"] + Self.entries))
    try terminal.waitForPrompt()
    let steps: [(String, String)] = [
      ("\u{12}", "whet"), ("ra", "search 'ra': t|rain writer"), ("\u{12}", "search 'ra': st|rategy list"),
      ("\u{12}", "search 'ra': t|rain engineer"), ("\u{12}", "no entry with 'ra': t|rain engineer"),
      ("\u{7F}\u{7F}", "search '': |"), ("a.", "search 'a.': |a.c"), ("\u{7F}\u{7F}[", "search '[': abc |[x"),
    ]
    for (keys, shown) in steps where keys != "\u{12}" || shown != "whet" {
      terminal.type(keys == "ra" ? "\u{12}ra" : keys)
      try terminal.wait(for: shown) { $0.currentLine + "|" + $0.behindCursor == shown }
      #expect(terminal.screen.dimBehindCursor.isEmpty)
    }
    terminal.type("\u{07}")
    try terminal.waitForPrompt()
    terminal.type("\u{12}strat\u{05}")
    try terminal.wait(for: "the entry, to edit") { $0.currentLine == "whet> strategy list" }
    terminal.type("\u{15}")
    try terminal.waitForPrompt()
    terminal.type("\u{12}rategy")
    try terminal.wait(for: "the entry") { $0.behindCursor == "rategy list" }
    terminal.type("\r")
    try terminal.wait(for: "generic")
    #expect(terminal.screen.text.contains("whet> strategy list"))
    try terminal.waitForPrompt()
    terminal.type("\u{12}zzz")
    try terminal.wait(for: "no entry with 'zzz':")
    terminal.type("\u{03}")
    try terminal.waitForPrompt()
    try Self.leave(terminal)
  }

  @Test func `what an old entry hides is seen and does nothing`() throws {
    let terminal = try Terminal(files: Self.history(["x\u{1B}]0;owned\u{07}\u{202E}y"]))
    try terminal.waitForPrompt()
    terminal.type("\u{1B}[A")
    try terminal.wait(for: "the entry") { $0.currentLine == #"whet> x\u{1B}]0;owned\u{07}\u{202E}y"# }
    terminal.type("\u{1B}[D\u{1B}[D")
    try terminal.wait(for: "two steps") { $0.behindCursor == #"\u{202E}y"# }
    terminal.type("\u{15}\u{12}own")
    try terminal.wait(for: "the search") { $0.behindCursor == #"owned\u{07}\u{202E}y"# }
    terminal.type("\u{03}")
    try terminal.waitForPrompt()
    try Self.leave(terminal)
  }

  @Test func `the file is the owner's, leaves out what starts with a space, and two shells share it`() throws {
    let terminal = try Terminal()
    let file = terminal.folder.appending(path: "home/state/whet/history").path(percentEncoded: false)
    let other = try Terminal(environment: [
      "XDG_STATE_HOME": terminal.folder.appending(path: "home/state").path(percentEncoded: false)
    ])
    try terminal.run("strategy list")
    try other.run("run list")
    try terminal.run(" session list")
    try terminal.run("lesson list")
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "strategy list\nrun list\nlesson list\n")
    var status = stat()
    #expect(stat(file, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    try Self.leave(terminal)
    try Self.leave(other)
  }
}
