import Foundation
import LineEditing
import Testing
import WhetCore
import WhetStore

@testable import WhetShell

@Suite(.timeLimit(.minutes(1)))
struct RunNewsTests {
  private func store(of test: TestShell) throws -> Store {
    try Store(path: test.folder.appending(component: "whet.db").path(percentEncoded: false))
  }

  /// Ends a run as another shell would.
  private func run(in store: Store, failing reason: String? = nil) throws {
    let lease = try store.createRun(agent: AgentName("engineer"), mode: "continuous", settings: Data("{}".utf8))
    if let reason {
      try store.failRun(lease.run.id, reason: reason)
    } else {
      try store.finishRun(lease.run.id, outcome: nil)
    }
  }

  @Test func `what ended since the last look is told once, what was there before is not`() async throws {
    let test = try TestShell()
    defer { test.remove() }
    let other = try store(of: test)
    try run(in: other)
    let quiet = QuietStore(shell: test.shell)
    let news = RunNews(shell: test.shell, quietStore: quiet, ownProcess: 0)
    let editor = ScriptedEditor([])
    _ = try #require(quiet.open())
    await news.catchUp(on: editor)
    #expect(editor.printed == [])
    try run(in: other)
    try run(in: other, failing: "the disk\u{1B}[2J is full")
    await news.catchUp(on: editor)
    await news.catchUp(on: editor)
    #expect(
      editor.printed == [
        "run r2 of engineer finished in another shell\n"
          + "run r3 of engineer stopped in another shell: the disk\\u{1B}[2J is full"
      ])
  }

  @Test func `of many runs the first are told and the rest is counted`() async throws {
    let test = try TestShell()
    defer { test.remove() }
    let other = try store(of: test)
    let quiet = QuietStore(shell: test.shell)
    let news = RunNews(shell: test.shell, quietStore: quiet, ownProcess: 0)
    let editor = ScriptedEditor([])
    _ = try #require(quiet.open())
    await news.catchUp(on: editor)
    for _ in 0..<20 { try run(in: other) }
    await news.catchUp(on: editor)
    let lines = try #require(editor.printed.first).split(separator: "\n")
    #expect(lines.count == 9)
    #expect(lines.last == "and 12 more runs ended in other shells")
  }

  @Test func `the shell's own runs are no news`() async throws {
    let test = try TestShell()
    defer { test.remove() }
    let other = try store(of: test)
    let quiet = QuietStore(shell: test.shell)
    let news = RunNews(shell: test.shell, quietStore: quiet)
    let editor = ScriptedEditor([])
    _ = try #require(quiet.open())
    await news.catchUp(on: editor)
    try run(in: other)
    await news.catchUp(on: editor)
    #expect(editor.printed == [])
  }

  @Test func `a waiting prompt looks once a second, and never makes a store`() async throws {
    let clock = SteppedClock { count in
      if count == 5 { withUnsafeCurrentTask { $0?.cancel() } }
    }
    let test = try TestShell(clock: clock)
    defer { test.remove() }
    let editor = ScriptedEditor([])
    let news = RunNews(shell: test.shell, quietStore: QuietStore(shell: test.shell))
    await Task { await news.follow(on: editor) }.value
    #expect(clock.sleeps == Array(repeating: .seconds(1), count: 5))
    #expect(!FileManager.default.fileExists(atPath: test.folder.path + "/whet.db"))
  }
}
