/// One-sided paired permutation test: could differences as good as these come about if the signs were chance?
///
/// The statistic is the sum of the differences; under the null hypothesis each unit's sign is a fair coin.
/// Sources: Fisher, *The Design of Experiments* (1935), section 21; the Monte Carlo p: Phipson and Smyth,
/// "Permutation p-values should never be zero" (2010).
public struct PairedPermutation: Sendable, Equatable {
  /// P(sum of the differences at least as large as observed).
  public var p: Double
  /// Whether all sign patterns were counted; else `p` comes from 99,999 random ones.
  public var isExact: Bool

  private static let draws = 99_999
  private static let mostEnumerated = 16

  /// - Parameters:
  ///   - differences: after minus before, one for each independent unit.
  ///   - seed: of the random sign patterns, used with more than 16 differences other than 0.
  public init(differences: [Double], seed: UInt64) {
    // A difference of 0 has no sign: it doubles all patterns alike and leaves p as it is.
    let differences = differences.filter { $0 != 0 }
    let observed = differences.reduce(0, +)
    // Sums that differ only by rounding are ties, and ties count against the change.
    let threshold = observed - 1e-9 * differences.reduce(0) { $0 + abs($1) }
    isExact = differences.count <= Self.mostEnumerated
    p =
      isExact
      ? Self.enumerated(differences, reaching: threshold)
      : Self.drawn(differences, reaching: threshold, seed: seed)
  }

  private static func enumerated(_ differences: [Double], reaching threshold: Double) -> Double {
    let patterns = 1 << differences.count
    let count = (0..<patterns).count { sum(differences, signs: UInt64($0)) >= threshold }
    return Double(count) / Double(patterns)
  }

  private static func drawn(_ differences: [Double], reaching threshold: Double, seed: UInt64) -> Double {
    var generator = SeededGenerator(seed: seed)
    var count = 0
    for _ in 0..<draws {
      var total = 0.0
      for start in stride(from: 0, to: differences.count, by: 64) {
        total += sum(differences[start..<min(start + 64, differences.count)], signs: generator.next())
      }
      if total >= threshold { count += 1 }
    }
    return Double(count + 1) / Double(draws + 1)
  }

  private static func sum(_ differences: some Collection<Double>, signs: UInt64) -> Double {
    var signs = signs
    var total = 0.0
    for difference in differences {
      total += signs & 1 == 0 ? difference : -difference
      signs >>= 1
    }
    return total
  }
}
