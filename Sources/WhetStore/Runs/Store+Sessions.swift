public import Foundation
import GRDB
public import WhetCore

extension Store {
  /// Adds sessions to a run behind those it has; they are open and no step of them is committed.
  ///
  /// - Throws: `not-found` for a correction that is not there, `session.duplicate`, `run.not-claimed`, `run.finished`.
  @discardableResult
  public func createSessions(_ subjects: [SessionSubject], in run: RunID) throws(WhetError) -> [SessionRecord] {
    try write { db in
      try SessionTable.insert(subjects, run: claimedKey(of: run, db), db)
        .map { try SessionTable.session(key: $0, db) }
    }
  }

  /// Ends a session between two steps: `failed` can be gone on with, `aborted` cannot.
  ///
  /// - Throws: `not-found`; `session.closed` if it is finished or aborted; `run.not-claimed`.
  public func endSession(_ id: SessionID, as state: SessionRecord.State) throws(WhetError) {
    let at = now
    try write { db in
      let session = try openSession(id, db)
      try db.run(
        "UPDATE session SET state = ?, finishedAt = ? WHERE key = ?",
        [state.rawValue, state == .open ? nil : at.milliseconds, session.key])
    }
  }

  /// The sessions in the order they were made.
  ///
  /// - Parameters:
  ///   - run: `nil` for all runs.
  ///   - agent: `nil` for all agents.
  public func sessions(run: RunID? = nil, agent: AgentName? = nil) throws(WhetError) -> [SessionRecord] {
    try read { db in
      let key = try run.map { try RunTable.key($0.rawValue, db) }
      let rows =
        if let key {
          try db.rows("\(SessionTable.selection) WHERE s.run = ? ORDER BY s.position", [key])
        } else {
          try db.rows("\(SessionTable.selection) ORDER BY s.key")
        }
      return try rows.map(SessionTable.session).filter { agent == nil || $0.agent == agent }
    }
  }

  /// The session of a run that was worked on last, and the one that has to begin next; cheap however many there are.
  ///
  /// The first is the one between two steps, else the last finished one, else the last of all; sessions that were
  /// aborted count only where there is no other.
  /// - Returns: `nil` for a run without sessions.
  /// - Throws: `not-found`.
  public func place(in run: RunID) throws(WhetError) -> (session: SessionRecord, next: SessionRecord?, count: Int)? {
    try read { db in
      let key = try RunTable.key(run.rawValue, db)
      func first(_ condition: String) throws -> SessionRecord? {
        try db.row("\(SessionTable.selection) WHERE s.run = ? AND \(condition) LIMIT 1", [key])
          .map(SessionTable.session)
      }
      let begun = try first("s.state IN ('open', 'failed') AND s.lastStep > 0 ORDER BY s.position")
      let next = try first("s.state IN ('open', 'failed') AND s.lastStep = 0 ORDER BY s.position")
      let session =
        try begun ?? first("s.state = 'finished' ORDER BY s.position DESC") ?? next
        ?? first("TRUE ORDER BY s.position DESC")
      let count: Int = try db.value("SELECT count(*) FROM session WHERE run = ?", [key]) ?? 0
      return session.map { ($0, next, count) }
    }
  }

  /// When a step of a run was committed or taken back last; `nil` for a run without any.
  ///
  /// - Throws: `not-found`.
  public func lastStepped(in run: RunID) throws(WhetError) -> Date? {
    try read { db in
      let last: Int64? = try db.value(
        """
        SELECT max(at) FROM (
          SELECT max(step.at) AS at FROM step JOIN session s ON s.key = step.session WHERE s.run = ?1
          UNION ALL
          SELECT max(u.undoneAt) FROM step_undone u JOIN session s ON s.key = u.session WHERE s.run = ?1)
        """, [RunTable.key(run.rawValue, db)])
      return last.map(Date.init(milliseconds:))
    }
  }

  /// - Throws: `not-found`.
  public func session(_ id: SessionID) throws(WhetError) -> SessionRecord {
    try session(matching: id.rawValue)
  }

  /// The session a person means: an id or `last`.
  ///
  /// - Throws: `not-found`.
  public func session(matching text: String) throws(WhetError) -> SessionRecord {
    try read { db in try SessionTable.session(key: SessionTable.key(text, db), db) }
  }

  /// The committed steps of a session in order, with their artefacts.
  ///
  /// - Throws: `not-found`.
  public func steps(of session: SessionID) throws(WhetError) -> [StepRecord] {
    try read { db in
      let key = try SessionTable.key(session.rawValue, db)
      return try db.rows("SELECT step, artefact, at FROM step WHERE session = ? ORDER BY step", [key]).map { row in
        StepRecord(
          step: try step(row["step"], of: session), artefact: try ArtefactTable.content(row["artefact"], db),
          digest: try ArtefactTable.digest(row["artefact"], db), committedAt: Date(milliseconds: row["at"]))
      }
    }
  }
}
