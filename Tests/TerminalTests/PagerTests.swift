import Foundation
import Testing

/// Results that are longer than the screen.
@Suite(.timeLimit(.minutes(2)), .serialized) struct `A pager on a terminal` {
  private static let corrections = (1...60).map { number in
    #"{"id":"c\#(number)","agent":"engineer","task":"task \#(number)","original":"a == None","#
      + #""corrected":"a is None","language":"python"}"# + "\n"
  }.joined()

  /// A pager of which nothing is known: it shows the head of what it gets and waits for a line.
  private static let script = """
    trap 'echo interrupted' INT
    head -3
    echo "from ${LESS-nothing} to $#"
    while ! read -r line </dev/tty; do :; done
    echo "read $line"
    exit 3

    """

  private func terminal(_ environment: [String: String]) throws -> Terminal {
    try Terminal(
      rows: 24, corrections: Self.corrections, files: ["pager.sh": Self.script], environment: environment)
  }

  @Test func `gets a long result and the terminal, and the prompt comes back`() throws {
    let terminal = try terminal(["WHET_PAGER": "sh ../pager.sh"])
    try terminal.waitForPrompt()
    terminal.type("correction list\r")
    try terminal.wait(for: "from FRX to 0")
    #expect(!terminal.screen.text.contains("c60"))
    terminal.type("\u{03}")
    try terminal.wait(for: "interrupted")
    terminal.type("enough\r")
    try terminal.wait(for: "read enough")
    try terminal.run("correction show c7")
    #expect(terminal.screen.text.contains("a is None"))
    terminal.type("\u{04}")
    #expect(try terminal.end() == 0)
    #expect(terminal.modes == terminal.modesBefore)
    #expect(terminal.screen.strange == [])
  }

  @Test func `is left out for a short result, and when nobody wants it`() throws {
    let terminal = try terminal(["WHET_PAGER": "sh ../pager.sh"])
    try terminal.run("correction show c7")
    try terminal.run("correction list; echo behind")
    try terminal.run("correction list > list.txt")
    #expect(!terminal.screen.text.contains("from FRX"))
  }

  @Test(arguments: [["WHET_PAGER": "off"], ["WHET_PAGER": ""], ["PAGER": ""], ["WHET_PAGER": "cat"], ["TERM": "dumb"]])
  func `can be switched off`(environment: [String: String]) throws {
    let terminal = try terminal(["PAGER": "sh ../pager.sh"].merging(environment) { $1 })
    try terminal.waitForPrompt()
    terminal.type("correction list\r")
    try terminal.wait(for: "c60")
    try terminal.waitForPrompt()
    #expect(!String(decoding: terminal.bytes, as: UTF8.self).contains("from FRX"))
  }

  @Test func `that is missing costs nothing of the result`() throws {
    let terminal = try terminal(["WHET_PAGER": "./no-such-pager"])
    try terminal.waitForPrompt()
    terminal.type("correction list\r")
    try terminal.wait(for: "c60")
    try terminal.waitForPrompt()
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/less")))
  func `is less unless told, which may be left early`() throws {
    let terminal = try terminal(["PAGER": "less"])
    try terminal.waitForPrompt()
    terminal.type("correction list\r")
    try terminal.wait(for: "the pager's line") { $0.currentLine == ":" }
    terminal.type("q")
    try terminal.waitForPrompt()
    #expect(!terminal.screen.text.contains("c60"))
    terminal.type("\u{04}")
    #expect(try terminal.end() == 0)
    #expect(terminal.modes == terminal.modesBefore)
  }
}
