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
      edited.revision = try CorrectionTable.nextRevision(of: key, db)
      try CorrectionTable.insertRevision(
        edited.revision, of: key, content: draft.canonicalContent, format: edited.format, at: at, db)
      try CorrectionTable.setRevision(edited.revision, agent: edited.agent, of: key, db)
      try ChangeTable.insert(
        .edited, .edit(RevisionChange(id: id, from: present.revision, to: edited.revision)),
        words: "edited correction \(id) (revision \(edited.revision))", at: at, db)
      return edited
    }
  }

  /// Removes corrections from lists and training, as one change; their content and sessions stay. Hiding twice changes
  /// nothing.
  ///
  /// - Throws: `not-found`; then none is hidden.
  public func hide(_ ids: [CorrectionID]) throws(WhetError) {
    let at = now
    try write { db in
      let hidden = try CorrectionTable.hide(ids, at: at, db)
      guard !hidden.isEmpty else { return }
      try ChangeTable.insert(
        .removed, .removal(hidden), words: "removed \(ChangeTable.corrections(hidden))", at: at, db)
    }
  }

  /// Removes one correction.
  ///
  /// - Throws: `not-found`.
  public func hide(_ id: CorrectionID) throws(WhetError) {
    try hide([id])
  }

  /// Takes `hide` back.
  ///
  /// - Throws: `not-found`.
  public func restore(_ id: CorrectionID) throws(WhetError) {
    let at = now
    try write { db in
      let returned = try CorrectionTable.show([id], db)
      guard !returned.isEmpty else { return }
      try ChangeTable.insert(
        .returned, .addition(CorrectionAddition(returned: returned)), words: "brought back correction \(id)", at: at,
        db)
    }
  }
}
