import Foundation
import GRDB
public import WhetCore

extension Store {
  /// Takes back the steps of a session behind one of them, with all that goes with it, in one transaction: steps,
  /// scores, lessons and choices are as the reversal says, or nothing has changed.
  ///
  /// What is taken back stays on record. A session that was finished is open again; a run that is finished is history.
  ///
  /// - Returns: the session after it.
  /// - Throws: `not-found`; `session.closed` if it was aborted; `step.elsewhere` if a later session of the run has
  ///   begun, or a lesson is not as the reversal found it; `run.not-claimed`, `run.finished`.
  @discardableResult
  public func reverse(_ reversal: StepReversal, of id: SessionID) throws(WhetError) -> SessionRecord {
    let at = now
    return try write { db in
      let key = try reversibleSession(id, reversal, db)
      try Self.takeBack(reversal, of: key, at: at, db)
      for change in reversal.lessons {
        try Self.checkUnchanged(change.lesson, db)
        try LessonTable.apply(change, in: key, at: at, db)
      }
      for number in reversal.withdrawn {
        try db.run(
          "UPDATE session_choice SET withdrawnAt = ? WHERE key = ? AND session = ? AND withdrawnAt IS NULL",
          [at.milliseconds, number, key])
      }
      for text in reversal.texts { _ = try ArtefactTable.insert(text, db) }
      for choice in reversal.choices {
        try db.run(
          "INSERT INTO session_choice (session, step, kind, value, at) VALUES (?, ?, ?, ?, ?)",
          [
            key, choice.step.rawValue, choice.kind, ArtefactTable.insert(ArtefactDraft(choice.value), db),
            at.milliseconds,
          ])
      }
      return try SessionTable.session(key: key, db)
    }
  }

  private func reversibleSession(_ id: SessionID, _ reversal: StepReversal, _ db: Database) throws -> Int64 {
    let session = try SessionTable.session(key: SessionTable.key(id.rawValue, db), db)
    _ = try claimedKey(of: session.run, db)
    guard session.state != .aborted else { throw WhetError(.sessionClosed, "the session '\(id)' is aborted") }
    let last = reversal.last?.rawValue ?? 0
    let later: Int64? = try db.value(
      "SELECT key FROM session WHERE run = ? AND position > ? AND lastStep > 0 AND state <> 'aborted' LIMIT 1",
      [RunTable.key(session.run.rawValue, db), session.position])
    if let later, (session.lastStep?.rawValue ?? 0) > last {
      throw WhetError(
        .stepElsewhere, "the session '\(SessionTable.id(later))' has begun and rests on what '\(id)' taught",
        advice: "take the later session's steps back first: 'step back'")
    }
    return try SessionTable.key(id.rawValue, db)
  }

  private static func takeBack(_ reversal: StepReversal, of session: Int64, at: Date, _ db: Database) throws {
    let last = reversal.last?.rawValue ?? 0
    try db.run(
      """
      INSERT INTO step_undone (session, step, artefact, at, undoneAt, reason)
      SELECT session, step, artefact, at, ?, ? FROM step WHERE session = ? AND step > ? ORDER BY step
      """, [at.milliseconds, reversal.reason, session, last])
    try db.run("DELETE FROM step WHERE session = ? AND step > ?", [session, last])
    let state: SessionRecord.State =
      reversal.aborts ? .aborted : last == PipelineStep.deployment.rawValue ? .finished : .open
    try db.run(
      """
      UPDATE session SET lastStep = min(lastStep, ?1), state = ?2,
        finishedAt = CASE ?2 WHEN 'open' THEN NULL WHEN 'finished' THEN finishedAt ELSE ?3 END,
        startedAt = CASE ?1 WHEN 0 THEN NULL ELSE startedAt END
      WHERE key = ?4
      """, [last, state.rawValue, at.milliseconds, session])
    if last < PipelineStep.evaluation.rawValue {
      try db.run(
        "UPDATE session SET overallBefore = NULL, overallAfter = NULL, improvement = NULL WHERE key = ?", [session])
    }
    guard last < PipelineStep.adaptation.rawValue else { return }
    // What the session brought first it has not brought any more; who brings it next is its maker.
    try db.run("UPDATE lesson SET createdIn = NULL WHERE createdIn = ?", [session])
  }

