import Foundation
import LineEditing
import Testing
import WhetCore

@testable import WhetShell

@Suite(.timeLimit(.minutes(1)))
struct CompletionTests {
  private func texts(_ line: String, _ test: TestShell) -> [String] {
    let source = CompletionSource(shell: test.shell, memory: PromptMemory(table: test.shell.registry.table))
    return source.completions(line: line, cursor: line.utf8.count).candidates.map(\.text)
  }

  @Test(arguments: [
    ("corr", ["correction"]), ("correction im", ["import"]), ("gate ", ["explain"]),
    ("session show last --step str", ["strategy"]), ("deploy engineer --for", ["--force"]),
    ("session list | j", ["json", "jsonl"]), ("strategy show g", ["generic"]), ("help correction exp", ["export"]),
    ("dashboard engi", ["engineer"]), ("improve engineer @ans", ["answer.py"]), ("improve engineer an", ["answer.py"]),
    ("correction add --original @sub", ["sub/"]), ("nonsense x", []),
  ])
  func `words are completed by what may stand there`(line: String, expected: [String]) throws {
    let test = try TestShell()
    defer { test.remove() }
    try test.write("x", to: "answer.py")
    try FileManager.default.createDirectory(
      at: test.folder.appending(path: "project/sub"), withIntermediateDirectories: true)
    #expect(texts(line, test) == expected)
  }

  @Test func `ids come from the store, which completion never makes`() async throws {
    let test = try TestShell()
    defer { test.remove() }
    let store = test.folder.appending(component: "whet.db").path(percentEncoded: false)
    #expect(texts("correction show c", test) == [])
    #expect(!FileManager.default.fileExists(atPath: store))
    #expect(
      await test.run("correction add --id case-1 --agent engineer --task t --original a --corrected b") == .success)
    #expect(texts("correction show c", test) == ["case-1"])
    #expect(texts("correction show ", test).sorted() == ["case-1", "last"])
  }
}
