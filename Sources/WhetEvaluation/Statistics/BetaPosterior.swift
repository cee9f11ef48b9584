/// What fixed and broken cases say about the chance that a change for the better outnumbers one for the worse.
///
/// The chance that a changed case was fixed has the prior Beta(1, 1), so after the cases it is
/// Beta(1 + fixed, 1 + broken) (Gelman et al., *Bayesian Data Analysis*, section 2.4).
public struct BetaPosterior: Sendable, Equatable {
  public var fixed: Int
  public var broken: Int

  public init(fixed: Int, broken: Int) {
    self.fixed = fixed
    self.broken = broken
  }

  /// P(chance of being fixed > 1/2); 0.5 when nothing changed.
  ///
  /// For whole numbers the incomplete beta function is a binomial sum (NIST DLMF 8.17.5).
  public var probabilityOfBetter: Double {
    1 - FairCoin(trials: fixed + broken + 1).probability(ofAtLeast: fixed + 1)
  }
}
