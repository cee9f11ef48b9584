internal import Foundation

/// The 95 % score interval of a share.
///
/// Source: Wilson, "Probable inference, the law of succession, and statistical inference" (1927).
public enum Wilson {
  /// The normal quantile at 0.975.
  private static let z = 1.959963984540054

  /// - Returns: shares from 0 to 1, `nil` without trials.
  public static func interval(successes: Int, trials: Int) -> Interval? {
    guard trials > 0, (0...trials).contains(successes) else { return nil }
    let count = Double(trials)
    let share = Double(successes) / count
    let scale = 1 + z * z / count
    let centre = (share + z * z / (2 * count)) / scale
    let half = z / scale * (share * (1 - share) / count + z * z / (4 * count * count)).squareRoot()
    return Interval(
      low: successes == 0 ? 0 : max(0, centre - half), high: successes == trials ? 1 : min(1, centre + half))
  }
}
