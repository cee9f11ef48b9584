import WhetCore
import WhetEvaluation
import WhetLearning
import WhetStore

/// What training knows of one agent while a run is going: rebuilt from the store at its start, so that a resumed run
/// goes on exactly where the killed one stood.
struct AgentMemory: Sendable {
  let agent: AgentName
  /// Every correction of the agent that is not removed, by id.
  var corrections: [CorrectionID: Correction]
  /// Their pairs, analysed once.
  var pairs: [CorrectionID: PreparedPair]
  var grouping: NearDuplicates
  /// Cases kept back for the gate.
  var sealed: Set<CorrectionID>
  var learner: OfflineLearner
  /// All lessons ever learned for the agent, by id.
  var records: [LessonID: LessonRecord]
  /// What is known of each strategy.
  var arms: [String: ThompsonSampling.Arm] = [:]
  /// The prompt made last, from which the next one differs little.
  var lastPrompt: ArtefactDigest?

  /// Earlier near-duplicates of a correction.
  func earlierDuplicates(of id: CorrectionID) -> [CorrectionID] {
    guard let group = grouping.groups.first(where: { $0.contains(id) }) else { return [] }
    return Array(group.prefix { $0 != id })
  }
}

extension AgentMemory {
  /// Reads an agent's memory from the store; of a session that is going on only committed steps count.
  ///
  /// - Parameter left: a session that counts for nothing, as if it had not been.
  static func load(
    _ agent: AgentName, from store: Store, configuration: TrainerConfiguration, without left: SessionID? = nil
  ) async throws -> AgentMemory {
    let corrections = try store.corrections(agent: agent)
    // Removed corrections keep their place, or removing one would move others between folds and out of the seal.
    let arrivals = try store.corrections(agent: agent, includeHidden: true)
    let grouping = try NearDuplicates(of: arrivals.map { ($0.id, $0.original) }, check: Task.checkCancellation)
    let sealed = SealedRule.sealedCases(of: arrivals.map(\.id), in: grouping)
    let pairs = try await prepared(corrections, jobs: configuration.jobs)
    var memory = AgentMemory(
      agent: agent, corrections: Dictionary(uniqueKeysWithValues: corrections.map { ($0.id, $0) }), pairs: pairs,
      grouping: grouping, sealed: sealed, learner: OfflineLearner(),
      records: Dictionary(uniqueKeysWithValues: try store.lessons(agent: agent).map { ($0.id, $0) }))
    let sessions = try store.sessions(agent: agent).filter { $0.id != left }
    try memory.recallStrategies(sessions, store)
    if configuration.isLearnerEnabled {
      try memory.learner.learn(
        all: adapted(sessions, memory.corrections).compactMap { sealed.contains($0) ? nil : pairs[$0] },
        check: Task.checkCancellation)
    }
    return memory
  }

  /// The corrections whose lessons are committed, in the order they were learned; one trained again counts once. The
  /// answer of an edited correction is not known before the session on its new revision has learned it.
  private static func adapted(
    _ sessions: [SessionRecord], _ corrections: [CorrectionID: Correction]
  ) -> [CorrectionID] {
    var seen: Set<CorrectionID> = []
    return sessions.compactMap { session in
      guard let id = session.correction, let step = session.lastStep, step >= .adaptation, session.state != .aborted,
        session.revision == corrections[id]?.revision
      else { return nil }
      return seen.insert(id).inserted ? id : nil
    }
  }

  private mutating func recallStrategies(_ sessions: [SessionRecord], _ store: Store) throws {
    for session in sessions
    where session.improvement != nil && (session.lastStep ?? .input) >= .adaptation && session.state != .aborted {
      try Task.checkCancellation()
      let steps = try store.steps(of: session.id)
      guard let strategy = try SessionArtefacts(steps).strategy, strategy.chosenBy == nil else { continue }
      note(strategy.strategy, improvement: session.improvement)
    }
  }

  /// Counts one measured session of a strategy.
  mutating func note(_ strategy: String, improvement: Double?) {
    guard let improvement else { return }
    arms[strategy, default: .init(strategy: strategy)].sessions += 1
    if improvement > 0 { arms[strategy, default: .init(strategy: strategy)].successes += 1 }
  }

  private static func prepared(_ corrections: [Correction], jobs: Int) async throws -> [CorrectionID: PreparedPair] {
    let pairs = corrections.compactMap(\.trainingPair)
    let size = max(1, (pairs.count + jobs - 1) / jobs)
    return try await withThrowingTaskGroup(of: [PreparedPair].self) { group in
      for start in stride(from: 0, to: pairs.count, by: size) {
        let part = pairs[start..<min(start + size, pairs.count)]
        group.addTask {
          try part.map { pair in
            try Task.checkCancellation()
            return PreparedPair(pair)
          }
        }
      }
      var prepared: [CorrectionID: PreparedPair] = [:]
      for try await part in group { for pair in part { prepared[pair.pair.id] = pair } }
      return prepared
    }
  }
}

extension Correction {
  /// What the learner learns from; `nil` for a correction without corrected text.
  var trainingPair: TrainingPair? {
    corrected.map { TrainingPair(id: id, original: original, corrected: $0, format: format, language: language) }
  }
}
