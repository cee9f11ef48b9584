import WhetCore
public import WhetEvaluation

/// A measured value with its 95 % interval, of enough measurements to be worth showing.
///
/// There is none for fewer than five measurements: what few show is noise, and `n/a` says so.
public struct Estimate: Sendable, Equatable, Codable {
  /// The fewest measurements an estimate is made from.
  public static let minimumMeasured = 5

  public var value: Double
  /// `nil` where all measurements are one group of near-duplicates, which say nothing about their spread.
  public var interval: Interval?
  /// How many measurements it rests on.
  public var measured: Int
}

extension Estimate {
  /// The share of successes, 0 to 1, with Wilson's interval, which takes each trial as independent.
  static func share(successes: Int, of trials: Int) -> Estimate? {
    guard trials >= minimumMeasured else { return nil }
    return Estimate(
      value: Double(successes) / Double(trials), interval: Wilson.interval(successes: successes, trials: trials),
      measured: trials)
  }

  /// The mean, with a bootstrap interval that draws whole groups.
  ///
  /// - Parameter groups: values that are not independent of each other stand in one group.
  static func mean(of groups: [[Double]], seed: UInt64 = HeldOutEvidence.seed) -> Estimate? {
    let values = groups.flatMap { $0 }
    guard values.count >= minimumMeasured else { return nil }
    return Estimate(
      value: values.reduce(0, +) / Double(values.count), interval: Bootstrap.interval(ofMean: groups, seed: seed),
      measured: values.count)
  }

  /// The held-out mean as the run's own evidence has it.
  static func mean(of evidence: HeldOutEvidence) -> Estimate? {
    guard let mean = evidence.mean, evidence.measured >= minimumMeasured else { return nil }
    return Estimate(value: mean, interval: evidence.interval, measured: evidence.measured)
  }

  /// `NAME`, `NAMELow` and `NAMEHigh`, all `null` where there is no estimate.
  static func members(_ name: String, _ estimate: Estimate?) -> [JSONValue.Member] {
    [
      JSONValue.Member(name, JSONValue(estimate?.value)),
      JSONValue.Member(name + "Low", JSONValue(estimate?.interval?.low)),
      JSONValue.Member(name + "High", JSONValue(estimate?.interval?.high)),
    ]
  }
}
