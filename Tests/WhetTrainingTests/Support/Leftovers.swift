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

  /// The lessons that count; one that was taken back with its session stays on record as retired.
  static func lessons(of trainer: AgentTrainer) throws -> [LearnedLesson] {
    let takenBack = try trainer.store.lessons().filter { $0.status == .retired && $0.supports.isEmpty }.map(\.id)
    return try trainer.lessons().filter { !takenBack.contains($0.lesson.id) }.map { lesson in
      var lesson = lesson
      lesson.updatedAt = .distantPast
      return lesson
    }
  }
}
