import Foundation
import Testing
import WhetCore

@testable import WhetShell

/// The commands from training to rollback, on a store of a few cases without verifiers.
@Suite(.timeLimit(.minutes(2)))
struct TrainingCommandTests {
  /// Cases of one mistake, each with other names around it.
  private static let lines = ["alpha", "beta", "gamma", "delta", "omega", "sigma", "kappa", "theta"].enumerated().map {
    index, name in
    let text = "def \(name)_\(index)(in_\(name)):\\n    if in_\(name) == None:\\n        return '\(name)'\\n"
    return """
      {"id":"n\(index)","agent":"engineer","task":"check \(name)","format":"code","language":"python",\
      "original":"\(text)","corrected":"\(text.replacing("== None", with: "is None"))"}
      """
  }.joined(separator: "\n")

  private func trained(_ output: OutputFormat = .table, overrides: [String: String] = [:]) async throws -> TestShell {
    let test = try TestShell(output: output, overrides: overrides)
    try test.write(Self.lines, to: "c.jsonl")
    return test
  }

  @Test func `import, train and list give one array of three`() async throws {
    let test = try await trained(.json)
    defer { test.remove() }
    #expect(await test.run("correction import c.jsonl", "train engineer", "session list") == .success)
    let values = try #require(try JSONSerialization.jsonObject(with: Data(test.captured.output.utf8)) as? [Any])
    #expect(values.count == 3)
    #expect((values[1] as? [String: Any])?["state"] as? String == "finished")
    #expect((values[2] as? [Any])?.count == 8)
  }

  @Test func `a trained agent is deployed, improves byte for byte, and is rolled back`() async throws {
    let test = try await trained()
    defer { test.remove() }
    let answer = "if x == None:\r\n    pass"
    try test.write(answer, to: "new.py")
    let definition = test.folder.appending(path: "project/.claude/agents/engineer.md")
    #expect(await test.run("correction import c.jsonl", "train engineer", "agent new engineer") == .success)
    let before = try Data(contentsOf: definition)
    #expect(
      await test.run("agent diff engineer", "deploy engineer", "deployment list", "improve engineer @new.py > out.py")
        == .success)
    #expect(try Data(contentsOf: definition) != before)
    let improved = try String(contentsOf: test.folder.appending(path: "project/out.py"), encoding: .utf8)
    #expect(improved == answer.replacing("== None", with: "is None"))
    #expect(await test.run("rollback engineer") == .success)
    #expect(try Data(contentsOf: definition) == before)
  }

  @Test func `with the learner off the gate refuses and deploying fails with its own status`() async throws {
    let test = try await trained(overrides: ["learner": "off"])
    defer { test.remove() }
    #expect(await test.run("correction import c.jsonl", "train engineer", "gate explain") == .success)
    #expect(test.captured.output.contains("refuses"))
    #expect(await test.run("deploy engineer") == .refused)
  }

  @Test func `forcing needs a yes where nobody can be asked`() async throws {
    let test = try await trained()
    defer { test.remove() }
    #expect(await test.run("correction import c.jsonl", "train engineer") == .success)
    #expect(await test.run("deploy engineer --force") == .usage)
    #expect(test.captured.errors.contains("--yes"))
    #expect(await test.run("deploy engineer --force --yes") == .success)
  }

  @Test(arguments: PipelineStep.allCases)
  func `each step of a session is shown, and is in JSON`(step: PipelineStep) async throws {
    let test = try await trained()
    defer { test.remove() }
    #expect(
      await test.run("correction import c.jsonl", "train engineer", "session show last --step \(step.name)") == .success
    )
    #expect(test.captured.output.contains("\n\(step.rawValue) \(step.name)\n"))
    #expect(!test.captured.output.contains("not there yet"))
    #expect(await test.run("session show last --step \(step.name) | json") == .success)
    #expect(test.captured.output.contains("\"\(step.name)\": {"))
  }

  @Test(arguments: [
    "run list", "run show", "session list --run last", "lesson list", "stats", "dashboard engineer", "dashboard",
    "store info", "store check", "config list", "strategy list", "strategy show engineer", "criteria list",
    "agent list",
    "agent show engineer", "gate explain last", "history", "explain gate", "help", "session resume",
    "train engineer --response 'if a == None: pass' --language python --task t",
  ])
  func `each view shows something in every format`(command: String) async throws {
    for format in OutputFormat.allCases {
      let test = try await trained(format)
      defer { test.remove() }
      #expect(await test.run("correction import c.jsonl", "train engineer", command) == .success)
      #expect(!test.captured.output.isEmpty)
      if format == .json {
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(test.captured.output.utf8)) }
      }
    }
  }

  @Test(arguments: [
    "train nobody", "train", "train '../../etc/x'", "session show s99", "run show r99", "lesson show zz",
    "rollback engineer",
    "deploy engineer", "improve nobody @c.jsonl", "agent show nobody", "agent new '../../etc/x'", "explain nothing",
    "demo run nothing", "strategy show nothing", "capture run --agent engineer --task t",
  ])
  func `what is not there gets a clear answer`(command: String) async throws {
    let test = try await trained()
    defer { test.remove() }
    #expect(await test.run(command) != .success)
    #expect(test.captured.output == "")
    #expect(test.captured.errors.contains("whet: "))
  }

  @Test func `an answer is captured and corrected`() async throws {
    let test = try await trained()
    defer { test.remove() }
    #expect(
      await test.run(
        "capture run --agent engineer --task 'say hi' --language python -- printf 'if x == None: pass'",
        "correction add --session last --corrected 'if x is None: pass'") == .success)
    #expect(test.captured.output.hasPrefix("if x == None: pass"))
    #expect(await test.run("correction show last") == .success)
    #expect(test.captured.output.contains("say hi"))
  }
}
