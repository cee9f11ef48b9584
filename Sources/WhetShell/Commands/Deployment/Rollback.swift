import WhetCore
import WhetScript
import WhetStore
import WhetTraining

/// `rollback`: takes a deployment back.
struct Rollback: ShellCommand {
  let specification = CommandSpecification(
    path: ["rollback"], summary: "Take a deployment back: definition and rules are as they were before it",
    discussion: """
      Without an id it is the newest of this project's tiers. What somebody changed outside the managed section stays; \
      a changed section is a conflict, and nothing is touched.
      """,
    parameters: [
      .positional("agent", .agent, isRequired: false, "whose deployment; the chosen agent unless told"),
      .positional(
        "deployment", .deployment, isRequired: false, defaultText: "the newest that stands", "its id, or last"),
    ],
    effect: .writes,
    examples: [.init("rollback engineer", "takes the newest deployment back")], shape: DeploymentReport.shape)

  func run(_ call: CommandCall) async throws -> CommandResult {
    let agent = try call.agent()
    let trainer = try await call.trainer()
    let deployment = try call.text("deployment").map { try trainer.store.deployment(matching: $0).id }
    let report = try await trainer.rollback(agent: agent, deployment: deployment)
    return CommandResult(report.value, as: .document(report.document("rolled back \(agent)")))
  }
}
