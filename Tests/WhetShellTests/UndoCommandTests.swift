import Foundation
import Testing
import WhetCore

@testable import WhetShell

@Suite(.timeLimit(.minutes(1)))
struct UndoCommandTests {
  private static let add = "correction add --id k --agent engineer --task t --original o --corrected c"

  /// Each with what comes before it.
  private static let changes: [(before: [String], change: String, words: String)] = [
    ([], add, "added correction k"),
    ([], "correction import c.jsonl", "imported 2 corrections from c.jsonl"),
    ([add], "correction edit k --feedback 'be brief' --pinned", "edited correction k (revision 2)"),
    ([add], "correction remove k", "removed correction k"),
    ([add, "correction remove k"], add, "brought back correction k"),
    ([], "agent new reviewer", "made agent reviewer in the project tier"),
  ]

  private static let shown = [
    "correction list", "correction list --removed", "agent list", "lesson list", "deployment list",
  ]

  private func state(_ test: TestShell) async -> String {
    let before = test.captured.output.count
    for command in Self.shown { _ = await test.run(command) }
    return String(test.captured.output.dropFirst(before))
  }

  @Test(arguments: changes.indices)
  func `undo names a change and takes back what the commands show of it`(index: Int) async throws {
    let (before, change, words) = Self.changes[index]
    let test = try TestShell(output: .json)
    defer { test.remove() }
    try test.write(
      #"{"id":"a","agent":"qa","task":"t","original":"x","corrected":"y"}"# + "\n"
        + #"{"agent":"qa","task":"u","original":"x","corrected":"z"}"# + "\n", to: "c.jsonl")
    for command in before { #expect(await test.run(command) == .success) }
    let beginning = await state(test)
    #expect(await test.run(change) == .success)
    #expect(await state(test) != beginning)
    #expect(await test.run("undo") == .usage)
    #expect(test.captured.errors.contains("'\(words)'") && test.captured.errors.contains("[confirmation.needed]"))
    #expect(await test.run("undo --yes") == .success)
    #expect(test.captured.output.contains(#""words": "\#(words)""#))
    #expect(await state(test) == beginning)
  }

  @Test func `a second undo takes back the change before, and the list shows what is left`() async throws {
    let test = try TestShell()
    defer { test.remove() }
    #expect(await test.run(Self.add, "correction edit k --pinned", "undo --list") == .success)
    let rows = test.captured.output.split(separator: "\n").filter { $0.hasPrefix("u") }
    #expect(rows.map { $0.prefix(2) } == ["u2", "u1"])
    #expect(await test.run("undo --yes", "undo --yes", "undo --list", "correction list") == .success)
    #expect(test.captured.output.contains("no changes that could be taken back"))
    #expect(test.captured.output.contains("'correction add' of the same brings it back"))
    #expect(await test.run("undo --yes") == .failure)
    #expect(test.captured.errors.contains("[undo.nothing]"))
    #expect(await test.run(Self.add) == .success)
    #expect(test.captured.output.hasSuffix("added correction k\n"))
  }

  /// The question stands while another shell makes a change.
  @Test func `what came between the question and the answer is not taken back`() async throws {
    let test = try TestShell()
    defer { test.remove() }
    #expect(await test.run(Self.add) == .success)
    let other = try TestShell()
    defer { other.remove() }
    let store = test.folder.appending(component: "whet.db").path(percentEncoded: false)
    let options = ProgramOptions(output: .table, store: store)
    let second = Shell(environment: other.shell.environment, options: options, streams: other.captured.streams)
    test.shell.setAsker { question in
      #expect(question.hasPrefix("take back u1, 'added correction k'? Then "))
      _ = await Program(shell: second).run(
        .commands(["correction add --id theirs --agent qa --task t --original o --accept"]))
      return true
    }
    #expect(await test.run("undo") == .failure)
    #expect(test.captured.errors.contains("[undo.overtaken]"))
    #expect(await test.run("correction list") == .success)
    #expect(test.captured.output.contains("theirs") && test.captured.output.contains("k "))
  }

  @Test func `a change that cannot be taken back is named, passed over and does not block older ones`() async throws {
    let test = try TestShell()
    defer { test.remove() }
    #expect(await test.run(Self.add, "agent new reviewer") == .success)
    let file = test.folder.appending(path: "project/.claude/agents/reviewer.md")
    try (Data(contentsOf: file) + Data("More.\n".utf8)).write(to: file)
    test.shell.setAsker { question in
      #expect(question.hasPrefix("take back u1, 'added correction k'? Then "))
      return true
    }
    #expect(await test.run("undo") == .success)
    #expect(
      test.captured.errors.contains("u2, 'made agent reviewer in the project tier', cannot be taken back and is passed")
    )
    #expect(await test.run("undo") == .failure)
    #expect(test.captured.errors.contains("[undo.nothing]"))
  }

  @Test func `a no takes nothing back`() async throws {
    let test = try TestShell()
    defer { test.remove() }
    test.shell.setAsker { _ in false }
    #expect(await test.run(Self.add) == .success)
    #expect(await test.run("undo") == .failure)
    #expect(test.captured.errors.contains("[confirmation.denied]"))
    #expect(await test.run("correction show k") == .success)
  }
}
