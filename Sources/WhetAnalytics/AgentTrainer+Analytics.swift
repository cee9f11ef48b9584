import WhetAgents
public import WhetCore
import WhetStore
public import WhetTraining

extension AgentTrainer {
  /// The numbers of all agents, from the store as it is now; it may be asked while a run is going on.
  ///
  /// - Throws: `WhetError` of the store; with code `session.artefact-unreadable` for an outcome of a newer version.
  public nonisolated func statistics() async throws -> Statistics {
    let histories = try AgentHistory.all(in: store)
    var agents: [AgentStatistics] = []
    var groups: [CorrectionID: CorrectionID] = [:]
    for history in histories {
      let newest = try history.newestFinished.flatMap { try outcome(of: $0) }
      groups.merge(AgentHistory.groups(of: newest)) { first, _ in first }
      agents.append(history.statistics(newest: newest))
    }
    return Statistics(
      corrections: CorrectionFigures(
        histories.flatMap(\.corrections), sessions: histories.flatMap(\.sessions),
        openRuns: Set(histories.flatMap(\.openRuns))),
      sessions: SessionFigures(histories.flatMap(\.sessions), groups: groups), agents: agents)
  }

  /// One agent's dashboard, from the store as it is now; it may be asked while a run is going on.
  ///
  /// - Throws: `WhetError` with code `not-found` for an agent that has neither a definition nor anything in the store;
  ///   else as `statistics()`.
  public nonisolated func dashboard(for agent: AgentName) async throws -> Dashboard {
    let history = try AgentHistory.of(agent, in: store)
    if history.corrections.isEmpty, history.runs.isEmpty { _ = try directory.definition(for: agent) }
    let outcomes = try history.runs.suffix(Dashboard.runLimit).compactMap { run in
      try outcome(of: run).map { FinishedRun(run: run, outcome: $0) }
    }
    return try DashboardReading(
      history: history, outcomes: outcomes, lessons: store.lessons(agent: agent),
      deployments: store.deployments(agent: agent), store: store
    ).dashboard()
  }
}
