import WhetCore
import WhetLearning
import WhetStore

extension Store {
  /// The lessons as they were before a session, where going back to a step takes back what it taught.
  ///
  /// - Throws: `step.elsewhere` if other sessions have changed one of them since: they rest on what it is now.
  func lessonsBefore(_ session: SessionRecord, _ target: PipelineStep?) throws -> [LessonChange] {
    guard session.losesLearning(backAt: target) else { return [] }
    let taught = try lessonsTaught(in: session.id)
    if let other = taught.first(where: \.isChangedElsewhere) {
      throw WhetError(
        .stepElsewhere,
        "another session has changed the lesson '\(other.lesson.id)' since '\(session.id)' did, and rests on it",
        advice: "'lesson show \(other.lesson.id)' tells which; 'step next' goes on, 'step abort' gives the run up")
    }
    return try taught.map { .takingBack(try $0.restored(), of: session.id) }
  }

  /// Aborts a session that is not finished; it teaches nothing then.
  ///
  /// - Returns: the lessons that other sessions have changed since: they stay, without what this one counted for them.
  @discardableResult
  func abort(_ session: SessionRecord, reason: String) throws -> [LessonID] {
    let last = session.lastStep.map { min($0, .evaluation) }
    let taught = session.losesLearning(backAt: last) ? try lessonsTaught(in: session.id) : []
    let lessons = try taught.map { lesson in
      LessonChange.takingBack(
        lesson.isChangedElsewhere ? lesson.withoutCounts : try lesson.restored(), of: session.id)
    }
    try reverse(StepReversal(last: last, reason: reason, lessons: lessons, aborts: true), of: session.id)
    return taught.filter(\.isChangedElsewhere).map(\.lesson.id)
  }
}

extension SessionRecord {
  /// Whether a session that stands at a step has no longer taught anything.
  func losesLearning(backAt step: PipelineStep?) -> Bool {
    guard let lastStep, lastStep >= .adaptation else { return false }
    return step.map { $0 < .adaptation } ?? true
  }
}

extension TaughtLesson {
  /// The lesson as it was before; one that was not there yet is retired, with nothing to bear it.
  fileprivate func restored() throws -> LessonRecord {
    var record = lesson
    if let before {
      let known = try StoredJSON.value(Lesson.self, from: before.body, what: "the lesson '\(lesson.id)'")
      (record.kind, record.words, record.body) = (known.kind, known.words, before.body)
      (record.helped, record.harmed, record.supports) = (before.helped, before.harmed, known.supports)
    } else {
      var known = try StoredJSON.value(Lesson.self, from: lesson.body, what: "the lesson '\(lesson.id)'")
      known.supports = []
      (record.helped, record.harmed, record.supports) = (0, 0, [])
      record.body = StoredJSON.data(known)
    }
    // What a person decided on it meanwhile holds, as far as there is a lesson.
    if lesson.status == event.status || before == nil && lesson.status != .disabled {
      record.status = before?.status ?? .retired
    }
    return record
  }

  /// The lesson as it is, without what the session counted for it.
  fileprivate var withoutCounts: LessonRecord {
    var record = lesson
    record.helped = max(0, record.helped - (event.helped - (before?.helped ?? 0)))
    record.harmed = max(0, record.harmed - (event.harmed - (before?.harmed ?? 0)))
    return record
  }
}
