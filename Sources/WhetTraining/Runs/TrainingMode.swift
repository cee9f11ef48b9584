/// How a run trains.
public enum TrainingMode: String, Sendable, Codable, CaseIterable {
  /// One session per correction, in order of arrival.
  case continuous
}

/// What a resumed run needs to know of the run it goes on with.
struct RunSettings: Sendable, Codable {
  var gatePolicy: String
  var tokenBudget: Int
  var isLearnerEnabled: Bool
  var seed: UInt64
}
