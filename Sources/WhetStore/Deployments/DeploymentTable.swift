import Foundation
import GRDB
import WhetCore

/// Rows of deployments inside a transaction that is already open.
enum DeploymentTable {
  static let selection = """
    SELECT d.key, agent.name AS agent, d.version, d.tier, d.definitionPath, d.rulesPath, d.run, d.kind, d.state, d.at,
      db.digest AS definitionBefore, da.digest AS definitionAfter, rb.digest AS rulesBefore, ra.digest AS rulesAfter
    FROM deployment d JOIN agent ON agent.key = d.agent
      LEFT JOIN artefact db ON db.key = d.definitionBefore LEFT JOIN artefact da ON da.key = d.definitionAfter
      LEFT JOIN artefact rb ON rb.key = d.rulesBefore LEFT JOIN artefact ra ON ra.key = d.rulesAfter
    """

  static func key(_ text: String, _ db: Database) throws -> Int64 {
    try IdentifierLookup.key(text, noun: "deployment", letter: "d", table: "deployment", db)
  }

  /// - Parameter change: the key of the change that the deployment takes back.
  static func insert(_ draft: DeploymentDraft, undoing change: Int64? = nil, at: Date, _ db: Database) throws {
    let run = try draft.run.map { try RunTable.key($0.rawValue, db) }
    let definitionBefore = try ArtefactTable.insert(draft.definitionBefore, db)
    let definitionAfter = try ArtefactTable.insert(draft.definitionAfter, basis: draft.definitionBefore, db)
    let rulesBefore = try ArtefactTable.insert(draft.rulesBefore, db)
    let rulesAfter = try ArtefactTable.insert(draft.rulesAfter, basis: draft.rulesBefore, db)
    do {
      try db.run(
        """
        INSERT INTO deployment (agent, version, tier, definitionPath, rulesPath, run, kind, state, definitionBefore,
          definitionAfter, rulesBefore, rulesAfter, at, undoes)
        VALUES (?, ?, ?, ?, ?, ?, ?, 'prepared', ?, ?, ?, ?, ?, ?)
        """,
        [
          CorrectionTable.agentKey(draft.agent, db), draft.version, draft.tier, draft.definitionPath, draft.rulesPath,
          run, draft.kind.rawValue, definitionBefore, definitionAfter, rulesBefore, rulesAfter, at.milliseconds, change,
        ])
    } catch DatabaseError.SQLITE_CONSTRAINT_UNIQUE {
      throw WhetError(
        .deploymentVersionTaken, "version \(draft.version) of '\(draft.agent)' was deployed by another process",
        advice: "repeat the command")
    }
  }

  static func deployment(key: Int64, _ db: Database) throws -> DeploymentRecord {
    guard let row = try db.row("\(selection) WHERE d.key = ?", [key]) else {
      throw WhetError(.notFound, "there is no deployment 'd\(key)'")
    }
    return try deployment(row)
  }

  static func deployment(_ row: Row) throws -> DeploymentRecord {
    let id = DeploymentID("d\(row["key"] as Int64)")
    guard let kind = DeploymentDraft.Kind(rawValue: row["kind"]),
      let state = DeploymentRecord.State(rawValue: row["state"])
    else { throw StoreFault.corrupt(nil, "the deployment '\(id)' has an unknown kind or state") }
    let digest = { (column: String) in (row[column] as Data?).flatMap(ArtefactDigest.init(bytes:)) }
    return DeploymentRecord(
      id: id, agent: try AgentName(row["agent"]), version: row["version"], tier: row["tier"],
      definitionPath: row["definitionPath"], rulesPath: row["rulesPath"],
      run: (row["run"] as Int64?).map(RunTable.id), kind: kind, state: state,
      definitionBefore: digest("definitionBefore"), definitionAfter: digest("definitionAfter"),
      rulesBefore: digest("rulesBefore"), rulesAfter: digest("rulesAfter"), at: Date(milliseconds: row["at"]))
  }
}
