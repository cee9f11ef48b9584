import Foundation
import Testing

/// Hostile texts in everything that can be shown: what a terminal does with them is nothing.
@Suite(.timeLimit(.minutes(3)), .serialized) struct `Hostile texts on a terminal` {
  /// Title, clear, colour, cursor, reports, clipboard, link, another screen, C1 forms, backspace, direction, tags.
  private static let attack =
    "\u{1B}]0;owned\u{7}\u{1B}[2J\u{1B}[45;5mx\u{1B}[?25l\u{1B}[5n\u{1B}]52;c;b3du\u{7}\u{1B}]8;;http://evil\u{1B}\\"
    + "\u{1B}[?1049h\u{1B}P$q\"p\u{1B}\\\u{1B}c\u{9B}31m\u{9D}0;owned\u{9C}\u{8}\u{202E}\u{200B}\u{E0041}\u{FE01}"

  private static func corrections() throws -> String {
    func line(_ id: String, _ original: String, _ corrected: String) throws -> String {
      let fields = [
        "id": id, "agent": "engineer", "task": "task" + attack, "original": original, "corrected": corrected,
        "feedback": "say" + attack, "source": "from" + attack, "context": "around" + attack, "language": "python",
      ]
      return String(decoding: try JSONEncoder().encode(fields), as: UTF8.self) + "\n"
    }
    return try line("evil", "a\(attack) == None\nkeep", "a\(attack) is None\nkeep")
      + line("other", "b == None \(attack)", "b is None \(attack)")
  }

  private func expectUntouched(_ terminal: Terminal, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(terminal.screen.strange == [], sourceLocation: sourceLocation)
    let text = String(decoding: terminal.bytes, as: UTF8.self)
    for part in ["\u{1B}]", "\u{1B}P", "\u{1B}c", "\u{9B}", "\u{9D}", "\u{202E}", "\u{200B}", "\u{E0041}", "\u{FE01}"] {
      #expect(!text.unicodeScalars.containsRun(part), "\(part.debugDescription)", sourceLocation: sourceLocation)
    }
    #expect(!text.contains("\u{1B}[45;5m"), sourceLocation: sourceLocation)
  }

  @Test func `what was stored is shown by every command that shows it`() throws {
    let terminal = try Terminal(rows: 200, corrections: try Self.corrections())
    let commands = [
      "correction list", "correction show evil", "correction export", "session list", "session show last", "run list",
      "run show last", "lesson list", "lesson show last", "dashboard engineer", "stats", "correction list | json",
      "correction list | jsonl", "session show last | json", "improve engineer @../evil.txt --diff",
      "improve engineer @../evil.txt", "agent list", "echo (correction list)", "let all = (correction list)",
      "echo $all",
    ]
    try terminal.put("c == None \(Self.attack)\n", at: "evil.txt")
    for command in commands { try terminal.run(command) }
    #expect(terminal.screen.text.contains("\\u{1B}]0;owned"))
    expectUntouched(terminal)
    terminal.type("\u{04}")
    #expect(try terminal.end() == 0)
    #expect(terminal.modes == terminal.modesBefore)
  }

  @Test func `errors, file names and completion lists show it too`() throws {
    // A file's name has no slash and no NUL; everything else is allowed.
    let name = "evil" + Self.attack.replacing("/", with: "")
    let terminal = try Terminal(
      rows: 200, files: ["project/\(name)": "{\"agent\": \"\(Self.attack)\"}\n", "project/evil-other": "x"])
    try terminal.put(String(decoding: try JSONEncoder().encode(["agent": Self.attack]), as: UTF8.self), at: "bad.jsonl")
    try terminal.run("correction import ../bad.jsonl")
    try terminal.run(#"correction show "\u{1B}]0;owned\u{7}\u{202E}""#)
    try terminal.run(#"agent use "\u{9B}31m""#)
    try terminal.run(#"echo "\u{1B}[2J\u{1B}]52;c;b3du\u{7}""#)
    try terminal.waitForPrompt()
    terminal.type("correction import evil\t")
    try terminal.wait(for: "the list of files") { $0.text.contains("evil-other") }
    terminal.type("\u{03}")
    try terminal.waitForPrompt()
    expectUntouched(terminal)
    terminal.type("\u{04}")
    #expect(try terminal.end() == 0)
  }

  @Test func `lines of an old history and an agent's name in the prompt`() throws {
    let terminal = try Terminal(files: ["home/state/whet/history": "echo \(Self.attack)\necho fine\n"])
    try terminal.waitForPrompt()
    terminal.type("\u{1B}[A")
    try terminal.wait(for: "the newest line") { $0.currentLine.contains("fine") }
    terminal.type("\u{1B}[A")
    try terminal.wait(for: "the line before") { !$0.currentLine.contains("fine") }
    terminal.type("\u{03}")
    try terminal.waitForPrompt()
    expectUntouched(terminal)
  }

  @Test func `JSON on a terminal is JSON of the same value`() throws {
    let terminal = try Terminal(columns: 500, corrections: try Self.corrections())
    try terminal.run("correction show evil | json")
    #expect(terminal.screen.text.contains(#""task": "task\u001b]0;owned\u0007\u001b[2J"#))
    #expect(terminal.screen.text.contains(#"\u009c\u0008\u202e\u200b\udb40\udc41\ufe01","#))
    expectUntouched(terminal)
  }
}

extension String.UnicodeScalarView {
  /// Whether scalars stand in a row, without regard to the characters they form.
  fileprivate func containsRun(_ text: String) -> Bool {
    let wanted = Array(text.unicodeScalars)
    let all = Array(self)
    return all.indices.contains { start in
      all.count - start >= wanted.count && all[start..<(start + wanted.count)].elementsEqual(wanted)
    }
  }
}
