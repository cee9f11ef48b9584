import Foundation
import LineEditing
import Testing
import WhetCore

@testable import WhetShell

@Suite(.timeLimit(.minutes(1)))
struct PromptTests {
  private func run(_ events: [LineEvent], registry: CommandRegistry = Probe.registry) async throws -> (
    editor: ScriptedEditor, captured: CapturedStreams, code: ExitCode
  ) {
    let test = try TestShell(registry: registry)
    defer { test.remove() }
    let editor = ScriptedEditor(events)
    let code = await PromptLoop(shell: test.shell).run(on: editor)
    await test.shell.close()
    return (editor, test.captured, code)
  }

  @Test func `lines run one after the other, and the end of input leaves`() async throws {
    let result = try await run([.line("say one"), .line("say two")])
    #expect(result.captured.output == "one\ntwo\n")
    #expect(result.editor.history == ["say one", "say two"])
    #expect(result.editor.isClosed)
    #expect(result.code == .success)
  }

  @Test func `a fault does not leave the prompt`() async throws {
    let result = try await run([.line("fail"), .line("nonsense"), .line("say after")])
    #expect(result.captured.output == "after\n")
    #expect(result.captured.errors.contains("there is nothing"))
    #expect(result.captured.errors.contains("there is no command"))
  }

  @Test func `an entry goes over lines until it is whole`() async throws {
    let result = try await run([.line(#"say """"#), .line("  inside"), .line(#"  """"#)])
    #expect(result.captured.output == "inside\n")
    #expect(result.editor.prompts == ["whet> ", " ...> ", " ...> ", "whet> "])
    #expect(result.editor.history.count == 1)
  }

  @Test func `a block goes over lines, and variables and functions stay for later entries`() async throws {
    let result = try await run([
      .line("let total = 1"), .line("def twice(x) {"), .line("  return $x * 2"), .line("}"),
      .line("for n in range(3) {"), .line("  total = $total + twice($n)"), .line("}"), .line("echo $total"),
      .line("let total = say again"), .line("echo $total"), .line("def twice(x) { return 0 }"),
      .line("echo (twice(4))"),
    ])
    #expect(result.captured.output == "7\nagain\n0\n")
    #expect(result.captured.errors == "")
    #expect(result.editor.prompts.count { $0 == " ...> " } == 4)
  }

  @Test func `an entry with a fault leaves no trace, a failing one keeps what it has done`() async throws {
    let result = try await run([
      .line("let a = 1; echo $nobody"), .line("echo $a"), .line("let b = 2; fail"), .line("echo $b"),
    ])
    #expect(result.captured.output == "2\n")
    #expect(result.captured.errors.contains("there is no variable '$a' here"))
  }

  @Test func `Ctrl-C drops what was typed`() async throws {
    let result = try await run([.line(#"say """"#), .interrupted, .line("say fresh")])
    #expect(result.captured.output == "fresh\n")
  }

  @Test func `exit ends the prompt`() async throws {
    let result = try await run([.line("exit"), .line("say more")])
    #expect(result.captured.output == "")
  }

  @Test(arguments: [("y", "done\n"), ("YES", "done\n"), ("n", ""), ("", "")])
  func `a question is put on the prompt`(answer: String, expected: String) async throws {
    let result = try await run([.line("ask"), .line(answer)])
    #expect(result.captured.output == expected)
    #expect(result.editor.prompts.contains("really? [y/N] "))
  }

  @Test func `Ctrl-C cancels the running command and the shell stays`() async throws {
    let editor = ScriptedEditor([.line("spin"), .line("say after")])
    let interrupting = Probe("spin") { _ in
      editor.interrupt()
      while true {
        try Task.checkCancellation()
        await Task.yield()
      }
    }
    let say = Probe("say") { .text(try $0.text("text") ?? "") }
    let test = try TestShell(registry: CommandRegistry([interrupting, say]))
    defer { test.remove() }
    #expect(await PromptLoop(shell: test.shell).run(on: editor) == .success)
    #expect(test.captured.output == "after\n")
    #expect(test.captured.errors.contains("interrupted"))
  }

  @Test func `the start file runs before the first line`() async throws {
    let test = try TestShell(registry: Probe.registry)
    defer { test.remove() }
    let file = try #require(test.shell.environment.startFile)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data("say hello".utf8).write(to: file)
    _ = await PromptLoop(shell: test.shell).run(on: ScriptedEditor(lines: ["say there"]))
    #expect(test.captured.output == "hello\nthere\n")
  }
}
