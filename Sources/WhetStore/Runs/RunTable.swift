import Foundation
import GRDB
import WhetCore

/// Rows of runs inside a transaction that is already open.
enum RunTable {
  static let selection = """
    SELECT run.key, agent.name AS agent, mode, state, settings, outcome, failure, process, startedAt, finishedAt
    FROM run JOIN agent ON agent.key = run.agent
    """

  /// The open runs, of one agent or of all; its second term is what the index of unfinished runs asks for.
  static let open = """
    \(selection)
    WHERE state = 'open' AND state <> 'finished' AND (?1 IS NULL OR agent.name = ?1) ORDER BY run.key
    """

  static func id(_ key: Int64) -> RunID { RunID("r\(key)") }

  static func key(_ text: String, _ db: Database) throws -> Int64 {
    try IdentifierLookup.key(text, noun: "run", letter: "r", table: "run", db)
  }

  static func run(key: Int64, _ db: Database) throws -> RunRecord {
    guard let row = try db.row("\(selection) WHERE run.key = ?", [key]) else {
      throw WhetError(.notFound, "there is no run '\(id(key))'")
    }
    return try run(row, db)
  }

  static func run(_ row: Row, _ db: Database) throws -> RunRecord {
    let state: String = row["state"]
    guard let state = RunRecord.State(rawValue: state) else {
      throw StoreFault.corrupt(nil, "the run '\(id(row["key"]))' has the unknown state '\(state)'")
    }
    return RunRecord(
      id: id(row["key"]), agent: try AgentName(row["agent"]), mode: row["mode"], state: state,
      settings: try ArtefactTable.content(row["settings"], db),
      outcome: try (row["outcome"] as Int64?).map { try ArtefactTable.content($0, db) }, failure: row["failure"],
      process: row["process"], startedAt: Date(milliseconds: row["startedAt"]),
      finishedAt: (row["finishedAt"] as Int64?).map(Date.init(milliseconds:)))
  }
}
