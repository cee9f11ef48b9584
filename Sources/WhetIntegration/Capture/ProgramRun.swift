import Foundation
import Subprocess
import WhetCore

// The paths and descriptors that Subprocess itself uses.
#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// One run of a program as a sub-process agent: the caller's environment, no shell between, a session of
/// its own.
///
/// The session keeps the program from the terminal, whose state it could change, and makes it the head of a process
/// group, which is what a limit or a cancellation kills. A process that leaves the group is out of reach; one that is
/// left in it when the program ends by itself goes on, as it would behind a shell.
struct ProgramRun: Sendable {
  /// The program, looked up in `PATH` unless it has a `/`, and its arguments.
  var command: [String]
  /// What the program reads on standard input; nothing if `nil`.
  var input: Data?
  /// Where it runs; the caller's own folder if `nil`.
  var folder: URL?
  var limits: CaptureLimits

  private struct End: Sendable {
    var answer: [UInt8]
    var status: TerminationStatus
  }

  /// Runs to the end or to the first limit.
  ///
  /// - Throws: `WhetError` with a `capture.…` code; `CancellationError`.
  func output() async throws -> ProgramOutput {
    try check()
    let errors = ErrorTail(limit: limits.errorTailBytes)
    let start = ContinuousClock.now
    let end = try await withThrowingTaskGroup(of: End?.self) { group in
      group.addTask { try await run(errors) }
      group.addTask {
        try await Task.sleep(for: .seconds(limits.seconds))
        return nil
      }
      // The first to come back decides; the group waits until the other has ended too.
      defer { group.cancelAll() }
      return try await group.next() ?? nil
    }
    try Task.checkCancellation()
    guard let end else { throw timedOut(errors) }
    return ProgramOutput(
      answer: end.answer, errorTail: errors.bytes, exitStatus: Self.number(of: end.status),
      seconds: (ContinuousClock.now - start) / .seconds(1))
  }

  private func run(_ errors: ErrorTail) async throws -> End {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [.send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero)]
    do {
      let input = FileDescriptorInput.fileDescriptor(try standardInput(), closeAfterSpawningProcess: true)
      let result = try await Subprocess.run(
        executable, arguments: Arguments(Array(command.dropFirst())),
        workingDirectory: folder.map { FilePath($0.path(percentEncoded: false)) }, platformOptions: options,
        input: input, output: .sequence, error: .sequence
      ) { execution in
        async let errorsRead: Void = errors.read(execution.standardError)
        var answer: [UInt8] = []
        for try await buffer in execution.standardOutput {
          buffer.withUnsafeBytes { answer.append(contentsOf: $0) }
          guard answer.count <= limits.outputBytes else {
            // At once, or the other stream would be waited for.
            try? execution.send(signal: .kill, toProcessGroup: true)
            throw tooLong
          }
        }
        try await errorsRead
        return answer
      }
      return End(answer: result.closureResult, status: result.terminationStatus)
    } catch let error as SubprocessError {
      try Task.checkCancellation()
      throw cannotStart(error)
    }
  }

  private var executable: Executable {
    command[0].contains("/") ? .path(FilePath(command[0])) : .name(command[0])
  }

  /// A file and not a pipe: a program that ends without reading all of a pipe would end whet with SIGPIPE.
  private func standardInput() throws -> FileDescriptor {
    guard let input else { return try .open("/dev/null", .readOnly, options: .closeOnExec) }
    let name = FileManager.default.temporaryDirectory.appending(component: "whet-\(UUID().uuidString)")
    let path = FilePath(name.path(percentEncoded: false))
    do {
      let file = try FileDescriptor.open(
        path, .readWrite, options: [.create, .exclusiveCreate, .closeOnExec], permissions: .ownerReadWrite)
      try? FileManager.default.removeItem(at: name)
      try file.writeAll(input)
      try file.seek(offset: 0, from: .start)
      return file
    } catch {
      throw WhetError(.fileUnwritable, "the program's standard input cannot be written to '\(path)': \(error)")
    }
  }

  /// Statuses as shells have them.
  private static func number(of status: TerminationStatus) -> Int {
    switch status {
    case .exited(let code): Int(code)
    case .signaled(let signal): 128 + Int(signal)
    }
  }
}

extension ProgramRun {
  private func check() throws(WhetError) {
    try limits.check()
    guard let program = command.first, !program.isEmpty else {
      throw WhetError(
        .captureInvalid, "there is no program to capture",
        advice: "give it behind '--': capture run --agent NAME --task TEXT -- PROGRAM ARGUMENT...", exitCode: .usage)
    }
    if command.contains(where: { $0.utf8.contains(0) }) {
      throw WhetError(.captureInvalid, "an argument of the program has a NUL character", exitCode: .usage)
    }
  }

  private var program: String { "'\(command[0].prefix(80))'" }

  private var tooLong: WhetError {
    WhetError(
      .captureTooLong, "\(program) printed more than \(limits.outputBytes) bytes and was ended; nothing was kept",
      advice: "make it print its answer only")
  }

  private func timedOut(_ errors: ErrorTail) -> WhetError {
    return WhetError(
      .captureTimedOut,
      "\(program) had no answer after \(JSONValue.number(limits.seconds).json()) seconds and was ended\(ProgramOutput.complaint(errors.bytes))",
      advice: "allow it more time with '--timeout SECONDS'")
  }

  private func cannotStart(_ error: SubprocessError) -> WhetError {
    // Subprocess calls a file that is there and cannot be executed not found as well.
    let isThere = command[0].contains("/") && FileManager.default.fileExists(atPath: command[0])
    if error.code == .executableNotFound, !isThere {
      return WhetError(
        .captureProgramMissing, "there is no program \(program)", advice: "give a path, or a name found in PATH")
    }
    return WhetError(
      .captureCannotStart, "\(program) cannot be run: \(error)", advice: "check that it is a program and executable")
  }
}
