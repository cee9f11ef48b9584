import Foundation
import GRDB
public import WhetCore

extension Store {
  /// The present revisions in order of arrival.
  ///
  /// - Parameters:
  ///   - agent: `nil` for all agents.
  ///   - includeHidden: with those that were removed.
  ///   - includeUndone: of the hidden ones also those whose adding was undone.
  public func corrections(
    agent: AgentName? = nil, includeHidden: Bool = false, includeUndone: Bool = true
  ) throws(WhetError) -> [Correction] {
    try read { db in
      let rows = try db.rows(
        """
        \(CorrectionTable.selection)
        WHERE (?1 IS NULL OR c.agent = (SELECT key FROM agent WHERE name = ?1))
          AND (c.hiddenAt IS NULL OR (?2 AND (?3 OR c.undoneWith IS NULL)))
        ORDER BY c.key
        """, [agent?.rawValue, includeHidden, includeUndone])
      let reader = CorrectionTable.Reader()
      return try rows.map { try reader.correction($0, db) }
    }
  }

  /// The corrections of an agent that no finished session has trained in their present revision, in order of arrival.
  ///
  /// - Parameter includingOpen: with those that an open session of an unfinished run is training or will train.
  public func untrainedCorrections(
    agent: AgentName, includingOpen: Bool = false
  ) throws(WhetError) -> [Correction] {
    try read { try CorrectionTable.untrained(agent, includingOpen: includingOpen, $0) }
  }

  /// The correction a person means: an id, a unique beginning of one, or `last`; removed ones only by their full id.
  ///
  /// - Throws: `not-found`, `ambiguous`.
  public func correction(matching text: String) throws(WhetError) -> Correction {
    try read { db in
      let exact: Int64? = try db.value("SELECT key FROM correction WHERE id = ?", [text])
      let visible = "SELECT key, id FROM correction WHERE hiddenAt IS NULL"
      let key = try exact ?? IdentifierLookup.key(text, noun: "correction", rows: visible, [], db)
      return try Self.correction(key: key, db)
    }
  }

  /// One revision of a correction.
  ///
  /// - Parameter revision: `nil` for the present one.
  /// - Throws: `not-found`.
  public func correction(_ id: CorrectionID, revision: Int? = nil) throws(WhetError) -> Correction {
    try read { db in try Self.correction(key: CorrectionTable.key(of: id, db), revision: revision, db) }
  }

  /// Whether a correction was removed.
  ///
  /// - Throws: `not-found`.
  public func isHidden(_ id: CorrectionID) throws(WhetError) -> Bool {
    try read { db in
      try db.value("SELECT hiddenAt IS NOT NULL FROM correction WHERE key = ?", [CorrectionTable.key(of: id, db)])
        ?? false
    }
  }

  /// Ids that begin with a text, sorted, without reading the corrections: for completion.
  public func correctionIDs(
    beginningWith text: String = "", agent: AgentName? = nil, limit: Int = 100
  ) throws(WhetError) -> [CorrectionID] {
    try read { db in
      let ids: [String] = try db.values(
        """
        SELECT id FROM correction
        WHERE hiddenAt IS NULL AND substr(id, 1, length(?1)) = ?1
          AND (?2 IS NULL OR agent = (SELECT key FROM agent WHERE name = ?2))
        ORDER BY id LIMIT ?3
        """, [text, agent?.rawValue, limit])
      return ids.map { CorrectionID($0) }
    }
  }

  /// The agents that have corrections, also removed ones, or runs; sorted by name.
  public func agents() throws(WhetError) -> [AgentName] {
    try read { db in
      let names: [String] = try db.values("SELECT name FROM agent ORDER BY name")
      return try names.map { try AgentName($0) }
    }
  }

  static func correction(key: Int64, revision: Int? = nil, _ db: Database) throws -> Correction {
    let row = try db.row(
      """
      SELECT c.key, c.id, r.revision, c.createdAt, r.format, r.content
      FROM correction c JOIN correction_revision r ON r.correction = c.key
      WHERE c.key = ?1 AND r.revision = ifnull(?2, c.revision)
      """, [key, revision])
    guard let row else { throw WhetError(.notFound, "the correction has no revision \(revision ?? 0)") }
    return try CorrectionTable.Reader().correction(row, db)
  }
}
