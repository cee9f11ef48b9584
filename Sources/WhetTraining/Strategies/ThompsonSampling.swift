import WhetEvaluation

/// Chooses among strategies by drawing from what is known of each (Thompson, "On the likelihood that one unknown
/// probability exceeds another", Biometrika 1933; Beta posterior with prior Beta(1,1)).
struct ThompsonSampling {
  /// How often a strategy was measured, and how often it improved the response.
  struct Arm: Sendable, Equatable {
    var strategy: String
    var sessions = 0
    var successes = 0
  }

  /// The choice among at least one arm; the same seed gives the same choice.
  static func choose(among arms: [Arm], seed: UInt64) -> StrategyArtefact {
    var generator = SeededGenerator(seed: seed)
    let options = arms.map { arm in
      StrategyArtefact.Option(
        strategy: arm.strategy, sessions: arm.sessions, successes: arm.successes,
        draw: betaDraw(1 + arm.successes, 1 + arm.sessions - arm.successes, &generator))
    }
    let best = options.max { $0.draw < $1.draw } ?? options[0]
    return StrategyArtefact(strategy: best.strategy, reason: reason(for: best, among: options), options: options)
  }

  private static func reason(for best: StrategyArtefact.Option, among options: [StrategyArtefact.Option]) -> String {
    if options.count == 1 { return "'\(best.strategy)' is the only strategy of this agent" }
    let known = options.map { "\($0.strategy) \($0.successes) of \($0.sessions)" }.joined(separator: ", ")
    return "'\(best.strategy)' drew highest from what is known (sessions improved: \(known))"
  }

  /// A draw from Beta(a, b) for whole a and b: the a-th smallest of a + b - 1 uniform numbers.
  private static func betaDraw(_ a: Int, _ b: Int, _ generator: inout SeededGenerator) -> Double {
    let scale = 1 + (a + b) / 200
    let (small, other) = (max(1, a / scale), max(1, b / scale))
    let draws = (0..<(small + other - 1)).map { _ in Double.random(in: 0..<1, using: &generator) }.sorted()
    return draws[small - 1]
  }
}
