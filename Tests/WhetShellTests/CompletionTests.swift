import Foundation
import LineEditing
import Testing
import WhetCore
import WhetScript

@testable import WhetShell

@Suite(.timeLimit(.minutes(1)))
struct CompletionTests {
  private let test: TestShell
  private let memory: PromptMemory
  private let source: CompletionSource

  init() throws {
    test = try TestShell()
    memory = PromptMemory(table: test.shell.registry.table)
    source = CompletionSource(shell: test.shell, memory: memory)
  }

  private func candidates(_ line: String) -> [LineEditing.Completion] {
    source.completions(line: line, cursor: line.utf8.count).candidates
  }

  private func texts(_ line: String) -> [String] { candidates(line).map(\.text) }

  private func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      at: test.folder.appending(path: "project/\(name)"), withIntermediateDirectories: true)
  }

  @Test(arguments: [
    ("corr", ["correction"]), ("correction im", ["import"]), ("gate ", ["explain"]),
    ("session show last --step str", ["strategy"]), ("deploy engineer --for", ["--force"]),
    ("session list | json", ["json", "jsonl"]), ("strategy show g", ["generic"]), ("help correction exp", ["export"]),
    ("echo (help correction exp", ["export"]), ("watch session li", ["list"]),
    ("watch --every 5s session li", ["list"]),
    ("watch session list --ag", ["--agent"]), ("dashboard engi", ["engineer"]), ("dashboard ENGI", ["engineer"]),
    ("improve engineer @ans", ["answer.py"]), ("improve engineer an", ["answer.py"]),
    ("improve engineer AN", ["answer.py"]), ("improve an", ["answer.py"]), ("correction add --original @sub", ["sub/"]),
    ("correction add --original @sub/", ["sub/inner"]), ("include 'an", ["'answer.py'"]),
    ("explain agent.conf", ["agent.conflict"]), ("nonsense x", []), ("correction add --original \"@an", []),
  ])
  func `words are completed by what may stand there`(line: String, expected: [String]) throws {
    defer { test.remove() }
    try test.write("x", to: "answer.py")
    try makeFolder("sub")
    try test.write("x", to: "sub/inner")
    #expect(texts(line) == expected)
  }

  @Test func `ids come from the store, which completion never makes`() async throws {
    defer { test.remove() }
    let store = test.folder.appending(component: "whet.db").path(percentEncoded: false)
    #expect(texts("correction show c") == [])
    #expect(!FileManager.default.fileExists(atPath: store))
    #expect(
      await test.run("correction add --id case-1 --agent engineer --task 'say it' --original a --corrected b")
        == .success)
    #expect(texts("correction show c") == ["case-1"])
    #expect(texts("correction show CASE") == ["case-1"])
    #expect(texts("correction show ") == ["last", "case-1"])
    #expect(texts("correction show la") == ["last"])
    #expect(texts("run show ") == [])
    #expect(candidates("correction show ").map(\.summary) == ["the newest, case-1", "engineer: say it"])
  }

  @Test(arguments: [
    ("correction add --severity ", "critical", "it did or could do harm"), ("run list | ", "json", "one JSON value"),
    ("agent show engi", "engineer", "built-in: "), ("strategy show gen", "generic", "any response"),
    ("explain store.bu", "store.busy", ""), ("corr", "correction", "import"), ("tra", "train", ""),
    ("train --mo", "--mode", "how to train"), ("session show last --step ", "prompt", "3: "),
    ("step back --to ", "prompt", "3: "), ("step show ", "prompt", "3: "), ("step edit ", "response", "4: "),
    ("step set lesson last ", "off", "leaves"),
    ("let x = range", "range(", "range("), ("fo", "for", "each element"), ("echo (run show last).ag", "agent", ""),
  ])
  func `each candidate says what it is`(line: String, text: String, summary: String) {
    defer { test.remove() }
    let found = candidates(line).first { $0.text == text }
    let words = found?.summary ?? ""
    #expect(!words.isEmpty && (summary.isEmpty || words.contains(summary)), "\(candidates(line))")
    #expect((found?.summary?.count ?? 0) < 120)
  }

  @Test func `variables and their fields come from the prompt's entries`() async throws {
    defer { test.remove() }
    let entry = "let best = {id: 'r1', improvement: 12.5}; let key = secret('sk-123456'); let all = [$best]"
    await PromptEntry(shell: test.shell, memory: memory).run(ScriptInput(SourceText(name: "<prompt>", text: entry)))
    #expect(texts("echo $be") == ["$best"])
    #expect(texts("echo $best.im") == ["improvement"])
    #expect(texts("echo \"it is ${all[0].im") == ["improvement"])
    #expect(candidates("echo $").contains { $0.text == "$key" && $0.summary == "secret" })
    memory.setEarlierLines("for each in $all {")
    #expect(texts("echo $each.im") == ["improvement"])
    #expect(texts("dash") == ["dashboard"])
    memory.setEarlierLines("let text = \"\"\"")
    #expect(texts("dash") == [])
  }

  @Test func `a unique candidate is followed by what may come next`() async throws {
    defer { test.remove() }
    try test.write("x", to: "answer.py")
    try makeFolder("sub")
    await PromptEntry(shell: test.shell, memory: memory).run(
      ScriptInput(SourceText(name: "<prompt>", text: "let a = 1")))
    for (line, suffix) in [
      ("train --mo", " "), ("improve engineer @su", ""), ("improve engineer @an", " "), ("echo $ar", ""),
      ("let x = range", ""), ("run li", " "),
    ] { #expect(candidates(line).map(\.suffix) == [suffix], "\(line)") }
  }

  @Test func `hostile file names are inserted as words that hold no control character`() throws {
    defer { test.remove() }
    let names = [
      "a b", "a'b", "a\"b", "a$b", "a#b", "-a", "--agent", "a\u{1B}[31mred", "a\nb", "a\u{202E}b", "日本 語", "a\\b",
      "a;b", "a\u{9B}31m", "a\u{200B}b", "~", "true", "12", "@a", "a`b", "(a)", "{a}",
    ]
    for name in names { try test.write("x", to: name) }
    let found = candidates("improve engineer ")
    for candidate in found {
      let isPlain = candidate.text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
      #expect(isPlain, "\(candidate.text.debugDescription)")
      let script = Parser.parse("improve engineer \(candidate.text)", name: "")
      #expect(script.diagnostics == [])
      guard case .command(let command) = script.statements.first, case .value(let value) = command.items.last else {
        Issue.record("\(candidate.text)")
        continue
      }
      #expect(names.contains(value.text ?? "") || value.text == "./~")
    }
    #expect(found.count == names.count)
  }

  @Test func `a long list is cut, and its common beginning is not taken for all`() throws {
    defer { test.remove() }
    for number in 1000..<1150 { try test.write("", to: "file\(number)") }
    try test.write("", to: "fz")
    let line = "improve engineer f"
    let result = source.completions(line: line, cursor: line.utf8.count)
    #expect(result.candidates.count == CompletionSource.limit && result.isCut)
    #expect(texts("improve engineer fz") == ["fz"])
  }

  @Test func `of a large folder the first names are offered, whatever order they lie in`() throws {
    defer { test.remove() }
    for number in 0..<1500 { try test.write("", to: "file\(number * 7919 % 1500 + 1000)") }
    try makeFolder("zoo")
    let offered = texts("improve engineer f")
    #expect(offered == (1000..<1100).map { "file\($0)" })
    #expect(texts("improve engineer z") == ["zoo/"])
    let entries = FolderEntries.read(test.folder.appending(path: "project").path(percentEncoded: false), first: 10) {
      $0.name.hasPrefix("file")
    }
    #expect((10..<20).contains(entries?.count ?? 0))
    #expect(entries?.map(\.name).sorted().prefix(10).elementsEqual((1000..<1010).map { "file\($0)" }) == true)
  }

  @Test func `a cursor inside a character completes nothing`() {
    defer { test.remove() }
    #expect(source.completions(line: "é", cursor: 1).candidates == [])
    #expect(source.completions(line: "corr", cursor: 99).candidates.map(\.text) == ["correction"])
    #expect(source.completions(line: "corr", cursor: -1).start == 0)
  }
}
