import WhetCore
import WhetScript
import WhetStore
import WhetTraining

/// The commands that bring lessons into agent files and take them back.
enum DeploymentCommands {
  static let all: [any ShellCommand] = [Deploy(), Rollback(), DeploymentList()]
}

/// `deployment list`: what was deployed and taken back.
struct DeploymentList: ShellCommand {
  let specification = CommandSpecification(
    path: ["deployment", "list"], summary: "List deployments and rollbacks",
    parameters: [.option("agent", .agent, "only this agent's")], effect: .reads,
    examples: [.init("deployment list", "lists all deployments")], shape: .list(DeploymentRecord.shape))

  static let table = TableDescription(
    [
      .init("id"), .init("agent"), .init("version"), .init("tier"), .init("kind", nil, .state),
      .init("state", nil, .state), .init("run"), .init("at", nil, .moment), .init("definition"),
    ],
    whenEmpty: "no deployments; make one with 'deploy AGENT'")

  func run(_ call: CommandCall) async throws -> CommandResult {
    let records = try await call.trainer().store.deployments(agent: call.agentIfGiven())
    return .list(records.map(\.value), Self.table)
  }
}
