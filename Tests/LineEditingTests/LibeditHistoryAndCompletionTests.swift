import Glibc
import Testing

@testable import LineEditing

extension LibeditEditorTests {
  static let words = ["train", "trainer", "agent list", "agent show"]

  static let completer: Completer = { line, cursor in
    let typed = String(decoding: line.utf8.prefix(cursor), as: UTF8.self)
    let candidates = words.filter { $0.hasPrefix(typed) }.map { Completion($0, summary: "about \($0)") }
    return CompletionResult(from: 0, candidates)
  }

  @Test(
    arguments: [
      ("agent s\t!\r", "agent show !"),
      ("a\tl\t\r", "agent list "),
      ("nothing\t\r", "nothing"),
      ("tx\u{1B}[D\t\r", "trainx"),
    ])
  func `Tab inserts what is certain`(_ keys: String, _ line: String) async throws {
    let editor = try editor { $0.completer = Self.completer }
    #expect(try await event(of: editor) { $0.type(keys) } == .line(line))
    await editor.close()
  }

  @Test func `Tab lists the candidates with their summaries and draws the line again`() async throws {
    let editor = try editor {
      $0.completer = Self.completer
      $0.usesColour = false
    }
    let event = try await event(of: editor) { terminal in
      terminal.type("train\t")
      try terminal.expect("train    about train\r")
      try terminal.expect("trainer  about trainer\r")
      try terminal.expect("whet> train")
      terminal.type("\r")
    }
    #expect(event == .line("train"))
    await editor.close()
  }

  @Test func `arrow up and Ctrl-R bring earlier lines back, several rows included`() async throws {
    let editor = try editor()
    await editor.addHistory("first\nsecond")
    await editor.addHistory("third")
    #expect(try await event(of: editor) { $0.type("\u{1B}[A\u{1B}[A\r") } == .line("first\nsecond"))
    let found = try await event(of: editor) { terminal in
      terminal.type("\u{12}hir")
      try terminal.expect("third")
      terminal.type("\r")
    }
    #expect(found == .line("third"))
    await editor.close()
  }

  @Test func `the history file outlives the editor and holds no doubles and no secret lines`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/sub/history"
    let first = try editor { $0.historyPath = path }
    for line in ["one", "one", "", " export KEY=secret", "zwei ü"] { await first.addHistory(line) }
    await first.close()
    #expect(HistoryFile(path: path, limit: 10).load() == ["one", "zwei ü"])

    let second = try editor { $0.historyPath = path }
    #expect(try await event(of: second) { $0.type("\u{1B}[A\r") } == .line("zwei ü"))
    await second.close()
  }

  @Test func `settings for other programs change no key, and a line that is not UTF-8 is passed over`() async throws {
    let folder = try TemporaryFolder()
    let settings = "gdb:bind -v\ngdb:bind ^[[A ed-move-to-beg\n# caf\u{7F}\nw.et:bind ^T ed-move-to-beg\n"
    // "café" in Latin-1.
    try folder.write(bytes: settings.utf8.map { $0 == 0x7F ? 0xE9 : $0 }, to: "editrc")
    let editor = try editor { $0.settingsPath = folder.path + "/editrc" }
    for line in ["one", "two"] { await editor.addHistory(line) }
    #expect(try await event(of: editor) { $0.type("\u{1B}[A\u{1B}[A\u{14}x\r") } == .line("xone"))
    await editor.close()
  }

  @Test func `settings of the user are read but cannot take Tab away`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("bind ^X ed-delete-prev-char\nwhet:bind -v\nbind ^I ed-insert\n", to: "editrc")
    let editor = try editor {
      $0.settingsPath = folder.path + "/editrc"
      $0.completer = Self.completer
    }
    let event = try await event(of: editor) { $0.type("agent s\t\u{1B}hhix\r") }
    #expect(event == .line("agent shxow "))
    await editor.close()
  }
}
