public import WhetCore

/// Where one agent's training stands and what to do next, computed from the store.
public struct Dashboard: Sendable, Equatable, Codable {
  /// The newest runs that a dashboard looks at.
  public static let runLimit = 100

  public var agent: AgentName
  public var statistics: AgentStatistics
  /// The runs with an outcome among the newest `runLimit`, oldest first: for a plot.
  public var runs: [RunPoint]
  /// `nil` for fewer than three runs with a held-out mean.
  public var trend: Trend?
  /// Lessons that raised a score, best first.
  public var helped: [LessonEffect]
  /// Lessons that lowered a score, worst first; one that did both is in both lists.
  public var harmed: [LessonEffect]
  /// What is in force, newest first: one for each definition file.
  public var deployed: [StandingDeployment]
  /// What to do next, most urgent first.
  public var next: [Suggestion]

  /// The dashboard as commands return it; what is not known is `null`.
  public var value: JSONValue {
    .record([
      "agent": .string(agent.rawValue), "statistics": statistics.value, "runs": .array(runs.map(\.value)),
      "trend": trend?.value ?? .null, "helped": .array(helped.map(\.value)), "harmed": .array(harmed.map(\.value)),
      "deployed": .array(deployed.map(\.value)), "next": .array(next.map(\.value)),
    ])
  }
}
