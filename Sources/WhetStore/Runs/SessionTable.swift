import Foundation
import GRDB
import WhetCore

/// Rows of sessions inside a transaction that is already open.
enum SessionTable {
  static let selection = """
    SELECT s.key, s.run, s.position, agent.name AS agent, correction.id AS correction, s.revision,
      response.digest AS response, s.state, s.lastStep, s.overallBefore, s.overallAfter, s.improvement, s.startedAt,
      s.finishedAt
    FROM session s JOIN run ON run.key = s.run JOIN agent ON agent.key = run.agent
      LEFT JOIN correction ON correction.key = s.correction LEFT JOIN artefact response ON response.key = s.response
    """

  static func id(_ key: Int64) -> SessionID { SessionID("s\(key)") }

  static func key(_ text: String, _ db: Database) throws -> Int64 {
    try IdentifierLookup.key(text, noun: "session", letter: "s", table: "session", db)
  }

  /// Adds sessions behind those the run has.
  @discardableResult
  static func insert(_ subjects: [SessionSubject], run: Int64, _ db: Database) throws -> [Int64] {
    let last: Int = try db.value("SELECT max(position) FROM session WHERE run = ?", [run]) ?? 0
    return try subjects.enumerated().map { index, subject in
      try insert(subject, run: run, position: last + 1 + index, db)
      return db.lastInsertedRowID
    }
  }

  private static func insert(_ subject: SessionSubject, run: Int64, position: Int, _ db: Database) throws {
    switch subject {
    case .response(let content):
      let artefact = try ArtefactTable.insert(ArtefactDraft(content), db)
      try db.run(
        "INSERT INTO session (run, position, response, state) VALUES (?, ?, ?, 'open')", [run, position, artefact])
    case .correction(let id, let revision):
      let key = try CorrectionTable.key(of: id, db)
      do {
        try db.run(
          "INSERT INTO session (run, position, correction, revision, state) VALUES (?, ?, ?, ?, 'open')",
          [run, position, key, revision])
      } catch DatabaseError.SQLITE_CONSTRAINT_UNIQUE {
        throw WhetError(.sessionDuplicate, "the run '\(RunTable.id(run))' has a session on '\(id)' already")
      }
    }
  }

  static func session(key: Int64, _ db: Database) throws -> SessionRecord {
    guard let row = try db.row("\(selection) WHERE s.key = ?", [key]) else {
      throw WhetError(.notFound, "there is no session '\(id(key))'")
    }
    return try session(row)
  }

  static func session(_ row: Row) throws -> SessionRecord {
    let state: String = row["state"]
    guard let state = SessionRecord.State(rawValue: state) else {
      throw StoreFault.corrupt(nil, "the session '\(id(row["key"]))' has the unknown state '\(state)'")
    }
    return SessionRecord(
      id: id(row["key"]), run: RunTable.id(row["run"]), position: row["position"],
      agent: try AgentName(row["agent"]), correction: (row["correction"] as String?).map { CorrectionID($0) },
      revision: row["revision"], response: (row["response"] as Data?).flatMap(ArtefactDigest.init(bytes:)),
      state: state, lastStep: PipelineStep(rawValue: row["lastStep"]), overallBefore: row["overallBefore"],
      overallAfter: row["overallAfter"], improvement: row["improvement"],
      startedAt: (row["startedAt"] as Int64?).map(Date.init(milliseconds:)),
      finishedAt: (row["finishedAt"] as Int64?).map(Date.init(milliseconds:)))
  }
}
