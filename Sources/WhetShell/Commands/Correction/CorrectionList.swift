import WhetCore
import WhetScript
import WhetStore
import WhetTraining

/// `correction list`: what there is to learn from.
struct CorrectionList: ShellCommand {
  let specification = CommandSpecification(
    path: ["correction", "list"], summary: "List corrections in order of arrival",
    parameters: [
      .option("agent", .agent, "only this agent's"),
      .flag("untrained", "only those no session has trained in their present form; needs an agent"),
      .flag("removed", "with those that were removed"),
      .flag("accepted", "only answers that were fine as they were: no lesson may change them"),
    ],
    effect: .reads,
    examples: [.init("correction list --agent engineer", "lists an agent's corrections")],
    shape: .list(Correction.summaryShape))

  static let table = TableDescription(
    [
      .init("id"), .init("agent"), .init("task"), .init("language"), .init("accepted", nil, .mark),
      .init("verifier", nil, .mark), .init("pinned", nil, .mark), .init("added", "createdAt", .moment),
    ],
    whenEmpty: "no corrections; add some with 'correction import FILE' or 'correction add'")

  func run(_ call: CommandCall) async throws -> CommandResult {
    let agent = try call.agentIfGiven()
    let store = try await call.trainer().store
    let corrections =
      call.flag("untrained")
      ? try store.untrainedCorrections(agent: call.agent(), includingOpen: true)
      : try store.corrections(agent: agent, includeHidden: call.flag("removed"), includeUndone: false)
    let listed = call.flag("accepted") ? corrections.filter(\.isAccepted) : corrections
    return .list(listed.map(\.summaryValue), Self.table)
  }
}
