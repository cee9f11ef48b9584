import WhetCore
import WhetScript
import WhetStore
import WhetTraining

/// `step run`: goes on without stopping.
struct StepRun: ShellCommand {
  let specification = CommandSpecification(
    path: ["step", "run"], summary: "Go on to the end of the session, or of the whole run",
    discussion: """
      It stops at the session's end. Said again behind the last session, or with --all, which trains the sessions that \
      are left, it ends the run: every case is scored by lessons learned without it, and the gate decides. Nothing is \
      taken back after that.
      """,
    parameters: [.flag("all", "to the end of the run")] + StepCommands.parameters,
    effect: .writes,
    examples: [
      .init("step run", "does the steps that are left of the session"),
      .init("step run --all", "trains all that is left and decides"),
    ], shape: StepDocument.shape)

  func run(_ call: CommandCall) async throws -> CommandResult {
    try await call.stepping { trainer, stepped, observer in
      try await trainer.finishStepping(
        agent: stepped.agent, session: stepped.session, all: call.flag("all"), observer: observer)
    }
  }
}
