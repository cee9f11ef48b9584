import Foundation
import Testing
import WhetCore

@testable import WhetEvaluation

@Suite(.timeLimit(.minutes(2)))
struct SandboxTests {
  @Test(
    arguments: [
      ("exit 0", VerifierResult.Outcome.passed), ("exit 3", .failed(status: 3)), ("kill -9 $$", .killed(signal: 9)),
      ("echo 'score 5/5' > $WHET_SCORE", .passed), ("echo 'score 3/5' > $WHET_SCORE", .failed(status: 0)),
      ("echo 'score 5/5' > $WHET_SCORE; exit 1", .failed(status: 1)),
      ("echo nonsense > $WHET_SCORE", .failed(status: 0)),
      ("echo 'score 5/5'; exit 4", .failed(status: 4)),
    ])
  func `a verifier's exit status and score decide`(script: String, expected: VerifierResult.Outcome) async throws {
    let result = try await Verifier.shell(script)
    #expect(result.outcome == expected, "\(String(decoding: result.outputTail, as: UTF8.self))")
  }

  @Test func `a partial score is kept with the verdict`() async throws {
    let result = try await Verifier.shell("echo 'score 3/5' > $WHET_SCORE; exit 1")
    #expect(result.value == 60)
    #expect(result.passed == false)
  }

  @Test func `a full score of a failing run counts nothing`() async throws {
    let result = try await Verifier.shell("echo 'score 5/5' > $WHET_SCORE; exit 1")
    #expect(result.value == 0)
  }

  @Test func `a printed score is not a score`() async throws {
    let result = try await Verifier.shell("echo 'score 1/2'")
    #expect(result.score == nil)
    #expect(result.outcome == .passed)
  }

  @Test func `the response and the further files are in the folder`() async throws {
    let verifier = VerifierSpecification(
      run: ["sh", "-c", "cat {response} lib/more.txt && cat"], stdin: "from stdin", files: ["lib/more.txt": "more\n"])
    let result = try await Sandbox().run(verifier, response: "print(1)\n", language: "python")
    #expect(String(decoding: result.outputTail, as: UTF8.self) == "print(1)\nmore\nfrom stdin")
    #expect(result.outcome == .passed)
  }

  @Test func `only the code block is checked when there is one`() async throws {
    let verifier = VerifierSpecification(run: ["cat", "response.py"])
    let result = try await Sandbox().run(verifier, response: "Here:\n```python\nx = 1\n```\nDone.", language: "python")
    #expect(String(decoding: result.outputTail, as: UTF8.self) == "x = 1\n")
  }

  @Test func `a script among the files can be the program`() async throws {
    let verifier = VerifierSpecification(run: ["./check"], files: ["check": "#!/bin/sh\nexit 7\n"])
    #expect(try await Sandbox().run(verifier, response: "", language: nil).outcome == .failed(status: 7))
  }

