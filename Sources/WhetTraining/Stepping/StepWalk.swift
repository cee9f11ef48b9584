import WhetCore
import WhetEvaluation
import WhetStore

/// Goes through a claimed run step by step: the pipeline of plain runs, stopped between two of its steps.
struct StepWalk {
  let store: Store
  let pipeline: SessionPipeline
  let conductor: RunConductor
  var memory: AgentMemory
  private(set) var report: SteppingReport

  init(
    _ lease: RunLease, store: Store, evaluator: Evaluator, configuration: TrainerConfiguration,
    without session: SessionID? = nil
  ) async throws {
    self.store = store
    pipeline = SessionPipeline(store: store, evaluator: evaluator, configuration: configuration, responses: [:])
    conductor = RunConductor(store: store, evaluator: evaluator, configuration: configuration)
    memory = try await AgentMemory.load(
      lease.run.agent, from: store, configuration: configuration, without: session)
    report = SteppingReport(try Self.place(in: lease.run, store))
  }

  var place: SteppingPlace { report.place }

  static func place(in run: RunRecord, _ store: Store) throws -> SteppingPlace {
    guard let place = try store.steppingPlace(in: run) else {
      throw WhetError(.stepNone, "the run '\(run.id)' has no session", advice: "see 'run show \(run.id)'")
    }
    return place
  }

  /// Does the next step, of the next session where one has just ended.
  ///
  /// - Returns: `false` where no step is left.
  mutating func advance(_ observer: TrainingObserver?) async throws -> Bool {
    let session: SessionRecord
    switch place.next {
    case .step: session = place.session
    case .session(let id): session = try store.session(id)
    case .outcome, .nothing: return false
    }
    if RunConductor.isOutdated(session, memory) {
      try store.endSession(session.id, as: .aborted)
      report.notes.append(
        "session \(session.id) is aborted: its correction was edited or removed meanwhile")
    } else {
      let advanced = try await pipeline.advance(session, memory: &memory)
      if let step = advanced.lastStep {
        report.done.append(.init(session: session.id, step: step))
        observer?(.stepCommitted(session.id, step))
      }
      if advanced.state == .finished {
        observer?(.sessionFinished(advanced, position: advanced.position, of: place.sessions))
      }
    }
    report.place = try Self.place(in: place.run, store)
    return true
  }

  /// Goes on with the session until it stands behind a step.
  mutating func advance(_ session: SessionID, to step: PipelineStep, _ observer: TrainingObserver?) async throws {
    while try store.session(session).lastStep.map({ $0 < step }) ?? true {
      guard try await advance(observer), try store.session(session).state != .aborted else { return }
    }
  }

  /// Takes the run to its end: what is left of its sessions, the held-out evidence, the gate's decision.
  mutating func finish(_ observer: TrainingObserver?) async throws {
    let finished = try await conductor.conduct(place.run, observer: observer)
    report.finished = finished
    observer?(.runFinished(finished))
    try replacePlace(finished.run)
  }

  /// Moves back or decides otherwise.
  mutating func reverse(_ reversal: StepReversal, from last: PipelineStep?) throws {
    try store.reverse(reversal, of: place.session.id)
    report.takenBack = PipelineStep.allCases.filter { step in
      last.map { step <= $0 } ?? false && reversal.last.map { step > $0 } ?? true
    }
    report.place = try Self.place(in: place.run, store)
  }

  /// Reads the memory anew, where what was learned has changed under it.
  mutating func reload(configuration: TrainerConfiguration) async throws {
    memory = try await AgentMemory.load(place.run.agent, from: store, configuration: configuration)
  }

  /// Stands where the run, as it is now, leaves a person.
  mutating func replacePlace(_ run: RunRecord) throws { report.place = try Self.place(in: run, store) }

  mutating func note(_ text: String) { report.notes.append(text) }
}
