import WhetCore
import WhetScript
import WhetStore
import WhetTraining

/// `session resume`: goes on with what a killed or interrupted process left.
struct SessionResume: ShellCommand {
  let specification = CommandSpecification(
    path: ["session", "resume"], summary: "Go on with a session that was interrupted, and with its run",
    discussion: """
      No step is repeated or counted twice: it begins behind the last step that was committed. A run that is stepped \
      through is left alone: 'step run' goes on with it.
      """,
    parameters: [
      .positional(
        "id", .session, isRequired: false, defaultText: "every open one", "its id, or last")
    ],
    effect: .writes,
    examples: [.init("session resume", "finishes every run that was left open")], shape: .list(RunReport.shape))

  func run(_ call: CommandCall) async throws -> CommandResult {
    let trainer = try await call.trainer()
    let runs = try runs(call, trainer)
    let progress = TrainingProgress(shell: call.shell)
    defer { progress.finish() }
    var reports: [RunReport] = []
    for run in runs { reports.append(try await trainer.resume(run, observer: progress.observer)) }
    progress.finish()
    guard !reports.isEmpty else { return CommandResult(.array([]), as: .text("nothing was left open")) }
    return CommandResult(.array(reports.map(\.value)), as: .document(reports.flatMap(RunDocument.summary)))
  }

  private func runs(_ call: CommandCall, _ trainer: AgentTrainer) throws -> [RunID] {
    guard let id = try call.text("id") else {
      let agent = try call.agentIfGiven()
      let stepped = try trainer.store.steppingPlaces(agent: agent)
      for place in stepped {
        call.note("session \(place.session.id) is stepped through and stays where it is; 'step run' goes on with it")
      }
      let left = Set(stepped.map(\.run.id))
      let busy = Set(stepped.filter { $0.session.correction != nil }.map(\.run.agent))
      return try trainer.store.runs(agent: agent).filter { run in
        guard run.state != .finished, !left.contains(run.id) else { return false }
        guard busy.contains(run.agent) else { return true }
        call.note("run \(run.id) waits until what is stepped through of '\(run.agent)' is over")
        return false
      }.map(\.id)
    }
    let session = try trainer.store.session(matching: id)
    guard try trainer.store.run(session.run).state != .finished else {
      throw WhetError(
        .runFinished, "session '\(session.id)' belongs to the finished run '\(session.run)'",
        advice: "'session show \(session.id)' shows it")
    }
    return [session.run]
  }
}
