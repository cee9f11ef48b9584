import Foundation
import LineEditing
import Testing
import WhetCore
import WhetStore

@testable import WhetShell

@Suite(.timeLimit(.minutes(1)))
struct SteppedPromptTests {
  /// A store with a run that somebody began to step through.
  private func beginStepping(in test: TestShell) throws {
    let store = try Store(path: test.folder.appending(component: "whet.db").path(percentEncoded: false))
    let draft = try CorrectionDraft(
      json: Data(#"{"id":"first","agent":"engineer","task":"t","original":"a == None","corrected":"a is None"}"#.utf8))
    _ = try store.add([draft])
    let settings = #"{"gatePolicy":"strict","tokenBudget":2000,"isLearnerEnabled":true,"seed":1,"isStepped":true}"#
    _ = try store.createRun(
      agent: AgentName("engineer"), mode: "continuous", settings: Data(settings.utf8),
      subjects: [.correction(CorrectionID("first"), revision: 1)])
    try store.close()
  }

  @Test func `the prompt shows where a stepped session stands, and its end that it can be gone on with`() async throws {
    let test = try TestShell()
    defer { test.remove() }
    try beginStepping(in: test)
    let editor = ScriptedEditor(lines: ["agent use engineer", "exit"])
    _ = await PromptLoop(shell: test.shell).run(on: editor)
    await test.shell.close()
    #expect(editor.prompts == ["whet> ", "whet engineer s1 0/7> "])
    #expect(test.captured.errors.contains("the session s1 0/7 is open; 'step next' goes on with it"))
  }

  @Test func `of another agent's session nothing is shown`() async throws {
    let test = try TestShell()
    defer { test.remove() }
    try beginStepping(in: test)
    let draft = #"{"id":"other","agent":"qa","task":"t","original":"a","corrected":"b"}"#
    try test.write(draft, to: "qa.jsonl")
    let editor = ScriptedEditor(lines: ["correction import qa.jsonl", "agent use qa"])
    _ = await PromptLoop(shell: test.shell).run(on: editor)
    await test.shell.close()
    #expect(editor.prompts == ["whet> ", "whet s1 0/7> ", "whet qa> "])
    #expect(!test.captured.errors.contains("is open"))
  }
}
