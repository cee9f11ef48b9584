public import WhetCore

/// How training goes in numbers, computed from the store.
public struct Statistics: Sendable, Equatable, Codable {
  /// All agents together.
  public var corrections: CorrectionFigures
  /// All agents together.
  public var sessions: SessionFigures
  /// By name; also agents that only had corrections once.
  public var agents: [AgentStatistics]

  /// The numbers as commands return them: `total`, and a row for each agent; what is not known is `null`.
  public var value: JSONValue {
    .record([
      "total": .object(corrections.members + sessions.members), "agents": .array(agents.map(\.value)),
    ])
  }
}

/// How one agent's training goes in numbers.
public struct AgentStatistics: Sendable, Equatable, Codable {
  public var agent: AgentName
  public var corrections: CorrectionFigures
  public var sessions: SessionFigures
  /// Of the newest run with an outcome; `nil` without one.
  public var evidence: RunEvidence?

  /// One flat row; what is not known is `null`.
  public var value: JSONValue {
    .object(
      [JSONValue.Member("agent", .string(agent.rawValue))] + corrections.members + sessions.members
        + RunEvidence.members(evidence))
  }
}
