public import WhetCore
public import WhetEvaluation

/// How an agent type is trained: what its prompt says, what counts and how much, and what a response must contain.
public struct Strategy: Sendable, Equatable {
  public var name: String
  public var summary: String
  /// What the prompt asks for, before the lessons.
  public var instructions: String
  public var weights: [Criterion: Double]
  /// Headings or phrases that a response must contain; empty where nothing is required.
  public var requiredParts: [String]

  /// The strategies an agent can be trained with: its own, if it has one, and the generic one.
  public static func all(for agent: AgentName) -> [Strategy] {
    agent.rawValue == engineer.name ? [engineer, generic] : [generic]
  }

  /// The strategy of that name; the generic one where a store names one that this version does not have.
  public static func named(_ name: String) -> Strategy {
    [engineer, generic].first { $0.name == name } ?? generic
  }

  /// For agents that write code: whether it works outweighs everything else.
  public static let engineer = Strategy(
    name: "engineer", summary: "code that works: what a verifier or the corrected code says outweighs the rest",
    instructions: """
      Answer with code that runs. Keep names, structure and behaviour that the task does not ask to change.
      Apply the lessons below wherever they fit and nowhere else.
      """,
    weights: [.correctness: 8, .completeness: 1, .clarity: 1], requiredParts: [])

  /// For any agent.
  public static let generic = Strategy(
    name: "generic", summary: "any response: every criterion that can be measured counts",
    instructions: """
      Answer the task. Apply the lessons below wherever they fit and nowhere else.
      """,
    weights: Criterion.defaultWeights, requiredParts: [])
}
