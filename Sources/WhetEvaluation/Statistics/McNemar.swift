/// One-sided McNemar test on paired pass/fail results: are cases fixed more often than broken?
///
/// Only the cases that changed count; under the null hypothesis each was as likely to be fixed as broken.
/// Sources: McNemar 1947; the mid-p form: Fagerland, Lydersen and Laake, "The McNemar test for binary matched-pairs
/// data: mid-p and asymptotic are better than exact conditional", BMC Medical Research Methodology 13:91 (2013).
public struct McNemar: Sendable, Equatable {
  /// Cases that failed before and pass after.
  public var fixed: Int
  /// Cases that passed before and fail after.
  public var broken: Int

  public init(fixed: Int, broken: Int) {
    self.fixed = fixed
    self.broken = broken
  }

  /// P(at least this many fixed); never too small, 1 when nothing changed.
  public var exactP: Double { FairCoin(trials: fixed + broken).probability(ofAtLeast: fixed) }

  /// The exact p with only half of the observed result's own probability; 1 when nothing changed.
  public var midP: Double {
    guard fixed + broken > 0 else { return 1 }
    return exactP - FairCoin(trials: fixed + broken).probability(of: fixed) / 2
  }
}
