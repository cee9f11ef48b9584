import Foundation
import GRDB
import WhetCore

/// Rows of corrections inside a transaction that is already open.
enum CorrectionTable {
  /// The present revision of each correction, with what `Reader` needs.
  static let selection = """
    SELECT c.key, c.id, c.revision, c.createdAt, r.format, r.content
    FROM correction c JOIN correction_revision r ON r.correction = c.key AND r.revision = c.revision
    """

  static func key(of id: CorrectionID, _ db: Database) throws -> Int64 {
    guard let key: Int64 = try db.value("SELECT key FROM correction WHERE id = ?", [id.rawValue]) else {
      throw WhetError(.notFound, "there is no correction '\(id)'", advice: "'correction list' shows what there is")
    }
    return key
  }

  static func insertRevision(
    _ revision: Int, of key: Int64, content: Data, format: ResponseFormat, at: Date, _ db: Database
  ) throws {
    let artefact = try ArtefactTable.insert(ArtefactDraft(content), db)
    try db.run(
      "INSERT INTO correction_revision (correction, revision, format, content, at) VALUES (?, ?, ?, ?, ?)",
      [key, revision, format.rawValue, artefact, at.milliseconds])
  }

  /// Makes a revision, new or old, the present one.
  static func setRevision(_ revision: Int, agent: AgentName, of key: Int64, _ db: Database) throws {
    try db.run("UPDATE correction SET revision = ?, agent = ? WHERE key = ?", [revision, agentKey(agent, db), key])
  }

  /// A number no revision of the correction has had; the present one need not be the last after an undone edit.
  static func nextRevision(of key: Int64, _ db: Database) throws -> Int {
    (try db.value("SELECT max(revision) FROM correction_revision WHERE correction = ?", [key]) ?? 0) + 1
  }

  /// Hides corrections that are visible.
  ///
  /// - Parameter change: the change whose undoing hides them; `nil` for a person's removal.
  /// - Returns: those that were visible.
  @discardableResult
  static func hide(_ ids: [CorrectionID], undoing change: Int64? = nil, at: Date, _ db: Database) throws
    -> [CorrectionID]
  {
    try ids.filter { id in
      let key = try key(of: id, db)
      try db.run(
        "UPDATE correction SET hiddenAt = ?, undoneWith = ? WHERE key = ? AND hiddenAt IS NULL",
        [at.milliseconds, change, key])
      return db.changesCount > 0
    }
  }

  /// Takes `hide` back.
  ///
  /// - Returns: those that were hidden.
  @discardableResult
  static func show(_ ids: [CorrectionID], _ db: Database) throws -> [CorrectionID] {
    try ids.filter { id in
      let key = try key(of: id, db)
      try db.run(
        "UPDATE correction SET hiddenAt = NULL, undoneWith = NULL WHERE key = ? AND hiddenAt IS NOT NULL", [key])
      return db.changesCount > 0
    }
  }

  /// Adds a correction whose adding was undone: as if it were new, with the revision that says the same where one does.
  static func addAgain(
    _ draft: CorrectionDraft, id: CorrectionID, key: Int64, _ content: Data, _ digest: ArtefactDigest, at: Date,
    _ db: Database
  ) throws -> Correction {
    let same: Int? = try db.value(
      """
      SELECT min(r.revision) FROM correction_revision r JOIN artefact a ON a.key = r.content
      WHERE r.correction = ? AND a.digest = ?
      """, [key, digest.bytes])
    let revision = try same ?? nextRevision(of: key, db)
    if same == nil {
      let format = draft.correction(id: id, createdAt: at).format
      try insertRevision(revision, of: key, content: content, format: format, at: at, db)
    }
    try setRevision(revision, agent: draft.agent, of: key, db)
    try show([id], db)
    return try Store.correction(key: key, db)
  }

  /// See `Store.untrainedCorrections`.
  static func untrained(_ agent: AgentName, includingOpen: Bool = false, _ db: Database) throws -> [Correction] {
    let rows = try db.rows(
      """
      \(selection)
      WHERE c.agent = (SELECT key FROM agent WHERE name = ?1) AND c.hiddenAt IS NULL AND NOT EXISTS (
        SELECT 1 FROM session s JOIN run ON run.key = s.run
        WHERE s.correction = c.key AND s.revision = c.revision
          AND (s.state = 'finished' OR (NOT ?2 AND s.state = 'open' AND run.state = 'open')))
      ORDER BY c.key
      """, [agent.rawValue, includingOpen])
    let reader = Reader()
    return try rows.map { try reader.correction($0, db) }
  }

  static func agentKey(_ agent: AgentName, _ db: Database) throws -> Int64 {
    if let key: Int64 = try db.value("SELECT key FROM agent WHERE name = ?", [agent.rawValue]) { return key }
    try db.run("INSERT INTO agent (name) VALUES (?)", [agent.rawValue])
    return db.lastInsertedRowID
  }

  /// Reads corrections from rows of `selection`; one for a whole result.
  struct Reader {
    private let decoder = JSONDecoder()

    func correction(_ row: Row, _ db: Database) throws -> Correction {
      let content = try ArtefactTable.content(row["content"], db)
      let format: String = row["format"]
      guard let fields = try? decoder.decode(CorrectionFields.self, from: content),
        let format = ResponseFormat(rawValue: format)
      else {
        throw StoreFault.corrupt(nil, "the content of correction '\(row["id"] as String)' cannot be read")
      }
      return Correction(
        id: CorrectionID(row["id"]), revision: row["revision"], agent: fields.agent, task: fields.task,
        context: fields.context?.values ?? [:], original: fields.original, corrected: fields.corrected,
        feedback: fields.feedback, verifier: fields.verify, format: format, language: fields.language?.lowercased(),
        type: fields.type, severity: fields.severity, isPinned: fields.pinned ?? false, source: fields.source,
        createdAt: Date(milliseconds: row["createdAt"]))
    }
  }
}
