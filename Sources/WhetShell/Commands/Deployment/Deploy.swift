import WhetAgents
import WhetCore
import WhetScript
import WhetStore
import WhetTraining

/// `deploy`: writes a run's lessons into an agent's definition, through the gate.
struct Deploy: ShellCommand {
  let specification = CommandSpecification(
    path: ["deploy"], summary: "Write an agent's lessons into its definition, if the gate lets them",
    discussion: """
      Writes the managed section of the definition and the rules file beside it; everything else stays byte for byte, \
      and 'rollback' brings the files back. When the gate refuses, the command fails with exit 3. --unproven sends a \
      positive but unproven result out as a canary; --force goes against the gate, asks first (--yes where there is no \
      terminal) and is recorded.
      """,
    parameters: [
      .positional("agent", .agent, isRequired: false, "whose lessons; the chosen agent unless told"),
      .option("run", .run, defaultText: "the newest finished one", "whose lessons"),
      .option("tier", .choice(Tier.writable), defaultText: "project", "where the definition is written")
        .explaining(Tier.meanings),
      .flag("unproven", "as a canary, though proof is lacking"),
      .flag("force", "although the gate refuses"),
    ],
    effect: .writes,
    examples: [
      .init("deploy engineer", "deploys to the project"),
      .init("deploy engineer --tier user --run last", "deploys the newest run's lessons for all projects"),
    ], shape: DeploymentReport.shape)

  func run(_ call: CommandCall) async throws -> CommandResult {
    let agent = try call.agent()
    let trainer = try await call.trainer()
    let run = try call.text("run").map { try trainer.store.run(matching: $0).id }
    if call.flag("force") {
      try await call.shell.confirm("deploy '\(agent)' even if the gate refuses?", isAnswered: call.flag("yes"))
    }
    let override: DeploymentOverride = call.flag("force") ? .forced : call.flag("unproven") ? .unproven : .none
    let report = try await trainer.deploy(agent: agent, run: run, tier: call.tier() ?? .project, override: override)
    return CommandResult(
      report.value,
      as: .document(report.document("deployed \(NumberText.count(report.lessonCount, "lesson")) to \(agent)")))
  }
}

extension Tier {
  /// The names of the tiers a file can be written to.
  static let writable = [Tier.project, .user, .system].map(\.rawValue)
}

extension CommandCall {
  /// The tier given with `--tier`.
  func tier() throws(WhetError) -> Tier? { try text("tier").flatMap(Tier.init(rawValue:)) }
}
