import WhetCore
import WhetStore
import WhetTraining

/// Makes a dashboard of what was read from the store.
struct DashboardReading {
  var history: AgentHistory
  /// Of the newest runs, oldest first.
  var outcomes: [FinishedRun]
  var lessons: [LessonRecord]
  var deployments: [DeploymentRecord]
  var store: Store

  func dashboard() throws -> Dashboard {
    let improvements = LocalImprovement.all(in: history.sessions)
    let points = outcomes.map { $0.point(improvements) }
    let effects = try effects()
    let standing = StandingDeployment.all(in: deployments)
    let statistics = history.statistics(newest: outcomes.last?.outcome)
    let rules = SuggestionRules(
      statistics: statistics, history: history, effects: effects, standing: standing,
      isNewestDeployed: isNewestDeployed(standing))
    return Dashboard(
      agent: history.agent, statistics: statistics, runs: points, trend: Trend(points),
      helped: effects.filter { $0.good > 0 }.sorted { ($0.good, $1.id) > ($1.good, $0.id) },
      harmed: effects.filter { $0.bad > 0 }.sorted { ($0.bad, $1.id) > ($1.bad, $0.id) }, deployed: standing,
      next: rules.suggestions)
  }

  private func effects() throws -> [LessonEffect] {
    let touches =
      try outcomes.last.map { try HeldOutTouches($0, corrections: history.corrections, store: store) }
      ?? HeldOutTouches()
    return lessons.map { lesson in
      LessonEffect(
        id: lesson.id, words: lesson.words, status: lesson.status, helped: lesson.helped, harmed: lesson.harmed,
        heldOutFixed: touches.fixed[lesson.id] ?? 0, heldOutBroken: touches.broken[lesson.id] ?? 0)
    }
  }

  /// Whether some file holds just the lessons of the newest outcome, be it of that run or of an earlier one.
  private func isNewestDeployed(_ standing: [StandingDeployment]) -> Bool {
    guard let newest = outcomes.last else { return false }
    return standing.contains { deployment in
      guard let run = deployment.run else { return false }
      return outcomes.contains { $0.run.id == run && $0.outcome.lessons == newest.outcome.lessons }
    }
  }
}
