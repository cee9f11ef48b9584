/// How much proof the gate asks for.
public enum GatePolicy: String, Codable, CaseIterable, Sendable {
  /// A one-sided p below 0.05.
  case strict
  /// A posterior probability of at least 0.9 that the change is for the better.
  case balanced

  static let greatestP = 0.05
  static let leastPosterior = 0.9

  /// Whether the test results are proof enough.
  func accepts(p: Double, posterior: Double) -> Bool {
    switch self {
    case .strict: p < Self.greatestP
    case .balanced: posterior >= Self.leastPosterior
    }
  }
}
