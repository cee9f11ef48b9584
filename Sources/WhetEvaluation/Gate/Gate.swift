internal import WhetCore

/// Decides from held-out evidence whether lessons may be deployed.
///
/// The tests count groups of near-duplicates, each once. McNemar's test is used when every measured case was judged by
/// a verifier on both sides, else the permutation test on the scores. Both policies also ask that the mean improvement
/// is above 0, no pinned case is broken, no case is less safe, and the managed section keeps its token budget.
public enum Gate {
  /// The default budget of the managed section, in tokens.
  public static let tokenBudget = 2_000

  /// - Parameter managedTokens: the size of the managed section that would be deployed, in tokens.
  public static func decide(
    _ evidence: HeldOutEvidence, policy: GatePolicy, tokenBudget: Int = Gate.tokenBudget, managedTokens: Int
  ) -> GateDecision {
    let units = evidence.units
    let results = TestResults(units, isPassFail: evidence.isPassFail)
    let brokenIDs = Set(evidence.broken)
    let pinned = evidence.outcomes.filter { $0.isPinned && brokenIDs.contains($0.caseID) }.map(\.caseID)
    let isProven = results.map { policy.accepts(p: $0.p, posterior: $0.posterior) } ?? false
    let isPositive = results.map { (evidence.mean ?? 0) > 0 && $0.isPositive } ?? false
    let obstacles = obstacles(to: evidence, pinned: pinned, tokens: managedTokens, budget: tokenBudget)
    let needed =
      isProven && isPositive
      ? 0 : results.flatMap { isPositive ? CasesNeeded(policy: policy, units: units).more(test: $0.test) : nil }
    let proof = sentences(results, policy: policy, isProven: isProven, isPositive: isPositive, needed: needed)
    let isAccepted = isProven && isPositive && obstacles.isEmpty
    return GateDecision(
      policy: policy, verdict: isAccepted ? .deploy : .refuse, test: results?.test, p: results?.p,
      exactP: results?.exactP, posterior: results?.posterior, fixed: evidence.fixed, broken: evidence.broken,
      brokenPinned: pinned, groups: units.count, fixedGroups: results?.fixed ?? 0, brokenGroups: results?.broken ?? 0,
      moreCasesNeeded: needed, reasons: proof + obstacles,
      mayGoUnproven: isPositive && !isProven && obstacles.isEmpty)
  }

  /// What stands in the way however good the proof.
  private static func obstacles(
    to evidence: HeldOutEvidence, pinned: [CorrectionID], tokens: Int, budget: Int
  ) -> [String] {
    let lessSafe = evidence.outcomes.filter(\.isLessSafe).map(\.caseID)
    return [
      pinned.isEmpty ? nil : "It breaks pinned cases: \(list(pinned)).",
      lessSafe.isEmpty ? nil : "It makes responses less safe: \(list(lessSafe)).",
      tokens <= budget ? nil : "The managed section has \(tokens) tokens; the budget is \(budget).",
    ].compactMap { $0 }
  }

  private static func sentences(
    _ results: TestResults?, policy: GatePolicy, isProven: Bool, isPositive: Bool, needed: Int?
  ) -> [String] {
    guard let results else { return ["No held-out case was measured."] }
    var sentences = [results.sentence(for: policy)]
    if !isPositive { sentences.append("The held-out cases show no improvement.") }
    if isPositive, !isProven {
      sentences.append(
        needed.map { "\($0) more independent case\($0 == 1 ? "" : "s") like these would be needed." }
          ?? "No number of cases like these would be enough.")
    }
    return sentences
  }

  private static func list(_ ids: [CorrectionID]) -> String {
    ids.prefix(10).map(\.rawValue).joined(separator: ", ") + (ids.count > 10 ? " and \(ids.count - 10) more" : "")
  }
}
