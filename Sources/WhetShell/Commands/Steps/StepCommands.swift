import WhetCore
import WhetScript
import WhetStore
import WhetTraining

/// The commands that step through a session, and those that look at sessions side by side.
enum StepCommands {
  static let all: [any ShellCommand] = [
    StepList(), StepNext(), StepBack(), StepShow(), StepEdit(), StepSetStrategy(), StepSetLesson(), StepSetResponse(),
    StepSetModel(), StepRun(), StepAbort(), SessionReplaying(), SessionComparing(),
  ]

  /// Which run is meant; every verb takes them.
  static let parameters: [Parameter] = [
    .option("session", .session, defaultText: "the one stepped through last", "the session, where several are open"),
    .option("agent", .agent, "whose session, where those of several agents are open"),
  ]
}

extension CommandCall {
  /// The session and agent that a verb of `step` is about; a session named makes the chosen agent count for nothing.
  func stepped(_ trainer: AgentTrainer) throws -> (agent: AgentName?, session: SessionID?) {
    if let text = try text("session") { return (nil, try trainer.store.session(matching: text).id) }
    return (try agentIfGiven(), nil)
  }

  /// Does something in a stepped run, with progress, and shows where it leads.
  func stepping(
    showing step: PipelineStep? = nil,
    _ body: (AgentTrainer, (agent: AgentName?, session: SessionID?), @escaping TrainingObserver) async throws ->
      SteppingReport
  ) async throws -> CommandResult {
    let trainer = try await trainer()
    let progress = TrainingProgress(shell: shell)
    defer { progress.finish() }
    let report = try await body(trainer, stepped(trainer), progress.observer)
    progress.finish()
    return try StepDocument(report, trainer, showing: step).result
  }
}