  @Test(arguments: [
    ["whet-has-no-such-program"], ["/usr/bin/whet-has-no-such-program"], ["./missing"], ["/etc/passwd"],
  ])
  func `a missing program is no verdict`(run: [String]) async throws {
    let result = try await Sandbox().run(VerifierSpecification(run: run), response: "", language: nil)
    guard case .unavailable(let error) = result.outcome else { return #expect(Bool(false), "\(result.outcome)") }
    #expect(error.code == .verifierProgramMissing)
    #expect(result.passed == nil)
    #expect(result.value == nil)
  }

  @Test(
    arguments: [
      ["../up": ""], ["/abs": ""], ["a//b": ""], ["a/./b": ""], ["": ""], ["response.txt": "mine"],
      ["a": "", "a/b": ""],
      ["big": String(repeating: "x", count: 9 << 20)], ["n\0l": ""],
    ])
  func `files outside the folder are refused`(files: [String: String]) async throws {
    let result = try await Sandbox().run(
      VerifierSpecification(run: ["true"], files: files), response: "", language: nil)
    guard case .unavailable(let error) = result.outcome else { return #expect(Bool(false), "\(result.outcome)") }
    #expect(error.code == .verifierInvalid)
  }

  @Test(
    arguments: [\SandboxTools.bubblewrap, \.prlimit, \.shell] as [any WritableKeyPath<SandboxTools, String> & Sendable])
  func `without its tools nothing runs`(tool: any WritableKeyPath<SandboxTools, String> & Sendable) async throws {
    var tools = SandboxTools()
    tools[keyPath: tool] = "/usr/bin/whet-has-no-such-program"
    try await expectUnavailable(tools)
  }

  @Test(arguments: ["/bin/false", "/bin/true"])
  func `a sandbox that was never built gives no verdict`(bubblewrap: String) async throws {
    try await expectUnavailable(SandboxTools(bubblewrap: bubblewrap))
  }

  private func expectUnavailable(_ tools: SandboxTools) async throws {
    let result = try await Sandbox(tools: tools).run(VerifierSpecification(run: ["true"]), response: "", language: nil)
    guard case .unavailable(let error) = result.outcome else { return #expect(Bool(false), "\(result.outcome)") }
    #expect(error.code == .sandboxUnavailable)
  }

  @Test func `a verifier that never ends is stopped`() async throws {
    let result = try await Verifier.shell("sleep 50", timeout: 0.3)
    #expect(result.outcome == .timedOut(after: 0.3))
  }

  @Test func `one that closes its output and stays is stopped`() async throws {
    let result = try await Verifier.shell("exec >&- 2>&-; sleep 50", timeout: 0.3)
    #expect(result.outcome == .timedOut(after: 0.3))
  }

  @Test func `the end of the output is kept`() async throws {
    let result = try await Verifier.python("import sys; sys.stdout.write('a' * 50000 + 'END')")
    #expect(result.outputTail.count == 4096)
    #expect(String(decoding: result.outputTail.suffix(4), as: UTF8.self) == "aEND")
  }

  @Test func `a cancelled task ends the sandbox`() async throws {
    let mark = "whet-cancelled-\(UInt64.random(in: 0...(.max)))"
    let task = Task { try await Verifier.shell("echo \(mark); sleep 61.5; true", timeout: 60) }
    while !Processes.exist(naming: mark) { await Task.yield() }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    while Processes.exist(naming: mark) { await Task.yield() }
  }

  @Test func `nothing of the caller's environment is inside`() async throws {
    let result = try await Verifier.shell("cat /proc/1/environ | tr '\\0' '\\n'; env")
    let text = String(decoding: result.outputTail, as: UTF8.self)
    #expect(!text.contains("SHLVL="))
    #expect(text.contains("HOME=/sandbox"))
    let names = text.split(separator: "\n").map { $0.prefix { $0 != "=" } }
    #expect(Set(names).isSubset(of: ["PATH", "LANG", "HOME", "TMPDIR", "WHET_SCORE", "PYTHONHASHSEED", "PWD", "_"]))
  }

  @Test func `the stage is gone afterwards`() async throws {
    let stages = {
      try FileManager.default.contentsOfDirectory(atPath: "/tmp").filter { $0.hasPrefix("whet-verifier-") }
    }
    let before = Set(try stages())
    _ = try await Verifier.shell("true")
    // Other tests run at the same time: what this one made is not among those that stay.
    for stage in Set(try stages()).subtracting(before) {
      while FileManager.default.fileExists(atPath: "/tmp/\(stage)") { await Task.yield() }
    }
  }

  @Test func `a run costs little more than the program`() async throws {
    _ = try await Verifier.python("pass")
    let clock = ContinuousClock()
    var best = Duration.seconds(1)
    for _ in 0..<5 { best = min(best, try await clock.measure { _ = try await Verifier.python("pass") }) }
    #expect(best < .milliseconds(200))
    print("sandboxed python3 -c pass: \(best)")
  }
}
