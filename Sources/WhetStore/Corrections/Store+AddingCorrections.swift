import Foundation
import GRDB
public import WhetCore

extension Store {
  /// Adds corrections in one transaction; the result has an element for each draft, in order.
  ///
  /// A draft without an id gets `c` and the first ten hexadecimal digits of the SHA-256 of its content (more digits
  /// in the rare case that another content begins the same), so one content has one id. A conflict concerns its own
  /// draft only; the others are added. What was added is one change in the journal.
  ///
  /// - Parameter file: where they come from, for the journal.
  /// - Throws: `interrupted` when the task is cancelled; then nothing was added.
  public func add(_ drafts: [CorrectionDraft], from file: String? = nil) throws(WhetError) -> [Addition] {
    let at = now
    return try write { db in
      let additions = try drafts.map { draft in
        try WhetError.throwIfCancelled()
        return try Self.add(draft, at: at, db)
      }
      let added = additions.compactMap { if case .added(let correction) = $0 { correction.id } else { nil } }
      try ChangeTable.noteAddition(of: added, from: file, at: at, db)
      return additions
    }
  }

  private static func add(_ draft: CorrectionDraft, at: Date, _ db: Database) throws -> Addition {
    let content = draft.canonicalContent
    let digest = ArtefactDigest(of: content)
    if let id = draft.id { return try add(draft, id: id, content, digest, at: at, db) }
    for length in [10, 16, 32] {
      let addition = try add(draft, id: CorrectionID("c\(digest.hex.prefix(length))"), content, digest, at: at, db)
      guard case .conflict = addition else { return addition }
    }
    return try add(draft, id: CorrectionID("c\(digest.hex)"), content, digest, at: at, db)
  }

  private static func add(
    _ draft: CorrectionDraft, id: CorrectionID, _ content: Data, _ digest: ArtefactDigest, at: Date, _ db: Database
  ) throws -> Addition {
    if let row = try db.row("SELECT key, hiddenAt, undoneWith FROM correction WHERE id = ?", [id.rawValue]) {
      if row["undoneWith"] as Int64? != nil {
        return .added(try CorrectionTable.addAgain(draft, id: id, key: row["key"], content, digest, at: at, db))
      }
      return try existing(id, key: row["key"], isHidden: row["hiddenAt"] as Int64? != nil, digest, db)
    }
    let correction = draft.correction(id: id, createdAt: at)
    try db.run(
      "INSERT INTO correction (id, agent, revision, createdAt) VALUES (?, ?, 1, ?)",
      [id.rawValue, CorrectionTable.agentKey(draft.agent, db), at.milliseconds])
    try CorrectionTable.insertRevision(
      1, of: db.lastInsertedRowID, content: content, format: correction.format, at: at, db)
    return .added(correction)
  }

  private static func existing(
    _ id: CorrectionID, key: Int64, isHidden: Bool, _ digest: ArtefactDigest, _ db: Database
  ) throws -> Addition {
    // An edited correction's file is imported again without a conflict: any revision counts.
    let isSame: Bool? = try db.value(
      """
      SELECT 1 FROM correction_revision r JOIN artefact a ON a.key = r.content
      WHERE r.correction = ? AND a.digest = ?
      """, [key, digest.bytes])
    guard isSame == nil else { return isHidden ? .hidden(id) : .unchanged(id) }
    return .conflict(
      WhetError(
        .correctionConflict, "the correction '\(id)' is there already and says something else",
        advice: "change it with 'correction edit \(id)', or give the new one another id"))
  }
}
