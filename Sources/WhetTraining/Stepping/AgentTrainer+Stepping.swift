public import WhetCore
import WhetStore

extension AgentTrainer {
  /// Opens a run that a person steps through and does its first step; where one is open already, stands in it as before.
  ///
  /// - Parameter correction: the only one to train, also if it was trained before; `nil` for all that are new.
  /// - Throws: `run.stepped` where another correction is stepped through, `run.busy` where the agent is trained
  ///   otherwise, `training.nothing-to-do`.
  public func beginStepping(
    _ agent: AgentName, with correction: Correction? = nil, mode: TrainingMode = .continuous,
    observer: TrainingObserver? = nil
  ) async throws -> SteppingReport {
    if let place = try store.steppingPlaces(agent: agent).last(where: { $0.session.correction != nil }) {
      if let correction, place.session.correction != correction.id { throw Self.stepped(place) }
      guard place.session.lastStep == nil else { return SteppingReport(place) }
      return try await step(agent: agent, session: place.session.id, observer: observer)
    }
    let subject = correction.map { SessionSubject.correction($0.id, revision: $0.revision) }
    if subject == nil, try store.untrainedCorrections(agent: agent).isEmpty { throw try nothingToStep(agent) }
    let settings = settings(isStepped: true)
    let lease =
      if let subject {
        try store.createRun(agent: agent, mode: mode.rawValue, settings: settings, subjects: [subject])
      } else {
        try store.createRun(ofUntrained: agent, mode: mode.rawValue, settings: settings)
      }
    return try await begin(lease, observer)
  }

  /// Opens a run that steps through one response nobody has corrected.
  ///
  /// - Throws: `WhetError` with code `response.invalid`.
  public func beginStepping(
    response: String, agent: AgentName, context: [String: String] = [:], language: String? = nil,
    verifier: VerifierSpecification? = nil, observer: TrainingObserver? = nil
  ) async throws -> SteppingReport {
    let subject = try Self.subject(response: response, context: context, language: language, verifier: verifier)
    let lease = try store.createRun(
      agent: agent, mode: TrainingMode.continuous.rawValue, settings: settings(isStepped: true), subjects: [subject])
    return try await begin(lease, observer)
  }

  private func begin(_ lease: RunLease, _ observer: TrainingObserver?) async throws -> SteppingReport {
    defer { lease.release() }
    guard try store.place(in: lease.run.id) != nil else {
      // Another process trained what there was just now.
      try store.finishRun(lease.run.id, outcome: nil)
      throw try nothingToStep(lease.run.agent)
    }
    do {
      var walk = try walk(lease)
      _ = try await walk.advance(observer)
      return walk.report
    } catch {
      // Nothing was begun, so nothing is left open; that the first step was not done is what there is to tell.
      try? giveUpUnbegun(lease.run.id)
      throw error
    }
  }

  /// Ends a run none of whose steps was done.
  private func giveUpUnbegun(_ run: RunID) throws {
    let sessions = try store.sessions(run: run)
    guard sessions.allSatisfy({ $0.lastStep == nil }) else { return }
    for session in sessions where session.state == .open { try store.endSession(session.id, as: .aborted) }
    try store.finishRun(run, outcome: nil)
  }

  private func nothingToStep(_ agent: AgentName) throws -> WhetError {
    if let run = try store.openRuns(agent: agent).first(where: { !$0.isStepped }) {
      return WhetError(
        .runBusy, "the run '\(run.id)' of '\(agent)' is open",
        advice: "'session resume' ends it, where its process died; then 'train \(agent) --step' begins another")
    }
    guard try store.corrections(agent: agent).isEmpty else {
      return WhetError(
        .trainingNothingToDo, "'\(agent)' was trained with all its corrections",
        advice: "name one: 'train \(agent) --step --correction ID'")
    }
    return WhetError(
      .trainingNothingToDo, "the agent '\(agent)' has no corrections",
      advice: "add some with 'correction import FILE' or 'correction add'")
  }

  /// Does the next steps. Behind the last step of a session comes the first of the next; behind the last session, as a
  /// move of its own, what ends a run: held-out evidence and the gate's decision.
  ///
  /// - Parameters:
  ///   - agent: whose run is meant; `nil` means the one that was stepped through last.
  ///   - session: the session a person believes to stand in; `nil` believes nothing.
  ///   - count: how many steps; at least 1.
  /// - Throws: `step.none`, `step.elsewhere`, `run.busy`; of the step.
  public func step(
    agent: AgentName? = nil, session: SessionID? = nil, count: Int = 1, observer: TrainingObserver? = nil
  ) async throws -> SteppingReport {
    try await inStepping(agent, session) { walk in
      guard walk.place.next != .outcome else { return try await walk.finish(observer) }
      for _ in 0..<count {
        guard try await walk.advance(observer) else { break }
      }
    }
  }

