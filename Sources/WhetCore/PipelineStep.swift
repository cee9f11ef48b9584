/// The seven steps of a training session, in order.
public enum PipelineStep: Int, Sendable, Codable, CaseIterable, Comparable {
  case input = 1
  case strategy, prompt, response, evaluation, adaptation, deployment

  /// The step's name in commands, tables and JSON.
  public var name: String { String(describing: self) }

  /// The step after this one, `nil` after the last.
  public var next: PipelineStep? { PipelineStep(rawValue: rawValue + 1) }

  public init?(name: String) {
    guard let step = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = step
  }

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
