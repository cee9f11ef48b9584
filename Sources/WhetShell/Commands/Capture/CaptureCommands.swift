import Foundation
import WhetCore
import WhetIntegration
import WhetLearning
import WhetScript
import WhetTraining

/// The commands that take answers from other programs.
enum CaptureCommands {
  static let all: [any ShellCommand] = [CaptureRun()]
}

/// `capture run`: any program as a sub-process agent.
struct CaptureRun: ShellCommand {
  let specification = CommandSpecification(
    path: ["capture", "run"], summary: "Run a program as an agent and keep its answer",
    discussion: """
      What the program prints becomes an original response to correct and train; it is printed too, with the agent's \
      rules applied if --improve is given. 'correction add --session ID --corrected @FILE' then says what it should \
      have answered.
      """,
    parameters: [
      .option("agent", .agent, "whose answer it is; the chosen agent unless told"),
      .option("task", .text, isRequired: true, "what the program was asked"),
      .option("input", .text, "what the program reads on standard input; @FILE reads a file, @- standard input"),
      .option("language", .text, "the language of the answer, such as python"),
      .option("timeout", .duration, defaultText: "10m", "how long it may take"),
      .flag("improve", "print the answer with the agent's rules applied"),
    ],
    passesThroughAfterDashes: true, effect: .writes, startsProcesses: true,
    examples: [
      .init(
        "capture run --agent engineer --task 'reverse a list' --language python -- cat answer.py",
        "keeps what the program prints")
    ], shape: CapturedResponse.shape)

  func run(_ call: CommandCall) async throws -> CommandResult {
    guard !call.bound.rest.isEmpty else {
      throw WhetError(.usage, "'capture run' needs a command after '--'", exitCode: .usage)
    }
    var limits = CaptureLimits()
    if case .duration(let duration)? = call.bound["timeout"] { limits.seconds = duration / .seconds(1) }
    let progress = TrainingProgress(shell: call.shell)
    defer { progress.finish() }
    let captured = try await AgentTrainingIntegration(trainer: call.trainer()).capture(
      agent: call.agent(), task: call.required("task"), command: call.bound.rest,
      input: call.text("input").map { Data($0.utf8) }, language: call.text("language"), improve: call.flag("improve"),
      folder: call.shell.environment.currentFolder, limits: limits, observer: progress.observer)
    progress.finish()
    tell(captured, call)
    return CommandResult(captured.value, as: .exact(captured.improved?.improvement.text ?? captured.text))
  }

  private func tell(_ captured: CapturedResponse, _ call: CommandCall) {
    call.note("kept as session \(captured.sessionID)")
    if captured.exitStatus != 0 {
      let tail = captured.errorTail.isEmpty ? "" : ": " + captured.errorTail.trimmingCharacters(in: .newlines)
      call.warn("the program ended with status \(captured.exitStatus)\(tail)")
    }
    if captured.isRepaired { call.warn("the answer was not valid UTF-8; what was not is shown as U+FFFD") }
    if captured.redactions > 0 {
      call.warn("\(NumberText.count(captured.redactions, "secret")) replaced in the answer")
    }
    if let improved = captured.improved { call.note(Improve.summary(of: improved)) }
  }
}
