import WhetCore
import WhetScript
import WhetStore
import WhetTraining

/// `step abort`: gives the run up.
struct StepAbort: ShellCommand {
  let specification = CommandSpecification(
    path: ["step", "abort"], summary: "Give up the run that is stepped through",
    discussion: """
      Its open sessions are aborted and teach nothing; their corrections wait for the next training. Sessions that are \
      finished stay, and so does what they taught. The gate decides nothing.
      """,
    parameters: StepCommands.parameters, effect: .writes,
    examples: [.init("step abort", "gives the run up")], shape: StepDocument.shape)

  func run(_ call: CommandCall) async throws -> CommandResult {
    try await call.stepping { trainer, stepped, _ in
      try await trainer.abortStepping(agent: stepped.agent, session: stepped.session)
    }
  }
}
