import Foundation
import WhetAgents
import WhetCore
import WhetEvaluation
import WhetLearning
import WhetStore
import WhetTraining

/// Runs a demo: the whole way from corrections to a rolled-back deployment, told step by step.
struct DemoRunner: Sendable {
  let demo: DemoFolder
  /// The user's settings; places and gate policy are the demo's own.
  let settings: TrainerConfiguration
  let observer: TrainingObserver
  let tell: @Sendable ([DocumentBlock]) throws -> Void

  /// Does everything and gives the figures; that the demo did not hold is in them.
  ///
  /// - Throws: of the trainer; `import.partial` for demo data with bad lines.
  func run(in workplace: DemoWorkplace) async throws -> DemoFigures {
    let started = ContinuousClock.now
    let trainer = try await AgentTrainer(configuration: workplace.configuration(from: settings))
    try await trainer.start()
    let result: Result<DemoFigures, any Error>
    do {
      result = .success(try await run(with: trainer))
    } catch {
      result = .failure(error)
    }
    try await trainer.stop()
    var figures = try result.get()
    figures.seconds = (ContinuousClock.now - started) / .seconds(1)
    try tell(DemoStory.ending(figures))
    return figures
  }

  private func run(with trainer: AgentTrainer) async throws -> DemoFigures {
    let corrections = try importCorrections(trainer)
    let agent = corrections[0].agent
    var figures = DemoFigures(demo: demo.name, agent: agent.rawValue)
    figures.corrections = corrections.count
    let report = try await trainer.train(agent, observer: observer)
    guard let outcome = report.outcome else {
      throw WhetError(.demoFailed, "run '\(report.run.id)' did not come to its end", exitCode: .refused)
    }
    figures.take(report, outcome)
    try tell(DemoStory.training(report, outcome))
    try findTouched(corrections, outcome, report, trainer, &figures)
    if let session = Self.tellingSession(report, trainer) {
      try tell(DemoStory.session(trainer.sessionReport(session)))
    }
    try tell(DemoStory.evidence(outcome))
    guard outcome.decision.verdict == .deploy else { return figures }
    try await deploy(agent, corrections, trainer, &figures)
    return figures
  }

  private func importCorrections(_ trainer: AgentTrainer) throws -> [Correction] {
    let name = demo.corrections.lastPathComponent
    let bytes = try InputFile.bytes(demo.corrections, name: name, limit: InputFile.batchLimit)
    let report = try trainer.importCorrections(bytes, file: name)
    if let fault = report.faults.first { throw fault }
    let corrections = try trainer.store.corrections()
    guard !corrections.isEmpty else { throw WhetError(.demoFailed, "'\(name)' has no corrections", exitCode: .refused) }
    try tell(DemoStory.beginning(demo, corrections))
    return corrections
  }

  /// Deploys into the demo's own project, tries the rules on the new response, and takes it all back.
  private func deploy(
    _ agent: AgentName, _ corrections: [Correction], _ trainer: AgentTrainer, _ figures: inout DemoFigures
  ) async throws {
    let created = try await trainer.createAgent(agent, tier: .project)
    let before = try Data(contentsOf: created.definitionURL)
    let deployment = try await trainer.deploy(agent: agent, tier: .project)
    try tell(DemoStory.deployment(deployment))
    for correction in corrections where correction.isAccepted {
      let improved = try trainer.improve(
        correction.original, agent: agent, format: correction.format, language: correction.language)
      if improved.improvement.text != correction.original { figures.touch(correction.id) }
    }
    if let file = demo.newResponse {
      let text = try InputFile.text(file, name: file.lastPathComponent)
      let improved = try trainer.improve(
        text, agent: agent, language: SourceLanguage.name(forFile: file.lastPathComponent))
      figures.newResponseLessons = improved.improvement.applications.map(\.lesson.rawValue)
      try tell(DemoStory.newResponse(file.lastPathComponent, text, improved))
    }
    _ = try await trainer.rollback(agent: agent)
    let after = try Data(contentsOf: created.definitionURL)
    figures.isRestored = after == before
    try tell(DemoStory.rollback(bytes: before.count, isRestored: after == before))
  }

  /// Looks for accepted cases that a session or the held-out measurement changed.
  private func findTouched(
    _ corrections: [Correction], _ outcome: RunOutcome, _ report: RunReport, _ trainer: AgentTrainer,
    _ figures: inout DemoFigures
  ) throws {
    let accepted = Set(corrections.filter(\.isAccepted).map(\.id))
    for session in report.sessions {
      guard let id = session.correction, accepted.contains(id) else { continue }
      let shown = try trainer.sessionReport(session.id)
      if shown.improved != shown.original {
        figures.touchedInSessions.append(id.rawValue)
        try tell(DemoStory.touched(id, in: session.id))
      }
    }
    for outcome in outcome.heldOut.outcomes where accepted.contains(outcome.caseID) && (outcome.difference ?? 0) != 0 {
      figures.touch(outcome.caseID)
    }
  }

  /// The session that shows most: the last of those that improved most.
  static func tellingSession(_ report: RunReport, _ trainer: AgentTrainer) -> SessionID? {
    let improved = report.sessions.filter { ($0.improvement ?? 0) > 0 }
    return (improved.max { ($0.improvement ?? 0) <= ($1.improvement ?? 0) } ?? report.sessions.last)?.id
  }
}

extension DemoFigures {
  /// Takes the figures of a finished run.
  mutating func take(_ report: RunReport, _ outcome: RunOutcome) {
    sessions = report.sessions.count
    lessons = outcome.lessonCount
    failing = outcome.heldOut.outcomes.count { $0.passedBefore == false }
    fixed = outcome.heldOut.fixed.map(\.rawValue)
    broken = outcome.heldOut.broken.map(\.rawValue)
    heldOutMean = outcome.heldOut.mean
    heldOutInterval = outcome.heldOut.interval
    decision = outcome.decision
  }

  mutating func touch(_ id: CorrectionID) {
    if !touched.contains(id.rawValue) { touched.append(id.rawValue) }
  }
}
