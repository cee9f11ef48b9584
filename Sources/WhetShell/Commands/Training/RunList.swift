import WhetCore
import WhetScript
import WhetStore
import WhetTraining

/// `run list`: the runs, newest last.
struct RunList: ShellCommand {
  let specification = CommandSpecification(
    path: ["run", "list"], summary: "List training runs",
    parameters: [.option("agent", .agent, "only this agent's")], effect: .reads,
    examples: [.init("run list", "lists all runs with what they brought")], shape: .list(RunReport.shape))

  static let table = TableDescription(
    [
      .init("id"), .init("agent"), .init("state", nil, .state), .init("sessions"),
      .init("local", "improvement.local.mean", .points),
      .init("held-out", "improvement.heldOut.mean", .points), .init("fixed", "improvement.heldOut.fixed"),
      .init("broken", "improvement.heldOut.broken"),
      .init("gate", "gate.verdict", .state), .init("lessons"), .init("started", "startedAt", .moment),
    ],
    whenEmpty: "no runs; start one with 'train AGENT'")

  func run(_ call: CommandCall) async throws -> CommandResult {
    let trainer = try await call.trainer()
    let runs = try trainer.store.runs(agent: call.agentIfGiven())
    return .list(try runs.map { try trainer.report(of: $0.id).value }, Self.table)
  }
}
