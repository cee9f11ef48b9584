import WhetCore
import WhetScript
import WhetStore
import WhetTraining

/// `session show`: what each step of a session left behind.
struct SessionShow: ShellCommand {
  let specification = CommandSpecification(
    path: ["session", "show"], summary: "Show a session step by step",
    discussion: """
      Input, chosen strategy with its reason, prompt, response as a difference, both evaluations side by side, what \
      was learned, and what was decided about deployment.
      """,
    parameters: [
      .positional("id", .session, isRequired: false, defaultText: "last", "its id, or last"),
      .option("step", .choice(PipelineStep.allCases.map(\.name)), "only this step")
        .explaining(PipelineStep.meanings),
      .flag("words", "show what changed by words"),
    ],
    effect: .reads,
    examples: [
      .init("session show last", "shows the newest session"),
      .init("session show last --step prompt", "shows its prompt"),
    ], shape: SessionDocument.shape)

  func run(_ call: CommandCall) async throws -> CommandResult {
    let trainer = try await call.trainer()
    let id = try trainer.store.session(matching: call.text("id") ?? "last").id
    let document = SessionDocument(try trainer.sessionReport(id))
    let steps = try call.text("step").flatMap(PipelineStep.init(name:)).map { [$0] } ?? PipelineStep.allCases
    let blocks = document.blocks(for: steps)
    return CommandResult(
      document.value(of: steps), as: .document(call.flag("words") ? blocks.map(\.byWords) : blocks))
  }
}
