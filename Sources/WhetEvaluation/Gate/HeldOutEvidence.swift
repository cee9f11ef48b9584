public import WhetCore

/// What the held-out cases of a run show together.
public struct HeldOutEvidence: Codable, Sendable, Equatable {
  /// In the order they were given.
  public let outcomes: [PairedOutcome]
  /// The number of cases measured on both sides.
  public let measured: Int
  /// The number of cases that were not.
  public let unmeasured: Int
  /// The mean improvement over the measured cases, in points; `nil` if there are none.
  public let mean: Double?
  /// The 95 % bootstrap interval of the mean, `nil` for fewer than two groups (`Bootstrap`).
  public let interval: Interval?
  /// Cases that failed before and pass after; without verdicts, whose score rose.
  public let fixed: [CorrectionID]
  /// Cases that passed before and fail after; without verdicts, whose score fell.
  public let broken: [CorrectionID]
  /// What measured the outcomes, such as `offline`.
  public let engine: String

  public init(outcomes: [PairedOutcome], engine: String, seed: UInt64 = HeldOutEvidence.seed) {
    let measured = outcomes.filter { $0.difference != nil }
    let differences = measured.compactMap(\.difference)
    self.outcomes = outcomes
    self.measured = measured.count
    self.engine = engine
    unmeasured = outcomes.count - measured.count
    mean = differences.isEmpty ? nil : differences.reduce(0, +) / Double(differences.count)
    interval = Bootstrap.interval(ofMean: Self.groups(of: measured).map { $0.compactMap(\.difference) }, seed: seed)
    fixed = measured.filter { $0.change > 0 }.map(\.caseID)
    broken = measured.filter { $0.change < 0 }.map(\.caseID)
  }

  /// The seed that makes intervals and Monte Carlo tests the same each time.
  public static let seed: UInt64 = 0x5EED

  /// Whether every measured case was judged by a verifier on both sides.
  public var isPassFail: Bool { outcomes.allSatisfy { $0.difference == nil || $0.hasVerdicts } && measured > 0 }

  /// The measured cases by group: what the tests count, since near-duplicates are no independent evidence.
  var units: [EvidenceUnit] { Self.groups(of: outcomes.filter { $0.difference != nil }).map(EvidenceUnit.init) }

  private static func groups(of outcomes: [PairedOutcome]) -> [[PairedOutcome]] {
    var places: [CorrectionID: Int] = [:]
    var groups: [[PairedOutcome]] = []
    for outcome in outcomes {
      if let place = places[outcome.group] {
        groups[place].append(outcome)
      } else {
        places[outcome.group] = groups.count
        groups.append([outcome])
      }
    }
    return groups
  }
}

/// One group of near-duplicates as a single piece of evidence.
struct EvidenceUnit: Equatable {
  /// 1 when more of its cases were fixed than broken, -1 when fewer, else 0.
  var change: Int
  /// The mean difference of its cases, in points.
  var difference: Double

  init(_ outcomes: [PairedOutcome]) {
    change = outcomes.reduce(0) { $0 + $1.change }.signum()
    let differences = outcomes.compactMap(\.difference)
    difference = differences.isEmpty ? 0 : differences.reduce(0, +) / Double(differences.count)
  }
}
