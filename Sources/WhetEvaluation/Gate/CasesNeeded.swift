internal import Foundation

/// How many further cases the gate would need if they came out like those it has seen.
///
/// For pass/fail and for the posterior the numbers fixed and broken are scaled up at their observed rates, rounded
/// against the change, until the policy is met. For scores the mean and the spread of the differences are taken as
/// they are, and the number is that at which the normal approximation of the permutation test reaches 0.05. It is an
/// estimate from few cases: a plan, not a promise.
struct CasesNeeded {
  /// No plan goes beyond this many cases.
  private static let most = 100_000

  var policy: GatePolicy
  var units: [EvidenceUnit]

  private var fixed: Int { units.count { $0.change > 0 } }
  private var broken: Int { units.count { $0.change < 0 } }

  /// - Returns: at least 1; `nil` when the observed effect is not positive.
  func more(test: GateDecision.Test) -> Int? {
    test == .permutation && policy == .strict ? byScores() : byCounts()
  }

  private func byCounts() -> Int? {
    guard fixed > broken else { return nil }
    var high = 1
    while !isMet(after: high) {
      high *= 2
      if high > Self.most { return nil }
    }
    // Rounding makes the first sizes irregular, so they are tried one by one; beyond, halving is near enough.
    guard high > 256 else { return (1...high).first { isMet(after: $0) } }
    var low = high / 2
    while high - low > 1 {
      let middle = (low + high) / 2
      if isMet(after: middle) { high = middle } else { low = middle }
    }
    return high
  }

  private func isMet(after more: Int) -> Bool {
    let scale = Double(units.count + more) / Double(units.count)
    let scaledFixed = Int((Double(fixed) * scale).rounded(.down))
    let scaledBroken = Int((Double(broken) * scale).rounded(.up))
    return policy.accepts(
      p: McNemar(fixed: scaledFixed, broken: scaledBroken).midP,
      posterior: BetaPosterior(fixed: scaledFixed, broken: scaledBroken).probabilityOfBetter)
  }

  private func byScores() -> Int? {
    let count = Double(units.count)
    let mean = units.reduce(0) { $0 + $1.difference } / count
    guard mean > 0 else { return nil }
    // Under the null hypothesis of the test only the signs vary, so the spread is about 0 and not about the mean.
    let spread = (units.reduce(0) { $0 + $1.difference * $1.difference } / count).squareRoot()
    let quantile = 1.6448536269514722
    // Below five differences even the best pattern of signs has a p above 0.05.
    let wanted = max(5, (quantile * spread / mean) * (quantile * spread / mean))
    guard wanted < Double(Self.most) else { return nil }
    return max(1, Int(wanted.rounded(.up)) - units.count)
  }
}
