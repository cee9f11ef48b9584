public import Foundation
public import WhetCore

/// What a person decided for a session that is stepped through.
public struct ChoiceRecord: Sendable, Equatable {
  /// The order in which choices were made.
  public var number: Int64
  /// The step that the choice changes.
  public var step: PipelineStep
  /// One word for what was chosen, such as `strategy`.
  public var kind: String
  /// The choice, as JSON the trainer understands.
  public var value: Data
  public var at: Date
  /// When it ceased to hold: taken back, or another took its place. `nil` while it holds.
  public var withdrawnAt: Date?
}

/// A choice that is to be kept.
public struct ChoiceDraft: Sendable, Equatable {
  /// The step that the choice changes.
  public var step: PipelineStep
  /// One word for what was chosen.
  public var kind: String
  /// JSON the trainer understands.
  public var value: Data

  public init(step: PipelineStep, kind: String, value: Data) {
    self.step = step
    self.kind = kind
    self.value = value
  }
}

/// A step that was committed and taken back.
public struct UndoneStep: Sendable, Equatable {
  /// The step as it had been committed.
  public var step: StepRecord
  public var undoneAt: Date
  /// Why, in a few words.
  public var reason: String
}
