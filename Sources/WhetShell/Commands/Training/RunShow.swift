import WhetCore
import WhetScript
import WhetStore
import WhetTraining

/// `run show`: one run with its sessions and its evidence.
struct RunShow: ShellCommand {
  let specification = CommandSpecification(
    path: ["run", "show"], summary: "Show a run with its sessions and held-out cases",
    parameters: [.positional("id", .run, isRequired: false, defaultText: "last", "its id, or last")], effect: .reads,
    examples: [.init("run show last", "shows the newest run")],
    shape: RunReport.fullShape)

  func run(_ call: CommandCall) async throws -> CommandResult {
    let trainer = try await call.trainer()
    let report = try trainer.report(of: trainer.store.run(matching: call.text("id") ?? "last").id)
    guard case .object(let members) = report.value else { return CommandResult(report.value, as: .nothing) }
    let value = JSONValue.object(
      members + [
        .init("outcomes", .array(report.outcome?.heldOut.outcomeValues ?? [])),
        .init("sessionList", .array(report.sessions.map(\.value))),
      ])
    return CommandResult(value, as: .document(RunDocument.full(report)))
  }
}
