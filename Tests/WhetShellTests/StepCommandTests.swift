import Foundation
import Testing
import WhetCore
import WhetTraining

@testable import WhetShell

/// Stepping through sessions in the shell.
@Suite(.timeLimit(.minutes(2)))
struct StepCommandTests {
  private static let lines = ["alpha", "beta", "gamma", "delta"].enumerated().map { index, name in
    let text = "def \(name)_\(index)(in_\(name)):\\n    if in_\(name) == None:\\n        return '\(name)'\\n"
    return """
      {"id":"n\(index)","agent":"engineer","task":"check \(name)","format":"code","language":"python",\
      "original":"\(text)","corrected":"\(text.replacing("== None", with: "is None"))"}
      """
  }.joined(separator: "\n")

  /// A shell whose last session, which known lessons fit, stands behind a step.
  private func standing(at count: Int, _ output: OutputFormat = .table) async throws -> TestShell {
    let test = try TestShell(output: output)
    try test.write(Self.lines, to: "c.jsonl")
    #expect(
      await test.run("correction import c.jsonl", "train engineer --step", "step next --count \(20 + count)")
        == .success)
    return test
  }

  private func json(_ test: TestShell, _ command: String) async throws -> [String: Any] {
    let before = test.captured.output.count
    #expect(await test.run(command + " | json") == .success, "\(command): \(test.captured.errors)")
    let text = String(test.captured.output.dropFirst(before))
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test(arguments: PipelineStep.allCases)
  func `each step shows its artefact and what comes next`(step: PipelineStep) async throws {
    let test = try await standing(at: step.rawValue)
    defer { test.remove() }
    #expect(test.captured.output.contains("\(step.rawValue) of 7 steps"))
    #expect(test.captured.output.contains("\n\(step.rawValue) \(step.name)\n"))
    #expect(test.captured.output.contains("next: 'step next'"))
    #expect(await test.run("step") == .success)
    let value = try await json(test, "step show \(step.name)")
    let session = try #require(value["session"] as? [String: Any])
    #expect(session["step"] as? String == step.name)
    #expect((session["steps"] as? [String: Any])?.keys.first == step.name)
  }

  @Test(
    arguments: [
      "step back", "step back --to input", "step set strategy generic", "step set lesson last off",
      "step set response 'x = 1'", "step set model offline", "step run", "step run --all", "step abort", "step next",
      "step show prompt", "session replay s4", "session compare s1 last", "session show s4",
    ], [OutputFormat.table, .json, .jsonl])
  func `each verb works behind the evaluation, in every form`(command: String, format: OutputFormat) async throws {
    let test = try await standing(at: 5, format)
    defer { test.remove() }
    #expect(await test.run(command) == .success, "\(test.captured.errors)")
    #expect(!test.captured.output.isEmpty)
  }

  @Test(arguments: [
    ("step set strategy nonsense", "engineer and generic"), ("step set lesson zz off", "step show prompt"),
    ("step set model gpt", "offline"), ("step next --session s1", "--session"),
    ("step back --to evaluation", "step next"),
    ("step edit", "step edit prompt"), ("train engineer", "step run --all"), ("step next --count 0", "1 to 1000"),
    ("step show nonsense", "input, strategy"), ("session compare s1 s77", "session list"),
  ])
  func `what makes no sense gets a clear answer`(command: String, advice: String) async throws {
    let test = try await standing(at: 5)
    defer { test.remove() }
    let before = test.captured.output
    #expect(await test.run(command) != .success)
    #expect(test.captured.errors.contains(advice), "\(test.captured.errors)")
    #expect(test.captured.output == before)
    #expect(try await json(test, "step show")["takenBack"] as? [String] == [])
  }

  @Test func `a choice is seen in the session, and what was taken back too`() async throws {
    let test = try await standing(at: 5)
    defer { test.remove() }
    let value = try await json(test, "step set response 'if x is None: pass'")
    #expect(value["takenBack"] as? [String] == ["response", "evaluation"])
    #expect((value["done"] as? [Any])?.count == 2)
    #expect(await test.run("session show s4") == .success)
    #expect(test.captured.output.contains("4 response (step set response)"))
    let session = try await json(test, "session show s4")
    let response = try #require((session["steps"] as? [String: Any])?["response"] as? [String: Any])
    #expect(response["chosenBy"] as? String == "person" && response["improver"] as? String == "person")
    #expect(((session["choices"] as? [[String: Any]])?.first?["kind"]) as? String == "response")
  }

  @Test func `the whole way ends with the gate, and history is history`() async throws {
    let test = try await standing(at: 7)
    defer { test.remove() }
    #expect(test.captured.output.contains("measures the run on held-out cases"))
    let value = try await json(test, "step next")
    #expect((value["run"] as? [String: Any])?["state"] as? String == "finished")
    #expect(await test.run("step back --session s4") == .failure)
    #expect(test.captured.errors.contains("session replay s4"))
    #expect(await test.run("step next") == .failure)
    #expect(test.captured.errors.contains("train AGENT --step"))
  }

  @Test func `another training waits, and resuming leaves the stepped run alone`() async throws {
    let test = try await standing(at: 3)
    defer { test.remove() }
    #expect(await test.run("session resume") == .success)
    #expect(test.captured.errors.contains("s4 is stepped through"))
    #expect(await test.run("session resume s4") == .failure)
    #expect(await test.run("train engineer --correction n0") == .failure)
    #expect(await test.run("train engineer --response 'a == None' --language python") == .success)
    #expect(await test.run("train engineer --step") == .success)
    #expect(test.captured.errors.contains("stepped through already"))
  }

  @Test func `a response and one correction are stepped through`() async throws {
    let test = try TestShell()
    defer { test.remove() }
    try test.write(Self.lines, to: "c.jsonl")
    #expect(
      await test.run(
        "correction import c.jsonl", "train --step --correction n2", "step run", "step run",
        "train engineer --step --response 'if a == None: pass' --language python", "step run --all") == .success)
    #expect(test.captured.output.contains("run r1 of engineer") && test.captured.output.contains("run r2 of engineer"))
  }

  @Test func `a response without a correction is promised neither lessons nor a gate`() async throws {
    let test = try TestShell()
    defer { test.remove() }
    #expect(
      await test.run("train engineer --step --response 'if a == None: pass' --language python", "step next --count 6")
        == .success)
    #expect(await test.run("step back", "step back", "step next", "step next") == .success)
    #expect(!test.captured.output.contains("learns from the correction"))
    #expect(!test.captured.output.contains("held-out cases") && !test.captured.output.contains("the run's gate"))
    #expect(test.captured.output.contains("no gate decides"))
  }

  @Test func `a run that is stepped through is gone on with by step`() async throws {
    let test = try await standing(at: 3)
    defer { test.remove() }
    #expect(await test.run("run show last") == .success)
    #expect(test.captured.output.contains("next: 'step next --session s4' goes on with it"))
    #expect(await test.run("gate explain last") == .failure)
    #expect(test.captured.errors.contains("'step next' goes on with it"))
  }

  @Test(arguments: [true, false])
  func `a dry run starts no verifiers`(isDry: Bool) async throws {
    let test = try TestShell(options: { $0.isDryRun = isDry })
    defer { test.remove() }
    #expect(try await test.shell.services.configuration().runsVerifiers == !isDry)
  }

  // MARK: Editing

  @Test func `the editor's change of the prompt switches a lesson off`() async throws {
    let test = try await standing(at: 3)
    defer { test.remove() }
    let editor = try test.editor("sed -i '/^- \\[/d' \"$1\"")
    let code = await editor.run("step edit")
    #expect(code == .success, "\(test.captured.errors)")
    #expect(test.captured.output.contains("off: "))
    let value = try await json(test, "step next")
    let response = ((value["session"] as? [String: Any])?["steps"] as? [String: Any])?["response"] as? [String: Any]
    #expect(response?["changed"] as? Bool == false)
  }

  @Test(arguments: ["true", "sed -i 's/$/  /' \"$1\"", "echo >> \"$1\""])
  func `an editor that changes blanks only changes nothing`(script: String) async throws {
    let test = try await standing(at: 4)
    defer { test.remove() }
    let editor = try test.editor(script)
    #expect(await editor.run("step edit", "step edit prompt") == .success)
    #expect(test.captured.output.contains("nothing changed"))
    #expect(try await json(test, "session show s4")["choices"] as? [String] == [])
  }

  @Test(arguments: [
    ("prompt", "sed -i '/^```/d' \"$1\"", "step.choice"),
    ("response", "head -c 5000000 /dev/zero | tr '\\0' x > \"$1\"", "text.too-large"),
    ("response", "printf '\\377' > \"$1\"", "text.invalid"),
  ])
  func `what was saved and is refused stays in a file only its user can read`(
    step: String, script: String, code: String
  ) async throws {
    let test = try await standing(at: 4)
    defer { test.remove() }
    let editor = try test.editor(script + "; echo end >> \"$1\"")
    #expect(await editor.run("step edit \(step)") != .success)
    #expect(editor.captured.errors.contains("[\(code)]"), "\(editor.captured.errors)")
    try requireKept(editor.captured.errors, /it is kept in '(.+)'/)
  }

  @Test(arguments: [
    (": > \"$1\"", "the file was left empty: the response is as it was", false),
    ("exit 3", "the editor failed: the response is as it was", false),
    ("echo end > \"$1\"; exit 3", "the editor failed: the response is as it was", true),
  ])
  func `an emptied file and a failed editor are told from no change`(
    script: String, words: String, isKept: Bool
  ) async throws {
    let test = try await standing(at: 4)
    defer { test.remove() }
    let editor = try test.editor(script)
    #expect(await editor.run("step edit response") == .success)
    #expect(editor.captured.output.contains(words), "\(editor.captured.output)")
    #expect(editor.captured.errors.contains("what it saved is") == isKept)
    if isKept { try requireKept(editor.captured.errors, /what it saved is '(.+)'/) }
  }

  @Test func `a text that is too long is refused before the editor opens`() async throws {
    let test = try TestShell()
    defer { test.remove() }
    let opened = test.folder.appending(path: "opened").path(percentEncoded: false)
    let editor = ExternalEditor(shell: try test.editor("touch '\(opened)'").shell)
    let text = String(repeating: "x", count: ExternalEditor.entryLimit + 1)
    let error = await #expect(throws: WhetError.self) { try await editor.edit(text) }
    #expect(error?.code == .textTooLarge && !FileManager.default.fileExists(atPath: opened))
    #expect(try await editor.edit(String(text.dropFirst())) == String(text.dropFirst()))
  }

  /// The file a note names is there for its user alone; then it is taken away.
  private func requireKept(_ errors: String, _ note: Regex<(Substring, Substring)>) throws {
    let file = URL(filePath: String(try #require(errors.firstMatch(of: note)).1))
    let folder = file.deletingLastPathComponent()
    defer { try? FileManager.default.removeItem(at: folder) }
    for (url, rights) in [(file, 0o600), (folder, 0o700)] {
      let attributes = try FileManager.default.attributesOfItem(atPath: url.path(percentEncoded: false))
      #expect(attributes[.posixPermissions] as? Int == rights)
    }
    #expect(try Data(contentsOf: file).suffix(4) == Data("end\n".utf8))
  }

  @Test func `the editor's response is a person's, with the line end it had`() async throws {
    let test = try await standing(at: 6)
    defer { test.remove() }
    let editor = try test.editor("printf 'x = 1' > \"$1\"")
    #expect(await editor.run("step edit response") == .success)
    let session = try await json(test, "session show s4")
    let response = (session["steps"] as? [String: Any])?["response"] as? [String: Any]
    #expect(response?["text"] as? String == "x = 1\n" && response?["chosenBy"] as? String == "person")
    #expect(session["step"] as? String == "adaptation")
  }
}

extension TestShell {
  /// A shell on the same store whose editor is a script.
  fileprivate func editor(_ script: String) throws -> TestShell {
    let path = folder.appending(path: "editor.sh").path(percentEncoded: false)
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return TestShell(self, variables: ["EDITOR": path])
  }
}