  /// What a person chose in a session, oldest first, with what holds no more.
  ///
  /// - Throws: `not-found`.
  public func choices(of session: SessionID) throws(WhetError) -> [ChoiceRecord] {
    try read { db in
      let key = try SessionTable.key(session.rawValue, db)
      return try db.rows("SELECT * FROM session_choice WHERE session = ? ORDER BY key", [key]).map { row in
        ChoiceRecord(
          number: row["key"], step: try step(row["step"], of: session), kind: row["kind"],
          value: try ArtefactTable.content(row["value"], db), at: Date(milliseconds: row["at"]),
          withdrawnAt: (row["withdrawnAt"] as Int64?).map(Date.init(milliseconds:)))
      }
    }
  }

  /// The steps of a session that were taken back, in that order.
  ///
  /// - Throws: `not-found`.
  public func undoneSteps(of session: SessionID) throws(WhetError) -> [UndoneStep] {
    try read { db in
      let key = try SessionTable.key(session.rawValue, db)
      return try db.rows("SELECT * FROM step_undone WHERE session = ? ORDER BY key", [key]).map { row in
        let record = StepRecord(
          step: try step(row["step"], of: session), artefact: try ArtefactTable.content(row["artefact"], db),
          digest: try ArtefactTable.digest(row["artefact"], db), committedAt: Date(milliseconds: row["at"]))
        return UndoneStep(step: record, undoneAt: Date(milliseconds: row["undoneAt"]), reason: row["reason"])
      }
    }
  }

  /// The lessons that what a session taught has changed; what was taken back already is not among them.
  ///
  /// - Throws: `not-found`.
  public func lessonsTaught(in session: SessionID) throws(WhetError) -> [TaughtLesson] {
    try read { db in
      let key = try SessionTable.key(session.rawValue, db)
      let lessons: [Int64] = try db.values(
        "SELECT DISTINCT lesson FROM lesson_event WHERE session = ? ORDER BY lesson", [key])
      return try lessons.compactMap { try Self.taught($0, in: key, db) }
    }
  }

  /// - Returns: `nil` where the session's newest change took back what it had taught.
  private static func taught(_ lesson: Int64, in session: Int64, _ db: Database) throws -> TaughtLesson? {
    guard let record = try db.row("\(LessonTable.selection) WHERE l.key = ?", [lesson]),
      let row = try db.row(
        "SELECT * FROM lesson_event WHERE lesson = ? AND session = ? ORDER BY revision DESC LIMIT 1",
        [lesson, session])
    else { return nil }
    let event = try LessonTable.event(row, db)
    guard !event.isTakingBack else { return nil }
    let before = try db.row(
      "SELECT * FROM lesson_event WHERE lesson = ? AND revision = ?", [lesson, event.revision - 1])
    let others: Int? = try db.value(
      "SELECT count(*) FROM lesson_event WHERE lesson = ? AND revision > ? AND session IS NOT NULL",
      [lesson, event.revision])
    return TaughtLesson(
      lesson: try LessonTable.lesson(record, db), event: event,
      before: try before.map { try LessonTable.event($0, db) },
      isChangedElsewhere: (others ?? 0) > 0)
  }

  /// A lesson is put back only as it was when that was worked out.
  private static func checkUnchanged(_ lesson: LessonRecord, _ db: Database) throws {
    let revision: Int? = try db.value(
      "SELECT l.revision FROM lesson l JOIN agent ON agent.key = l.agent WHERE agent.name = ? AND l.id = ?",
      [lesson.agent.rawValue, lesson.id.rawValue])
    guard lesson.revision == 0 || revision == lesson.revision else {
      throw WhetError(
        .stepElsewhere, "another process changed the lesson '\(lesson.id)' just now", advice: "say it again")
    }
  }

  func step(_ number: Int, of session: SessionID) throws -> PipelineStep {
    guard let step = PipelineStep(rawValue: number) else {
      throw StoreFault.corrupt(path, "the session '\(session)' has an unknown step")
    }
    return step
  }
}
