import WhetAnalytics
import WhetCore
import WhetEvaluation
import WhetScript
import WhetStore
import WhetTerminal
import WhetTraining

/// `dashboard`: where an agent's training stands, and what to do next.
struct ShowDashboard: ShellCommand {
  let specification = CommandSpecification(
    path: ["dashboard"], summary: "Show how an agent's training goes and what to do next",
    parameters: [
      .positional("agent", .agent, isRequired: false, "whose; the chosen agent, or all of them, unless told")
    ],
    effect: .reads,
    examples: [.init("dashboard engineer", "shows the engineer's dashboard")],
    shape: .either([.init(when: "of one agent", Dashboard.shape), .init(when: "of all agents", .list(Dashboard.shape))])
  )

  func run(_ call: CommandCall) async throws -> CommandResult {
    let trainer = try await call.trainer()
    if let agent = try call.agentIfGiven() {
      let dashboard = try await trainer.dashboard(for: agent)
      return CommandResult(dashboard.value, as: .document(document(dashboard)))
    }
    var dashboards: [Dashboard] = []
    for agent in try trainer.store.agents() { dashboards.append(try await trainer.dashboard(for: agent)) }
    let blocks = dashboards.flatMap { document($0) }
    return CommandResult(
      .array(dashboards.map(\.value)),
      as: .document(blocks.isEmpty ? [.paragraph(Stats.table.whenEmpty, style: .dim)] : blocks))
  }

  private func document(_ dashboard: Dashboard) -> [DocumentBlock] {
    var blocks: [DocumentBlock] = [.heading(dashboard.agent.rawValue), .fields(fields(dashboard))]
    if !dashboard.runs.isEmpty {
      blocks += [
        .heading("runs"), .plot(plot(dashboard)),
        .table(Self.runs, rows: dashboard.runs.suffix(10).map(\.value)),
      ]
    }
    blocks += lessons("lessons that helped", dashboard.helped) + lessons("lessons that harmed", dashboard.harmed)
    if !dashboard.deployed.isEmpty {
      blocks += [.heading("in force"), .table(Self.deployed, rows: dashboard.deployed.map(\.value))]
    }
    blocks += [.heading("what to do next")]
    blocks +=
      dashboard.next.isEmpty ? [.paragraph("  nothing")] : [.table(Self.next, rows: dashboard.next.map(\.value))]
    return blocks
  }

  private func fields(_ dashboard: Dashboard) -> [(name: String, value: String)] {
    let statistics = dashboard.statistics
    let (corrections, sessions) = (statistics.corrections, statistics.sessions)
    let trend = dashboard.trend.map { "\(NumberText.points($0.pointsPerRun)) points a run over \($0.runs) runs" }
    return [
      ("corrections", "\(corrections.all), \(corrections.trained) trained, \(corrections.waiting) waiting"),
      ("sessions", "\(sessions.all), \(sessions.measured) measured, \(sessions.failed) failed"),
      ("success rate", percent(sessions.successRate)),
      ("local improvement", points(sessions.improvement)),
      ("held-out", points(statistics.evidence?.mean)),
      ("gate", statistics.evidence.map { RunDocument.gate($0.decision) } ?? "n/a"),
      ("trend", trend ?? "n/a: fewer than \(Trend.minimumRuns) runs that learned"),
    ]
  }

  private func points(_ estimate: Estimate?) -> String {
    guard let estimate else { return "n/a: fewer than \(Estimate.minimumMeasured) measured" }
    let interval = estimate.interval.map { " (\(NumberText.interval($0.low, $0.high)))" } ?? ""
    return "\(NumberText.points(estimate.value)) points\(interval), \(estimate.measured) measured"
  }

  private func percent(_ estimate: Estimate?) -> String {
    guard let estimate else { return "n/a: fewer than \(Estimate.minimumMeasured) measured" }
    let interval =
      estimate.interval.map { " (\(NumberText.score($0.low * 100)) to \(NumberText.score($0.high * 100)))" } ?? ""
    return "\(NumberText.score(estimate.value * 100)) %\(interval), \(estimate.measured) measured"
  }

  private func plot(_ dashboard: Dashboard) -> Plot {
    let points = dashboard.runs.enumerated().map { index, run in
      let interval = run.heldOut?.interval.map { min($0.low, $0.high)...max($0.low, $0.high) }
      return Plot.Point(x: index + 1, y: run.heldOut?.value, interval: interval)
    }
    return Plot(title: "held-out improvement in points, run by run", points: points)
  }

  private func lessons(_ title: String, _ effects: [LessonEffect]) -> [DocumentBlock] {
    effects.isEmpty ? [] : [.heading(title), .table(Self.effects, rows: effects.prefix(10).map(\.value))]
  }

  private static let runs = TableDescription(
    [
      .init("run"), .init("sessions"), .init("local", nil, .points), .init("held-out", "heldOut", .points),
      .init("low", "heldOutLow", .points), .init("high", "heldOutHigh", .points), .init("gate", nil, .state),
    ], whenEmpty: "no finished run")

  private static let effects = TableDescription(
    [
      .init("lesson"), .init("helped"), .init("harmed"), .init("fixed", "heldOutFixed"),
      .init("broken", "heldOutBroken"),
      .init("words"),
    ], whenEmpty: "none")

  private static let deployed = TableDescription(
    [
      .init("deployment"), .init("version"), .init("tier"), .init("kind", nil, .state), .init("run"),
      .init("file", "path"),
    ], whenEmpty: "nothing")

  private static let next = TableDescription([.init("command"), .init("reason")], whenEmpty: "nothing")
}
