/// What a response is judged by, each from 0 to 100.
public enum Criterion: String, Codable, CaseIterable, Sendable, CodingKeyRepresentable {
  case correctness, completeness, relevance, clarity, helpfulness, efficiency, safety

  /// Weights for an agent whose strategy names none: correctness counts most, safety never (it can only block).
  public static let defaultWeights: [Criterion: Double] = [
    .correctness: 4, .completeness: 2, .relevance: 1, .clarity: 1, .helpfulness: 1, .efficiency: 1,
  ]
}
