import Foundation
import Testing
import WhetCore
import WhetStore
import WhetTraining

@testable import WhetIntegration

/// Captures that give no answer; none of them leaves anything in the store.
@Suite(.timeLimit(.minutes(1))) struct CaptureFaultTests {
  @Test(arguments: [
    ("printf 'a\\000b'", WhetError.Code.captureNotText), ("exit 4", .captureEmpty), ("echo; echo ' '", .captureEmpty),
    ("cat /dev/zero | tr '\\0' x", .captureTooLong), ("exec cat /dev/zero", .captureTooLong),
  ])
  func `output that is no answer is an error`(script: String, code: WhetError.Code) async throws {
    let sample = try await SampleIntegration()
    let error = await #expect(throws: WhetError.self) { try await sample.capture(script) }
    #expect(error?.code == code)
    #expect(try sample.store.runs().isEmpty)
  }

  @Test func `an empty answer tells status and the last complaint, printable`() async throws {
    let sample = try await SampleIntegration()
    let error = await #expect(throws: WhetError.self) {
      try await sample.capture(#"echo first >&2; printf 'no \033[31mkey\033[0m\n' >&2; exit 7"#)
    }
    #expect(error?.message == "the program exited with status 7 and printed no answer: no [31mkey[0m")
  }

  @Test(arguments: [
    (["/no/such/program"], WhetError.Code.captureProgramMissing),
    (["no-such-program-anywhere"], .captureProgramMissing),
    (["/etc/passwd"], .captureCannotStart), (["/"], .captureCannotStart), ([], .captureInvalid),
    ([""], .captureInvalid),
    (["echo", "a\u{0}b"], .captureInvalid),
  ])
  func `a program that cannot run is an error`(command: [String], code: WhetError.Code) async throws {
    let sample = try await SampleIntegration()
    let error = await #expect(throws: WhetError.self) {
      try await sample.integration.capture(agent: sample.agent, task: "t", command: command)
    }
    #expect(error?.code == code)
    #expect(try sample.store.runs().isEmpty)
  }

  @Test(arguments: [0, -1, 1e30, .infinity, .nan] as [Double])
  func `a time limit must be above 0 and at most a week`(seconds: Double) async throws {
    let sample = try await SampleIntegration()
    let error = await #expect(throws: WhetError.self) {
      try await sample.capture("echo a", limits: CaptureLimits(seconds: seconds))
    }
    #expect(error?.code == .captureInvalid)
  }

  @Test func `an empty task is an error before the program runs`() async throws {
    let sample = try await SampleIntegration()
    let mark = sample.folder.appending(component: "mark").path
    let error = await #expect(throws: WhetError.self) {
      try await sample.integration.capture(agent: sample.agent, task: " \n", command: ["touch", mark])
    }
    #expect(error?.exitCode == .usage)
    #expect(!FileManager.default.fileExists(atPath: mark))
  }

  @Test func `an agent that cannot improve is an error before the program runs`() async throws {
    let sample = try await SampleIntegration()
    let mark = sample.folder.appending(component: "mark").path
    let error = await #expect(throws: WhetError.self) {
      try await sample.integration.capture(
        agent: AgentName("nobody"), task: "t", command: ["touch", mark], improve: true)
    }
    #expect(error?.code == .notFound)
    #expect(!FileManager.default.fileExists(atPath: mark))
  }

  /// Scripts whose processes write their ids to a file and then go on for long.
  @Test(arguments: [
    "echo $$ >> $F; sleep 50", "trap '' TERM INT HUP; echo $$ >> $F; sleep 50 & echo $! >> $F; wait",
    "(trap '' TERM; echo $$ >> $F; sleep 50) & echo $! >> $F; echo partial; echo why >&2; sleep 50",
  ])
  func `the time limit ends the whole process group`(script: String) async throws {
    let sample = try await SampleIntegration()
    let file = sample.folder.appending(component: "pids")
    let error = await #expect(throws: WhetError.self) {
      try await sample.capture("F=\(file.path); " + script, limits: CaptureLimits(seconds: 1.5))
    }
    #expect(error?.code == .captureTimedOut)
    #expect(try await Self.areGone(file))
    #expect(try sample.store.runs().isEmpty)
  }

  @Test func `a cancellation ends the whole process group`() async throws {
    let sample = try await SampleIntegration()
    let file = sample.folder.appending(component: "pids")
    let capture = Task {
      try await sample.capture(
        "echo $$ >> \(file.path); sleep 50 & echo $! >> \(file.path); echo >> \(file.path); wait")
    }
    while !((try? String(contentsOf: file, encoding: .utf8))?.contains("\n\n") ?? false) { await Task.yield() }
    capture.cancel()
    await #expect(throws: CancellationError.self) { try await capture.value }
    #expect(try await Self.areGone(file))
    #expect(try sample.store.runs().isEmpty)
  }

  /// Whether all processes of a file of ids come to their end: a signal takes a moment to arrive.
  private static func areGone(_ file: URL) async throws -> Bool {
    let processes = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { Int32($0) }
    let deadline = ContinuousClock.now + .seconds(10)
    while ContinuousClock.now < deadline {
      if !processes.contains(where: isRunning) { return true }
      await Task.yield()
    }
    return false
  }

  /// A process that is dead and not yet waited for does not count.
  private static func isRunning(_ process: Int32) -> Bool {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return false }
    return text.split(separator: ")").last?.split(separator: " ").first != "Z"
  }
}
