import WhetCore

/// A training pair with everything that depends on it alone; made once, used by every learner that sees the pair.
public struct PreparedPair: Sendable {
  public let pair: TrainingPair
  let analysis: PairAnalysis
  let candidates: [Candidate]

  /// Analyses a pair; about linear in the length of its texts.
  public init(_ pair: TrainingPair) {
    self.pair = pair
    analysis = PairAnalysis(pair)
    candidates = pair.isAccepted ? [] : Candidate.all(in: analysis)
  }
}
