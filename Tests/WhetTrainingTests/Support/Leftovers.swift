import Foundation
import WhetCore
import WhetLearning
import WhetStore

@testable import WhetTraining

/// What a run leaves, without times and without what was taken back.
struct Leftovers: Equatable {
  var lessons: [LearnedLesson]
  var outcome: RunOutcome?
  var sessions: [SessionRecord]
  /// The digests of all artefacts, session by session: equal digests are equal bytes.
  var artefacts: [[ArtefactDigest]]

  init(_ trainer: AgentTrainer, _ run: RunID = RunID("r1")) throws {
    let report = try trainer.report(of: run)
    outcome = report.outcome
    sessions = report.sessions.map { session in
      var session = session
      (session.startedAt, session.finishedAt) = (nil, nil)
      return session
    }
    lessons = try Self.lessons(of: trainer)
    artefacts = try sessions.map { try trainer.store.steps(of: $0.id).map(\.digest) }
  }

  /// The lessons that people see; one that was taken back with its session stays on record as retired, without any
  /// evidence.
  static func lessons(of trainer: AgentTrainer) throws -> [LearnedLesson] {
    try trainer.lessons().filter { !$0.isTakenBack }.map { lesson in
      var lesson = lesson
      lesson.updatedAt = .distantPast
      return lesson
    }
  }
}
