import WhetCore
import WhetEvaluation
import WhetStore
import WhetTraining

/// What the store has of one agent, as far as figures need it.
struct AgentHistory {
  var agent: AgentName
  /// Without removed ones, in order of arrival.
  var corrections: [Correction]
  /// In the order they were made.
  var sessions: [SessionRecord]
  /// In the order they were started.
  var runs: [RunRecord]

  /// Of all agents, by name; each part of the store is read once.
  static func all(in store: Store) throws -> [AgentHistory] {
    let sessions = Dictionary(grouping: try store.sessions(), by: \.agent)
    let runs = Dictionary(grouping: try store.runs(), by: \.agent)
    let corrections = Dictionary(grouping: try store.corrections(), by: \.agent)
    return try store.agents().map { agent in
      AgentHistory(
        agent: agent, corrections: corrections[agent] ?? [], sessions: sessions[agent] ?? [], runs: runs[agent] ?? [])
    }
  }

  static func of(_ agent: AgentName, in store: Store) throws -> AgentHistory {
    AgentHistory(
      agent: agent, corrections: try store.corrections(agent: agent), sessions: try store.sessions(agent: agent),
      runs: try store.runs(agent: agent))
  }

  var openRuns: Set<RunID> { Set(runs.filter { $0.state == .open }.map(\.id)) }

  /// The newest run that came to its end.
  var newestFinished: RunRecord? { runs.last { $0.outcome != nil } }

  var correctionFigures: CorrectionFigures {
    CorrectionFigures(corrections, sessions: sessions, openRuns: openRuns)
  }

  func statistics(newest outcome: RunOutcome?) -> AgentStatistics {
    AgentStatistics(
      agent: agent, corrections: correctionFigures,
      sessions: SessionFigures(sessions, groups: Self.groups(of: outcome)),
      evidence: newestFinished.flatMap { run in outcome.map { RunEvidence(run.id, $0) } })
  }

  /// The group of near-duplicates of each case that a run measured.
  static func groups(of outcome: RunOutcome?) -> [CorrectionID: CorrectionID] {
    Dictionary(outcome?.heldOut.outcomes.map { ($0.caseID, $0.group) } ?? []) { first, _ in first }
  }
}
