public import WhetCore

/// Where the held-out mean goes from run to run.
///
/// The median of the slopes between all pairs of runs (Sen, "Estimates of the regression coefficient based on
/// Kendall's tau", 1968), which one odd run does not turn. Later runs measure more cases, so it describes and does
/// not prove; the gate proves.
public struct Trend: Sendable, Equatable, Codable {
  /// The fewest runs a trend is told from.
  public static let minimumRuns = 3

  /// Runs that learned and have a held-out mean.
  public var runs: Int
  /// Points from one such run to the next.
  public var pointsPerRun: Double

  /// - Returns: `nil` for fewer than three runs with a held-out mean.
  init?(_ points: [RunPoint]) {
    let means = points.filter(\.isLearnerEnabled).compactMap(\.heldOut?.value)
    guard means.count >= Self.minimumRuns else { return nil }
    var slopes: [Double] = []
    for later in means.indices {
      for earlier in 0..<later { slopes.append((means[later] - means[earlier]) / Double(later - earlier)) }
    }
    slopes.sort()
    let middle = slopes.count / 2
    runs = means.count
    pointsPerRun = slopes.count.isMultiple(of: 2) ? (slopes[middle - 1] + slopes[middle]) / 2 : slopes[middle]
  }

  /// Its two numbers.
  public var value: JSONValue {
    .record(["runs": JSONValue(runs), "pointsPerRun": .number(pointsPerRun)])
  }
}
