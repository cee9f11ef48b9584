internal import Foundation
internal import Subprocess
internal import WhetCore

// The paths and descriptors that Subprocess itself uses.
#if canImport(System)
  internal import System
#else
  internal import SystemPackage
#endif

/// One running sandbox, from the start of its command to the verdict.
struct SandboxRun {
  var command: SandboxCommand
  private let output: SandboxOutput

  init(command: SandboxCommand) {
    self.command = command
    output = SandboxOutput(limit: command.limits.outputBytes)
  }

  /// How the command came to its end.
  private enum End {
    case ended(TerminationStatus)
    case timedOut, outputLimit, memoryLimit
  }

  /// Runs to the end or to the first limit that is reached; whatever the reason, nothing of it is left running.
  ///
  /// - Throws: `CancellationError`; `WhetError` with code `sandbox.unavailable` when the command cannot be started.
  func result() async throws -> VerifierResult {
    do {
      let end = try await end()
      if case .ended(.exited) = end {} else { sweep() }
      try Task.checkCancellation()
      return VerifierResult(outcome: outcome(of: end), score: score(after: end), outputTail: output.tail)
    } catch {
      sweep()
      try Task.checkCancellation()
      throw (error as? WhetError) ?? Self.unusable("\(error)")
    }
  }

  /// bubblewrap's own child dies with it, except when bubblewrap is killed in the instant between making that child
  /// and tying it to itself.
  private func sweep() { ProcessTable.endSandboxes(naming: command.stage.folder) }

  private func end() async throws -> End {
    try await withThrowingTaskGroup(of: End.self) { group in
      group.addTask { try await start() }
      group.addTask { try await watchTime() }
      group.addTask { try await watchMemory() }
      // The first to come back decides. Subprocess kills the command when its task is cancelled, and the group waits.
      defer { group.cancelAll() }
      return try await group.next() ?? .timedOut
    }
  }

  private func start() async throws -> End {
    let input = try FileDescriptor.open(FilePath(command.stage.standardInput), .readOnly, options: .closeOnExec)
    let result = try await Subprocess.run(
      .path(FilePath(command.tools.shell)), arguments: Arguments(command.arguments),
      // Nothing of the caller's environment: the program can read that of the sandbox's first process.
      environment: .custom(["PATH": "/usr/bin:/bin"]), workingDirectory: FilePath("/"),
      input: .fileDescriptor(input, closeAfterSpawningProcess: true), output: .sequence, error: .combinedWithOutput
    ) { execution in
      output.start(process: execution.processIdentifier.value)
      for try await buffer in execution.standardOutput {
        guard buffer.withUnsafeBytes({ output.append($0) }) else {
          try execution.send(signal: .kill)
          return false
        }
      }
      return true
    }
    return result.closureResult ? .ended(result.terminationStatus) : .outputLimit
  }

  /// The time counts from the program's start, not from when a busy machine got round to starting it.
  private func watchTime() async throws -> End {
    while output.process == nil { try await Task.sleep(for: .milliseconds(5)) }
    try await Task.sleep(for: .seconds(command.timeout))
    // It may have ended in time, and only nobody had the time to notice.
    if let process = output.process, !ProcessTable.isRunning(process) { try await Task.sleep(for: .seconds(5)) }
    return .timedOut
  }

  /// Address space is bounded per process by the kernel; this bounds what all of them really use.
  private func watchMemory() async throws -> End {
    while true {
      try await Task.sleep(for: .milliseconds(100))
      guard let process = output.process else { continue }
      if SandboxMemory.bytes(ofTree: process) > command.limits.memoryBytes { return .memoryLimit }
    }
  }

  private func score(after end: End) -> VerifierScore? {
    guard case .ended(.exited) = end, case .score(let score) = command.stage.readScore() else { return nil }
    return score
  }

  private func outcome(of end: End) -> VerifierResult.Outcome {
    switch end {
    case .timedOut: .timedOut(after: command.timeout)
    case .outputLimit: .outputLimit
    case .memoryLimit: .memoryLimit
    case .ended(.signaled(let signal)): .killed(signal: Int(signal))
    case .ended(.exited(let status)): outcome(ofStatus: Int(status))
    }
  }

  private func outcome(ofStatus status: Int) -> VerifierResult.Outcome {
    if status > 128, status <= 128 + 64 { return .killed(signal: status - 128) }
    guard command.stage.programRan else { return .unavailable(Self.unusable(output.lastLine)) }
    guard status == 0 else { return .failed(status: status) }
    switch command.stage.readScore() {
    case .none: return .passed
    case .score(let score): return score.isFull ? .passed : .failed(status: 0)
    case .unreadable: return .failed(status: 0)
    }
  }

  private static func unusable(_ reason: String) -> WhetError {
    let printable = String(String.UnicodeScalarView(reason.unicodeScalars.filter { (0x20..<0x7F).contains($0.value) }))
    return WhetError(
      .sandboxUnavailable, "the verifier's sandbox cannot be built: \(printable.prefix(200))",
      advice: "verifiers need bubblewrap 0.8.0 or later and unprivileged user namespaces")
  }
}
