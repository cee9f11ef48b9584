import WhetCore
import WhetScript
import WhetStore
import WhetTraining

/// `session list`: the training sessions, newest last.
struct SessionList: ShellCommand {
  let specification = CommandSpecification(
    path: ["session", "list"], summary: "List training sessions",
    parameters: [.option("agent", .agent, "only this agent's"), .option("run", .run, "only this run's")],
    effect: .reads,
    examples: [.init("session list --run last", "lists the newest run's sessions")], shape: .list(SessionRecord.shape))

  static let table = TableDescription(
    [
      .init("id"), .init("run"), .init("agent"), .init("correction"), .init("state", nil, .state), .init("step"),
      .init("before", nil, .score), .init("after", nil, .score), .init("points", "improvement", .points),
    ],
    whenEmpty: "no sessions; start some with 'train AGENT'")

  func run(_ call: CommandCall) async throws -> CommandResult {
    let store = try await call.trainer().store
    let run = try call.text("run").map { try store.run(matching: $0).id }
    return .list(try store.sessions(run: run, agent: call.agentIfGiven()).map(\.value), Self.table)
  }
}
