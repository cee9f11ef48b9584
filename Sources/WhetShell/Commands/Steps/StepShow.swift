import WhetCore
import WhetScript
import WhetStore
import WhetTraining

/// `step show`: what a step left.
struct StepShow: ShellCommand {
  let specification = CommandSpecification(
    path: ["step", "show"], summary: "Show what a step of the session left, and what comes next",
    parameters: [
      .positional(
        "step", .choice(StepDocument.steps), isRequired: false, defaultText: "the last one done", "which step"
      ).explaining(PipelineStep.meanings)
    ] + StepCommands.parameters,
    effect: .reads,
    examples: [.init("step show", "shows where you stand"), .init("step show prompt", "shows the prompt")],
    shape: StepDocument.shape)

  func run(_ call: CommandCall) async throws -> CommandResult {
    let trainer = try await call.trainer()
    let (agent, session) = try call.stepped(trainer)
    let report = SteppingReport(try trainer.steppingPlace(agent: agent, session: session))
    return try StepDocument(report, trainer, showing: call.text("step").flatMap(PipelineStep.init(name:))).result
  }
}
