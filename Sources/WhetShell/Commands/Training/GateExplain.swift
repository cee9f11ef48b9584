import WhetCore
import WhetEvaluation
import WhetScript
import WhetStore
import WhetTraining

/// `gate explain`: why a run's lessons may be deployed, or why not.
struct GateExplain: ShellCommand {
  let specification = CommandSpecification(
    path: ["gate", "explain"], summary: "Explain the gate's decision on a run",
    parameters: [
      .positional("run", .run, isRequired: false, defaultText: "the newest with a decision", "its id, or last")
    ], effect: .reads,
    examples: [.init("gate explain last", "explains the newest run's decision")],
    shape: GateDecision.explanationShape)

  func run(_ call: CommandCall) async throws -> CommandResult {
    let trainer = try await call.trainer()
    let run = try call.text("run").map { try trainer.store.run(matching: $0) } ?? Self.newestDecided(trainer)
    guard let outcome = try trainer.outcome(of: run) else {
      throw WhetError(
        .notFound, "run '\(run.id)' is \(run.state.rawValue): the gate decided nothing",
        advice: run.state == .finished
          ? "it trained a response without a correction, or was given up; see 'run list'"
          : "'\(run.goingOn())' goes on with it")
    }
    guard case .object(let members) = outcome.decision.value else { return CommandResult(.null, as: .nothing) }
    let value = JSONValue.object(
      [.init("run", .string(run.id.rawValue)), .init("agent", .string(run.agent.rawValue))] + members
        + [.init("heldOut", outcome.heldOut.value)])
    return CommandResult(value, as: .document(Self.document(outcome, run: run.id)))
  }

  /// The newest run with a decision; the newest of all where there is none.
  private static func newestDecided(_ trainer: AgentTrainer) throws -> RunRecord {
    try trainer.store.runs().last { $0.outcome != nil } ?? trainer.store.run(matching: "last")
  }

  static func document(_ outcome: RunOutcome, run: RunID) -> [DocumentBlock] {
    let decision = outcome.decision
    return [
      .heading("gate: \(decision.policy.rawValue) \(decision.verdict == .deploy ? "deploys" : "refuses") run \(run)"),
      .fields(
        [(name: "held-out", value: RunDocument.heldOut(outcome.heldOut))]
          + RunDocument.changed(outcome.heldOut) + numbers(decision)),
      .heading("why"),
    ] + decision.reasons.map { .paragraph("- " + $0) } + [.heading("how to read it"), .paragraph(reading(decision))]
  }

  /// The numbers the decision rests on.
  static func numbers(_ decision: GateDecision) -> [(name: String, value: String)] {
    var fields: [(name: String, value: String)] = []
    if !decision.brokenPinned.isEmpty {
      fields.append(("broken, pinned", decision.brokenPinned.map(\.rawValue).joined(separator: ", ")))
    }
    fields.append(
      ("groups", "\(decision.groups) measured, \(decision.fixedGroups) fixed, \(decision.brokenGroups) broken"))
    if let test = decision.test {
      fields.append((test.rawValue, "p = \(NumberText.probability(decision.p))"))
      fields.append(("exact", "p = \(NumberText.probability(decision.exactP))"))
    }
    fields.append(("P(better)", NumberText.probability(decision.posterior)))
    fields.append(
      ("more cases", decision.moreCasesNeeded.map { $0 == 0 ? "none needed" : "\($0) at this rate" } ?? "n/a"))
    return fields
  }

  static func reading(_ decision: GateDecision) -> String {
    let rule =
      switch decision.policy {
      case .strict: "strict deploys when p is below 0.05"
      case .balanced: "balanced deploys when P(better) is at least 0.9"
      }
    return """
      Every case was scored by lessons learned without it and its near-duplicates, before and after. p is how often \
      luck alone would fix so many more groups of cases than it breaks; \(rule), no pinned case is broken and the \
      managed section keeps its budget.
      """
  }
}
