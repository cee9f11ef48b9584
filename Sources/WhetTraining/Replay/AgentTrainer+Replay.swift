public import WhetCore
import WhetEvaluation
import WhetStore

extension AgentTrainer {
  /// Runs a session's steps again with the lessons of today and keeps nothing of it.
  ///
  /// The strategy is the one of then, so that the scores can be compared; what a person chose is not repeated, and
  /// nothing is learned. Where the lessons of today know the session's correction the new score is recall.
  /// - Throws: `WhetError` with code `not-found`, `session.artefact-unreadable`.
  public func replay(_ id: SessionID) async throws -> SessionReplay {
    let then = try sessionReport(id)
    var memory = try await AgentMemory.load(then.session.agent, from: store, configuration: configuration)
    if let correction = then.session.correction {
      // The revision that the session trained, also where the correction was edited or removed since.
      memory.corrections[correction] = try store.correction(correction, revision: then.session.revision)
    }
    let choices = try SessionChoices()
    var pipeline = SessionPipeline(store: store, evaluator: evaluator, configuration: configuration, responses: [:])
    var now = SessionArtefacts()
    for step in PipelineStep.allCases where step <= .evaluation {
      try Task.checkCancellation()
      if step == .strategy, let strategy = then.artefacts.strategy {
        now.strategy = Self.again(strategy)
        continue
      }
      let state = try PipelineState(now)
      guard let product = try await pipeline.product(of: state, then.session, choices, &memory) else { break }
      for text in product.changes.texts {
        pipeline.unsaved[text.digest] = String(decoding: text.content, as: UTF8.self)
      }
      try now.take(step, product.artefact)
    }
    return SessionReplay(comparison: SessionComparison(left: then, right: try report(of: now, as: then, pipeline)))
  }

  private static func again(_ strategy: StrategyArtefact) -> StrategyArtefact {
    var again = strategy
    again.reason = "the same as then, so that the scores can be compared"
    (again.options, again.chosenBy) = ([], nil)
    return again
  }

  /// What the replay left, in the form of a session's report.
  private func report(of now: SessionArtefacts, as then: SessionReport, _ pipeline: SessionPipeline) throws
    -> SessionReport
  {
    var report = then
    report.artefacts = now
    (report.steps, report.choices, report.undone) = ([], [], [])
    report.original = try now.input.map { try pipeline.text($0.original) }
    report.prompt = try now.prompt.map { try pipeline.text($0.text) }
    report.improved = try now.response.map { try pipeline.text($0.text) }
    let paired = now.evaluation?.paired
    report.session.lastStep = .evaluation
    (report.session.overallBefore, report.session.overallAfter) = (paired?.overallBefore, paired?.overallAfter)
    report.session.improvement = now.evaluation?.isRecall == true ? nil : paired?.improvement
    return report
  }

  /// Two sessions side by side.
  ///
  /// - Throws: `WhetError` with code `not-found`, `session.artefact-unreadable`.
  public nonisolated func compare(_ left: SessionID, _ right: SessionID) throws -> SessionComparison {
    SessionComparison(left: try sessionReport(left), right: try sessionReport(right))
  }
}
