public import WhetCore
import WhetLearning
import WhetStore

extension AgentTrainer {
  /// Takes back the last step of a session, or all behind one; what a person chose for them is withdrawn, and what the
  /// session taught is no longer known.
  ///
  /// - Parameter step: the step to stand at; `nil` for the one before the last.
  /// - Throws: `step.none`, `step.elsewhere`, `step.not-here` where nothing is to be taken back, `run.finished`.
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
      let lessons = try lessonsBefore(session, target)
      try walk.reverse(
        StepReversal(last: target, reason: "step back", withdrawn: withdrawn, lessons: lessons), from: last)
      if !withdrawn.isEmpty { walk.note("what you had chosen for these steps is withdrawn") }
      walk.noteLearningTakenBack(target, last, session)
    }
  }

  /// Gives a run up: its open sessions are aborted and teach nothing; those that are finished stay.
  ///
  /// - Throws: `step.none`, `step.elsewhere`.
  public func abortStepping(agent: AgentName? = nil, session: SessionID? = nil) async throws -> SteppingReport {
    try await inStepping(agent, session) { walk in
      let place = walk.place
      let isOpen = { (session: SessionRecord) in session.state == .open || session.state == .failed }
      // The one that was begun last: until then the verb can be said again.
      for waiting in try store.sessions(run: place.run.id) where isOpen(waiting) && waiting.id != place.session.id {
        try store.endSession(waiting.id, as: .aborted)
      }
      if isOpen(place.session) {
        let last = place.session.lastStep.map { min($0, .evaluation) }
        let lessons = try lessonsBefore(place.session, last)
        try walk.reverse(
          StepReversal(last: last, reason: "step abort", lessons: lessons, aborts: true), from: place.session.lastStep)
        walk.noteLearningTakenBack(last, place.session.lastStep, place.session)
      }
      try walk.end()
    }
  }

  /// The lessons as they were before a session, where going back to a step takes back what it taught.
  func lessonsBefore(_ session: SessionRecord, _ target: PipelineStep?) throws -> [LessonChange] {
    guard let last = session.lastStep, last >= .adaptation, target.map({ $0 < .adaptation }) ?? true else { return [] }
    return try store.lessonsChanged(in: session.id).map { lesson, before in
      LessonChange(try lesson.restored(to: before), reason: "taken back with session \(session.id)")
    }
  }
}

extension StepWalk {
  /// Ends the run without a decision.
  fileprivate mutating func end() throws {
    let run = try store.finishRun(place.run.id, outcome: nil)
    try replacePlace(run)
  }

  mutating func noteLearningTakenBack(_ target: PipelineStep?, _ last: PipelineStep?, _ session: SessionRecord) {
    guard session.correction != nil, last.map({ $0 >= .adaptation }) ?? false,
      target.map({ $0 < .adaptation }) ?? true
    else { return }
    note("what this session taught is taken back; the lessons are as they were before it")
  }
}

extension PipelineStep {
  /// The step before this one, `nil` before the first.
  var previous: PipelineStep? { PipelineStep(rawValue: rawValue - 1) }
}

extension LessonRecord {
  /// The lesson as it was at a moment of its history; one that was not there yet is retired, with nothing to bear it.
  fileprivate func restored(to event: LessonEvent?) throws -> LessonRecord {
    var record = self
    if let event {
      let lesson = try StoredJSON.value(Lesson.self, from: event.body, what: "the lesson '\(id)'")
      (record.kind, record.words, record.body) = (lesson.kind, lesson.words, event.body)
      (record.helped, record.harmed, record.supports) = (event.helped, event.harmed, lesson.supports)
      record.status = event.status
    } else {
      (record.helped, record.harmed, record.supports) = (0, 0, [])
      record.status = .retired
    }
    // What a person switched off meanwhile stays off.
    if status == .disabled { record.status = .disabled }
    return record
  }
}
