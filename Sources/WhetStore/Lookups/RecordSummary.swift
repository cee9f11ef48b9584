public import WhetCore

/// A record in one line, as lists of candidates show it: what reading it costs does not depend on its texts.
public struct RecordSummary: Sendable, Equatable {
  /// The id as a person types it.
  public var id: String
  public var agent: AgentName
  /// What it is about, from outside and not made safe for a terminal: a correction's task, a lesson's instruction, a
  /// session's correction and state, a run's mode and state, a deployment's version and kind.
  public var words: String
}
