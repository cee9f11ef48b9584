public import WhetCore
import WhetStore

extension AgentTrainer {
  /// Takes back the last step of a session, or all behind one; what a person chose for them is withdrawn, and what the
  /// session taught is no longer known.
  ///
  /// - Parameter step: the step to stand at; `nil` for the one before the last.
  /// - Throws: `step.none`; `step.elsewhere`, also where other sessions changed the same lessons since; `step.not-here`
  ///   where nothing is to be taken back; `run.finished`.
  public func stepBack(
    to step: PipelineStep? = nil, agent: AgentName? = nil, session: SessionID? = nil
  ) async throws -> SteppingReport {
    try await inStepping(agent, session, changing: true) { walk in
      let session = walk.place.session
      guard let last = session.lastStep, session.state != .aborted else {
        throw WhetError(
          .stepNotHere, "session '\(session.id)' has no step to take back", advice: "'step list' shows where you stand")
      }
      let target = step ?? last.previous
      guard target.map({ $0 < last }) ?? (session.position > 1) else {
        throw WhetError(
          .stepNotHere,
          step.map { "session '\(session.id)' stands at '\(last.name)', which is not behind '\($0.name)'" }
            ?? "session '\(session.id)' stands at its first step",
          advice: step == nil ? "'step abort' gives the run up" : "'step next' goes on")
      }
      let choices = try SessionChoices(store.choices(of: session.id))
      let withdrawn = choices.numbers(behind: target, upTo: last)
      let lessons = try store.lessonsBefore(session, target)
      try walk.reverse(
        StepReversal(last: target, reason: "step back", withdrawn: withdrawn, lessons: lessons), from: last)
      if !withdrawn.isEmpty { walk.note("what you had chosen for these steps is withdrawn") }
      walk.noteLearningTakenBack(target, session)
    }
  }

  /// Gives a run up: its open sessions are aborted and teach nothing; those that are finished stay.
  ///
  /// - Throws: `step.none`, `step.elsewhere`; `ambiguous` where several runs are stepped through and none is named.
  public func abortStepping(agent: AgentName? = nil, session: SessionID? = nil) async throws -> SteppingReport {
    let places = session == nil ? try store.steppingPlaces(agent: agent) : []
    if places.count > 1, let last = places.last {
      let all = places.map { "session \($0.session.id) of run \($0.run.id)" }.joined(separator: ", ")
      throw WhetError(
        .ambiguous, "several runs are stepped through: \(all)",
        advice: "name the one to give up: 'step abort --session \(last.session.id)'")
    }
    return try await inStepping(agent, session) { walk in
      let place = walk.place
      let isOpen = { (session: SessionRecord) in session.state == .open || session.state == .failed }
      // The one that was begun last: until then the verb can be said again.
      for waiting in try store.sessions(run: place.run.id) where isOpen(waiting) && waiting.id != place.session.id {
        try store.endSession(waiting.id, as: .aborted)
      }
      if isOpen(place.session) { try walk.abort(place.session, reason: "step abort") }
      try walk.end()
    }
  }
}

extension StepWalk {
  /// Ends the run without a decision.
  fileprivate mutating func end() throws {
    let run = try store.finishRun(place.run.id, outcome: nil)
    try replacePlace(run)
  }

  mutating func noteLearningTakenBack(_ target: PipelineStep?, _ session: SessionRecord) {
    guard session.correction != nil, session.losesLearning(backAt: target) else { return }
    note("what this session taught is taken back; the lessons are as they were before it")
  }
}

extension PipelineStep {
  /// The step before this one, `nil` before the first.
  var previous: PipelineStep? { PipelineStep(rawValue: rawValue - 1) }
}
