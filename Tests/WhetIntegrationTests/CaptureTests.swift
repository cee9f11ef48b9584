import Foundation
import Testing
import WhetCore
import WhetLearning
import WhetStore
import WhetTraining

@testable import WhetIntegration

@Suite(.timeLimit(.minutes(1))) struct CaptureTests {
  @Test func `a program's answer becomes a response session`() async throws {
    let sample = try await SampleIntegration()
    let captured = try await sample.capture("echo 'x = 1'; echo note >&2; exit 3")
    #expect(captured.text == "x = 1\n")
    #expect(captured.exitStatus == 3)
    #expect(captured.errorTail == "note\n")
    #expect(captured.seconds > 0)
    let report = try sample.trainer.sessionReport(captured.sessionID)
    #expect(report.original == "x = 1\n")
    #expect(report.session.correction == nil)
    #expect(report.session.state == .finished)
    #expect(report.artefacts.input?.task == "print something")
    #expect(report.artefacts.input?.context["exit-status"] == "3")
    #expect(report.artefacts.input?.context["command"] == "sh -c 'echo '\\''x = 1'\\''; echo note >&2; exit 3'")
  }

  @Test func `arguments reach the program as they are`() async throws {
    let sample = try await SampleIntegration()
    let captured = try await sample.integration.capture(
      agent: sample.agent, task: "t", command: ["printf", "%s|", "a b", "$HOME", "*", "", "é"])
    #expect(captured.text == "a b|$HOME|*||é|")
  }

  @Test func `the program has the caller's folder and environment`() async throws {
    let sample = try await SampleIntegration()
    let captured = try await sample.capture("pwd; echo \"$PATH\"")
    let path = try #require(ProcessInfo.processInfo.environment["PATH"])
    #expect(captured.text == "\(FileManager.default.currentDirectoryPath)\n\(path)\n")
  }

  @Test func `the program has no terminal`() async throws {
    let sample = try await SampleIntegration()
    #expect(try await sample.capture("(: </dev/tty) 2>/dev/null || echo none").text == "none\n")
  }

  @Test(arguments: [nil, "", "a prompt\n", String(repeating: "x", count: 100_000)])
  func `the program reads its input, or nothing`(input: String?) async throws {
    let sample = try await SampleIntegration()
    #expect(try await sample.capture("echo begin; cat", input: input).text == "begin\n" + (input ?? ""))
  }

  @Test func `a program that does not read its input harms nobody`() async throws {
    let sample = try await SampleIntegration()
    #expect(try await sample.capture("echo done", input: String(repeating: "x", count: 2_000_000)).text == "done\n")
  }

  @Test func `both streams may be long at once`() async throws {
    let sample = try await SampleIntegration()
    let script =
      "i=0; while [ $i -lt 3000 ]; do echo \"line $i of the answer, padded to fill the pipe\"; "
      + "echo \"error $i, padded to fill the other pipe as well\" >&2; i=$((i+1)); done"
    let captured = try await sample.capture(script)
    #expect(captured.text.split(separator: "\n").count == 3000)
    #expect(captured.errorTail.utf8.count == 4096)
    #expect(captured.errorTail.hasSuffix("error 2999, padded to fill the other pipe as well\n"))
  }

  @Test func `a secret in answer or command is not stored`() async throws {
    let sample = try await SampleIntegration()
    let key = "AKIA" + "ABCDEFGHIJ234567"
    let captured = try await sample.capture("echo 'key \(key)'")
    #expect(captured.text == "key [redacted:aws-access-key]\n")
    #expect(captured.redactions == 1)
    #expect(!captured.command.joined().contains(key))
    let report = try sample.trainer.sessionReport(captured.sessionID)
    #expect(report.artefacts.input?.context.values.contains { $0.contains(key) } == false)
  }

  @Test func `bytes that are not UTF-8 become visible`() async throws {
    let captured = try await SampleIntegration().capture(#"printf 'caf\351\n'"#)
    #expect(captured.text == "caf\u{FFFD}\n")
    #expect(captured.isRepaired)
  }

  @Test func `control sequences are kept as text and escaped in JSON`() async throws {
    let captured = try await SampleIntegration().capture(#"printf '\033[31mred\033[0m\n'"#)
    #expect(captured.text == "\u{1B}[31mred\u{1B}[0m\n")
    #expect(!captured.value.json().utf8.contains(0x1B))
  }

  @Test func `a signal's exit status is that of a shell`() async throws {
    #expect(try await SampleIntegration().capture("echo answer; kill -9 $$").exitStatus == 137)
  }

  @Test func `a process left behind is not waited for`() async throws {
    let captured = try await SampleIntegration().capture("sleep 50 & echo answer $!")
    #expect(captured.text.hasPrefix("answer "))
    #expect(captured.seconds < 40)
    let left = try #require(Int32(captured.text.dropFirst(7).trimmingCharacters(in: .whitespacesAndNewlines)))
    kill(left, SIGKILL)
  }

  @Test func `the agent's lessons improve the answer, whose original is kept`() async throws {
    let sample = try await SampleIntegration()
    for index in 0..<6 {
      let mistake = Mistake(index)
      _ = try await sample.integration.trainSubprocessResponse(
        subprocessID: "\(index)", agent: "engineer", original: mistake.original, correction: mistake.corrected,
        context: ["task": "check"])
    }
    let mistake = Mistake(20)
    let captured = try await sample.integration.capture(
      agent: sample.agent, task: "check", command: ["cat"], input: Data(mistake.original.utf8), language: "python",
      improve: true)
    #expect(captured.text == mistake.original)
    #expect(captured.improved?.improvement.text == mistake.corrected)
    #expect(captured.value["improved"] == .string(mistake.corrected))
  }
}
