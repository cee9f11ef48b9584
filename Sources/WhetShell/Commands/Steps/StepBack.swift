import WhetCore
import WhetScript
import WhetStore
import WhetTraining

/// `step back`: takes steps back.
struct StepBack: ShellCommand {
  let specification = CommandSpecification(
    path: ["step", "back"], summary: "Take the last step back, or all behind a step",
    discussion: """
      What you chose for these steps is withdrawn with them. Behind step 6 the lessons are again what they were before \
      the session. What was taken back stays on record: 'session show' lists it. A run that is finished is history.
      """,
    parameters: [
      .option("to", .choice(StepDocument.steps), defaultText: "the step before the last", "the step to stand at")
        .explaining(PipelineStep.meanings)
    ] + StepCommands.parameters,
    effect: .writes,
    examples: [
      .init("step back", "takes the last step back"), .init("step back --to strategy", "goes back to the strategy"),
    ], shape: StepDocument.shape)

  func run(_ call: CommandCall) async throws -> CommandResult {
    let step = try call.text("to").flatMap(PipelineStep.init(name:))
    return try await call.stepping { trainer, stepped, _ in
      try await trainer.stepBack(to: step, agent: stepped.agent, session: stepped.session)
    }
  }
}
