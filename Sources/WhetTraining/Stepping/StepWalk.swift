import WhetCore
import WhetEvaluation
import WhetLearning
import WhetStore

/// Goes through a claimed run step by step: the pipeline of plain runs, stopped between two of its steps.
struct StepWalk {
  let store: Store
  let pipeline: SessionPipeline
  let conductor: RunConductor
  private let configuration: TrainerConfiguration
  /// What training knows, read when it is first asked for: going back and giving up do not ask.
  private var memory: AgentMemory?
  /// A session that counts for nothing in it.
  private var left: SessionID?
  private(set) var report: SteppingReport

  init(
    _ lease: RunLease, store: Store, evaluator: Evaluator, configuration: TrainerConfiguration,
    without session: SessionID? = nil
  ) throws {
    self.store = store
    self.configuration = configuration
    left = session
    pipeline = SessionPipeline(store: store, evaluator: evaluator, configuration: configuration, responses: [:])
    conductor = RunConductor(store: store, evaluator: evaluator, configuration: configuration)
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
    var memory = try await takeMemory()
    if RunConductor.isOutdated(session, memory) {
      note("session \(session.id) is aborted: its correction was edited or removed meanwhile")
      try abort(session, reason: "its correction was edited or removed")
    } else {
      let advanced = try await pipeline.advance(session, memory: &memory)
      self.memory = memory
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
    var goesOn = try isOpen(session, before: step)
    while goesOn {
      let hasAdvanced = try await advance(observer)
      let isOpen = try isOpen(session, before: step)
      goesOn = hasAdvanced && isOpen
    }
  }

  private func isOpen(_ id: SessionID, before step: PipelineStep) throws -> Bool {
    let session = try store.session(id)
    guard session.state != .aborted, let last = session.lastStep else { return session.state != .aborted }
    return last < step
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

  /// Gives a session up, with what it taught.
  mutating func abort(_ session: SessionRecord, reason: String) throws {
    let last = session.lastStep.map { min($0, .evaluation) }
    let kept = try store.abort(session, reason: reason)
    report.takenBack += PipelineStep.allCases.filter { step in
      session.lastStep.map { step <= $0 } ?? false && last.map { step > $0 } ?? true
    }
    if kept.isEmpty {
      noteLearningTakenBack(last, session)
    } else {
      note(
        "other sessions changed these lessons since, so they stay, without what this one counted: "
          + kept.map(\.rawValue).joined(separator: ", "))
    }
    forgetMemory()
    report.place = try Self.place(in: place.run, store)
  }

  /// The lessons that the session may use.
  mutating func usableLessons() async throws -> [Lesson] {
    let memory = try await takeMemory()
    self.memory = memory
    return memory.usableLessons
  }

  /// Has the memory read anew, where what was learned has changed under it.
  mutating func forgetMemory() { (memory, left) = (nil, nil) }

  /// The memory for one step, which gives it back; so it is changed in place, and gone where the step fails.
  private mutating func takeMemory() async throws -> AgentMemory {
    if let memory {
      self.memory = nil
      return memory
    }
    return try await AgentMemory.load(place.run.agent, from: store, configuration: configuration, without: left)
  }

  /// Stands where the run, as it is now, leaves a person.
  mutating func replacePlace(_ run: RunRecord) throws { report.place = try Self.place(in: run, store) }

  mutating func note(_ text: String) { report.notes.append(text) }
}
