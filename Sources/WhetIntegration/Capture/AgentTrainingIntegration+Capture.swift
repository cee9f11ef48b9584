public import Foundation
public import WhetCore
import WhetStore
public import WhetTraining

extension AgentTrainingIntegration {
  /// Runs a program as a sub-process agent and keeps its answer as an original response to correct and train.
  ///
  /// The program gets the caller's environment and current folder, its arguments as they are, and no terminal. Its
  /// standard output is the answer, whatever its exit status. The answer becomes a response session of a run of its
  /// own, whose context holds `command`, `exit-status` and `seconds`; `correctionFields(of:)` makes of it the
  /// beginning of a correction. An answer that exceeds a limit is not kept.
  ///
  /// - Parameters:
  ///   - command: the program and its arguments; the program is looked up in `PATH` unless it has a `/`.
  ///   - input: what the program reads on standard input, such as a prompt; nothing if `nil`.
  ///   - language: the programming or natural language of the answer, if it is known.
  ///   - improve: whether the agent's rules are applied to the answer; the program's own answer is kept anyway.
  /// - Throws: `WhetError` with a `capture.…` code; with code `not-found` for an agent that cannot improve; of the
  ///   trainer. `CancellationError`; then the program's process group was killed.
  public func capture(
    agent: AgentName, task: String, command: [String], input: Data? = nil, language: String? = nil,
    improve: Bool = false, folder: URL? = nil, limits: CaptureLimits = CaptureLimits(),
    observer: TrainingObserver? = nil
  ) async throws -> CapturedResponse {
    guard !task.allSatisfy(\.isWhitespace) else {
      throw WhetError(.captureInvalid, "the task is empty", advice: "say what the program was asked", exitCode: .usage)
    }
    // What cannot work is said before the program has cost anything.
    if improve { _ = try trainer.improve("", agent: agent) }
    let output = try await ProgramRun(command: command, input: input, folder: folder, limits: limits).output()
    let (text, isRepaired) = try output.text()
    let (clean, findings) = SecretRedactor.redact(text)
    let (task, command) = (SecretRedactor.redact(task).text, command.map { SecretRedactor.redact($0).text })
    let report = try await trainer.train(
      response: clean, agent: agent, context: CaptureContext.values(task: task, command: command, output),
      language: language, observer: observer)
    guard let session = report.sessions.first else {
      throw WhetError(.notFound, "the run '\(report.run.id)' has no session")
    }
    return CapturedResponse(
      agent: agent, task: task, command: command, text: clean, isRepaired: isRepaired, redactions: findings.count,
      exitStatus: output.exitStatus, seconds: output.seconds,
      errorTail: String(decoding: output.errorTail, as: UTF8.self), runID: report.run.id, sessionID: session.id,
      improved: improve ? try trainer.improve(clean, agent: agent, language: language) : nil)
  }

  /// What a correction of a response session begins with: its agent, task, context, original response and, as source,
  /// `session:ID`. With `corrected`, `feedback` or `verify` added it makes a `CorrectionDraft`.
  ///
  /// - Throws: `WhetError` with code `not-found`; `capture.invalid` for a session on a correction.
  public nonisolated func correctionFields(of id: SessionID) throws -> CorrectionFields {
    let report = try trainer.sessionReport(id)
    if let correction = report.session.correction {
      throw WhetError(
        .captureInvalid, "the session '\(id)' trained the correction '\(correction)', not a bare response",
        advice: "change it with 'correction edit \(correction)'")
    }
    guard let input = report.artefacts.input, let original = report.original else {
      throw WhetError(
        .notFound, "the session '\(id)' has not taken its response yet", advice: "go on with 'session resume \(id)'")
    }
    let context = input.context.filter { !CaptureContext.measurements.contains($0.key) }
    return CorrectionFields(
      agent: input.agent, task: input.task, context: context.isEmpty ? nil : CorrectionContext(values: context),
      original: original, format: input.format, language: input.language, source: "session:\(id)")
  }
}

/// What a captured response's session remembers of the program's run.
enum CaptureContext {
  /// The entries that describe the run and not what the agent knew; a correction does not take them over.
  static let measurements: Set<String> = ["exit-status", "seconds"]

  static func values(task: String, command: [String], _ output: ProgramOutput) -> [String: String] {
    [
      "task": task, "command": command.map(shellWord).joined(separator: " "),
      "exit-status": String(output.exitStatus), "seconds": String((output.seconds * 1000).rounded() / 1000),
    ]
  }

  /// An argument as a POSIX shell would take it (Shell Command Language, section 2.2.2).
  private static func shellWord(_ argument: String) -> String {
    let isPlain = argument.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x30...0x39: true
      default: "_-+=./:,@%".utf8.contains(byte)
      }
    }
    return isPlain && !argument.isEmpty ? argument : "'\(argument.replacing("'", with: #"'\''"#))'"
  }
}
