import Foundation
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
        guard let step = PipelineStep(rawValue: row["step"]) else {
          throw StoreFault.corrupt(path, "the session '\(session)' has an unknown step")
        }
        return StepRecord(
          step: step, artefact: try ArtefactTable.content(row["artefact"], db),
          digest: try ArtefactTable.digest(row["artefact"], db), committedAt: Date(milliseconds: row["at"]))
      }
    }
  }
}
