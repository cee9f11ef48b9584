import Foundation
import GRDB
public import WhetCore

extension Store {
  /// Makes the draft the correction's next revision; a draft that says the same makes none.
  ///
  /// - Returns: the present revision; its `createdAt` stays that of the first one.
  /// - Throws: `not-found`; `correction.conflict` if the draft has another id.
  @discardableResult
  public func edit(_ id: CorrectionID, to draft: CorrectionDraft) throws(WhetError) -> Correction {
    let at = now
    return try write { db in
      guard draft.id == nil || draft.id == id else {
        throw WhetError(
          .correctionConflict, "an edit cannot change the id of '\(id)'",
          advice: "add the correction under its new id and remove '\(id)'")
      }
      let key = try CorrectionTable.key(of: id, db)
      let present = try Self.correction(key: key, db)
      let same = draft.correction(id: id, revision: present.revision, createdAt: present.createdAt)
      guard same != present else { return present }
      var edited = same
      edited.revision += 1
      try CorrectionTable.insertRevision(
        edited.revision, of: key, content: draft.canonicalContent, format: edited.format, at: at, db)
      try db.run(
        "UPDATE correction SET revision = ?, agent = ? WHERE key = ?",
        [edited.revision, CorrectionTable.agentKey(edited.agent, db), key])
      return edited
    }
  }

  /// Removes a correction from lists and training; its content and sessions stay. Hiding twice changes nothing.
  ///
  /// - Throws: `not-found`.
  public func hide(_ id: CorrectionID) throws(WhetError) {
    let at = now
    try write { db in
      try db.run(
        "UPDATE correction SET hiddenAt = ifnull(hiddenAt, ?) WHERE key = ?",
        [at.milliseconds, CorrectionTable.key(of: id, db)])
    }
  }

  /// Takes `hide` back.
  ///
  /// - Throws: `not-found`.
  public func restore(_ id: CorrectionID) throws(WhetError) {
    try write { db in
      try db.run("UPDATE correction SET hiddenAt = NULL WHERE key = ?", [CorrectionTable.key(of: id, db)])
    }
  }
}
