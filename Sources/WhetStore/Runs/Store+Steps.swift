public import Foundation
import GRDB
public import WhetCore

extension Store {
  /// Commits one step of a session with everything it changes, in one transaction.
  ///
  /// The step must be the one after the session's last, so no step counts twice, whoever repeats it: a process that
  /// died after a commit and does the step again gets `session.step-order` and reads the session anew.
  ///
  /// - Returns: the session after the step.
  /// - Throws: `session.step-order`, `session.closed`, `run.not-claimed`, `not-found`.
  @discardableResult
  public func commit(
    step: PipelineStep, of id: SessionID, artefact: Data, changes: StepChanges = StepChanges()
  ) throws(WhetError) -> SessionRecord {
    let at = now
    return try write { db in
      let session = try openSession(id, db)
      guard session.lastStep + 1 == step.rawValue else { throw Self.order(step, id, after: session.lastStep) }
      let subject = try session.subject(db)
      for text in changes.texts {
        _ = try ArtefactTable.insert(ArtefactDraft(text.content, basis: text.basis ?? subject), db)
      }
      let key = try ArtefactTable.insert(ArtefactDraft(artefact, basis: subject), db)
      try db.run(
        "INSERT INTO step (session, step, artefact, at) VALUES (?, ?, ?, ?)",
        [session.key, step.rawValue, key, at.milliseconds])
      for change in changes.lessons { try LessonTable.apply(change, in: session.key, keepsDecisions: true, at: at, db) }
      try Self.update(session, step, changes, at: at, db)
      return try SessionTable.session(key: session.key, db)
    }
  }

  private static func update(
    _ session: OpenSession, _ step: PipelineStep, _ changes: StepChanges, at: Date, _ db: Database
  ) throws {
    let state = changes.state ?? (step.next == nil ? .finished : .open)
    try db.run(
      """
      UPDATE session SET lastStep = ?, state = ?, startedAt = ifnull(startedAt, ?), finishedAt = ? WHERE key = ?
      """,
      [step.rawValue, state.rawValue, at.milliseconds, state == .open ? nil : at.milliseconds, session.key])
    guard let scores = changes.scores else { return }
    try db.run(
      "UPDATE session SET overallBefore = ?, overallAfter = ?, improvement = ? WHERE key = ?",
      [scores.overallBefore, scores.overallAfter, scores.improvement, session.key])
  }

  private static func order(_ step: PipelineStep, _ id: SessionID, after last: Int) -> WhetError {
    let place = PipelineStep(rawValue: last).map { "its last step is '\($0.name)'" } ?? "it has no step yet"
    return WhetError(
      .sessionStepOrder, "the step '\(step.name)' of the session '\(id)' cannot be committed: \(place)",
      advice: "go on with 'session resume \(id)'")
  }
}

/// A session that may still change, of a run this store has the lease of.
struct OpenSession {
  let key: Int64
  let lastStep: Int
  fileprivate let content: Int64?

  /// The artefact of what the session trains: its texts are much like it.
  fileprivate func subject(_ db: Database) throws -> ArtefactDigest? {
    try content.map { try ArtefactTable.digest($0, db) }
  }
}

extension Store {
  func openSession(_ id: SessionID, _ db: Database) throws -> OpenSession {
    let key = try SessionTable.key(id.rawValue, db)
    let row = try db.row(
      """
      SELECT s.run, s.state, s.lastStep, ifnull(s.response, r.content) AS content
      FROM session s LEFT JOIN correction_revision r ON r.correction = s.correction AND r.revision = s.revision
      WHERE s.key = ?
      """, [key])
    guard let row else { throw WhetError(.notFound, "there is no session '\(id)'") }
    try checkClaim(row["run"], db)
    let state: String = row["state"]
    guard state == SessionRecord.State.open.rawValue || state == SessionRecord.State.failed.rawValue else {
      throw WhetError(.sessionClosed, "the session '\(id)' is \(state)")
    }
    return OpenSession(key: key, lastStep: row["lastStep"], content: row["content"])
  }
}