  /// Goes on to the end of the session, or of the whole run. A run whose sessions were all over before is ended: that
  /// cannot be taken back, so it is never done by the way.
  public func finishStepping(
    agent: AgentName? = nil, session: SessionID? = nil, all: Bool = false, observer: TrainingObserver? = nil
  ) async throws -> SteppingReport {
    try await inStepping(agent, session) { walk in
      if all || walk.place.next == .outcome { return try await walk.finish(observer) }
      repeat {
        guard try await walk.advance(observer) else { break }
      } while walk.isWithinSession
    }
  }

  /// Where a person stands, without doing anything.
  ///
  /// - Throws: `step.none`.
  public nonisolated func steppingPlace(agent: AgentName? = nil, session: SessionID? = nil) throws -> SteppingPlace {
    if let session {
      let run = try store.run(store.session(session).run)
      guard run.isStepped else {
        throw WhetError(
          .stepNone, "the session '\(session)' is not stepped through",
          advice: "'session show \(session)' shows it; 'train \(run.agent) --step' begins one")
      }
      guard run.state != .finished else {
        throw WhetError(
          .runFinished, "the run '\(run.id)' of session '\(session)' is finished",
          advice: "'session show \(session)' shows it; 'session replay \(session)' runs it again and changes nothing")
      }
      return try StepWalk.place(in: run, store)
    }
    if let place = try store.steppingPlaces(agent: agent).last { return place }
    throw try nothingStepped(agent)
  }

  private nonisolated func nothingStepped(_ agent: AgentName?) throws -> WhetError {
    let whose = agent.map { " of '\($0)'" } ?? ""
    guard let other = try store.steppingPlaces().last else {
      return WhetError(
        .stepNone, "no session\(whose) is stepped through",
        advice: "begin one with 'train \(agent?.rawValue ?? "AGENT") --step'")
    }
    return WhetError(
      .stepNone, "no session\(whose) is stepped through",
      advice: "'--session \(other.session.id)' means the one of '\(other.run.agent)'")
  }

  /// Claims the run, lets something happen in it, and gives it back.
  ///
  /// - Parameter changing: whether the session worked on last is to change, so that what it taught must not be known.
  func inStepping(
    _ agent: AgentName?, _ session: SessionID?, changing: Bool = false,
    _ body: (inout StepWalk) async throws -> Void
  ) async throws -> SteppingReport {
    let lease = try store.claim(steppingPlace(agent: agent, session: session).run.id)
    defer { lease.release() }
    let place = try StepWalk.place(in: lease.run, store)
    try Self.check(session, place, isLast: changing)
    let hasLearned = place.session.lastStep.map { $0 >= .adaptation } ?? false
    var walk = try walk(lease, without: changing && hasLearned ? place.session.id : nil)
    try await body(&walk)
    return walk.report
  }

  /// - Throws: `step.elsewhere`.
  private static func check(_ session: SessionID?, _ place: SteppingPlace, isLast: Bool) throws {
    guard let session, session != place.session.id, isLast || place.next != .session(session) else { return }
    throw WhetError(
      .stepElsewhere, "the run '\(place.run.id)' stands at session '\(place.session.id)', not at '\(session)'",
      advice: "leave '--session' out, or name '\(place.session.id)'")
  }

  func walk(_ lease: RunLease, without session: SessionID? = nil) throws -> StepWalk {
    try StepWalk(
      lease, store: store, evaluator: evaluator, configuration: settings(of: lease.run), without: session)
  }

  static func stepped(_ place: SteppingPlace) -> WhetError {
    WhetError(
      .runStepped,
      "a person steps through run '\(place.run.id)' of '\(place.run.agent)', at session "
        + "'\(place.session.id)'",
      advice: "'step run --all' takes it to its end, 'step abort' gives it up")
  }
}

extension StepWalk {
  /// Whether the session is between two of its steps.
  fileprivate var isWithinSession: Bool {
    if case .step = place.next { place.session.lastStep != nil } else { false }
  }
}
