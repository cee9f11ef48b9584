import Foundation
import Testing
import WhetCore
import WhetScript

@testable import WhetShell

/// Completion and manual for the system's shell.
@Suite(.timeLimit(.minutes(2)))
struct OutsideTests {
  @Test(arguments: [
    ("whet run l", ["whet", "run"], "l"), ("whet  run ", ["whet", "run"], ""),
    ("whet 'a b' \"c d", ["whet", "a b"], "c d"),
    ("whet a\\ b", ["whet"], "a b"), ("whet \"a\\$b\\c\" ''x", ["whet", "a$b\\c"], "x"), ("", [], ""),
  ])
  func `a half-typed line is read as shells read it`(line: String, words: [String], last: String) {
    let read = ShellWords(line)
    #expect(read.words == words)
    #expect(read.last == last)
  }

  @Test(arguments: [
    "plain", "two words", "it's", "$HOME", "a\"b", "@file name", "--flag", "--flag=a b", "--flag=@x y", "--", "7",
    "true",
    "a;b|c", "#x", "{a}", "ü",
  ])
  func `a word survives the way into the language and back`(word: String) {
    #expect(OutsideCompletion.plain(OutsideCompletion.written(word)) == word)
  }

  @Test(arguments: [
    ("whet session sh", "show"), ("whet --output js", "json"), ("whet --output=js", "--output=json"),
    ("X=1 whet --output json run l", "list"), ("whet train --mo", "--mode"), ("whet train --outp", "--output"),
    ("whet improve engineer @my", "@my file.py"), ("whet improve engineer 'my f", "my file.py"),
    ("whet ni", "nightly.whet"),
    ("whet --set lea", "learner="), ("whet --store my", "my file.py"), ("whet agent show eng", "engineer"),
  ])
  func `commands, flags, values, files and names are completed`(line: String, expected: String) throws {
    let test = try TestShell()
    defer { test.remove() }
    try test.write("x", to: "my file.py")
    try test.write("", to: "nightly.whet")
    var words = ShellWords(line)
    words.dropProgram()
    #expect(OutsideCompletion(shell: test.shell).candidates(for: words).map(\.text).contains(expected))
    #expect(!FileManager.default.fileExists(atPath: test.folder.appending(path: "whet.db").path(percentEncoded: false)))
  }

  @Test func `a line end or a tab in a file's name or in words is no protocol`() async throws {
    let test = try TestShell()
    defer { test.remove() }
    try test.write("", to: "a\nb.py")
    #expect(await test.run("complete --line 'whet format a'") == .success)
    #expect(test.captured.output == "a\n")
  }

  @Test(arguments: [#"\fBx"#, ".SH x", "'x", "a-b", #"a"b"#, "naïve", "x\ny", "\u{1B}[31m", #"\"#, "", "`^~"])
  func `texts are data in the manual`(nasty: String) {
    let command = CommandSpecification(
      path: ["x"], summary: nasty, discussion: nasty, parameters: [.flag("f", nasty)], effect: .reads,
      examples: [.init("x", nasty)])
    let text = ManualPage(table: CommandTable([command])).text
    var tame = command
    (tame.summary, tame.discussion, tame.parameters) = ("s", "d", [.flag("f", "s")])
    tame.examples = [.init("x", "e")]
    let plain = ManualPage(table: CommandTable([tame])).text
    let requests = { (text: String) in
      Set(text.split(separator: "\n").filter { $0.hasPrefix(".") || $0.hasPrefix("'") }.map { $0.prefix(3) })
    }
    #expect(requests(text).subtracting(requests(plain)).isEmpty)
    #expect(text.unicodeScalars.allSatisfy { $0.isASCII && $0.value != 0x1B })
  }

  @Test func `the manual tells of every command and flag`() {
    let text = ManualPage(table: CommandRegistry.standard.table).text
    for command in CommandRegistry.standard.table.commands { #expect(text.contains(Roff.escaped(command.usage))) }
    for flag in ProgramFlags.all { #expect(text.contains(Roff.escaped("--\(flag.name)"))) }
  }
}
