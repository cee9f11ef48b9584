import Foundation
import GRDB
public import WhetCore

/// Changes that go with files: written down before the files are touched, settled after.
extension Store {
  /// Writes down the deployment that takes the newest change back; then the files are replaced, then `settle` is called,
  /// which marks the change too. On the disk when the call returns.
  ///
  /// - Parameter passed: newer changes that cannot be taken back and stay.
  /// - Throws: `undo.overtaken` if the change is not the newest any more or another process is taking it back;
  ///   `undo.conflict` if one that stays is of the same file; `deployment.version-taken`.
  public func prepare(
    _ draft: DeploymentDraft, undoing id: ChangeID, past passed: Set<ChangeID> = []
  ) throws(WhetError) -> DeploymentRecord {
    let at = now
    return try writeSynced { db in
      let (key, _) = try ChangeTable.required(newest: id, past: passed, db)
      let other: Int64? = try db.value(
        "SELECT key FROM deployment WHERE undoes = ? AND state = 'prepared' LIMIT 1", [key])
      if let other {
        throw WhetError(
          .undoOvertaken, "the change '\(id)' is being taken back by another process (d\(other))",
          advice: "if that process died, starting whet anew settles it")
      }
      try DeploymentTable.insert(draft, undoing: key, at: at, db)
      return try DeploymentTable.deployment(key: db.lastInsertedRowID, db)
    }
  }

  /// Writes down a definition file that is about to be made; `undo` does not see it before it is settled.
  public func prepare(_ file: AgentFile) throws(WhetError) -> ChangeID {
    let at = now
    return try writeSynced { db in
      ChangeTable.id(
        try ChangeTable.insert(
          .made, .agentFile(file), words: "made agent \(file.agent) in the \(file.tier) tier", isSettled: false,
          at: at, db))
    }
  }

  /// Says that the newest change's file is about to be removed.
  ///
  /// - Parameter passed: newer changes that cannot be taken back and stay.
  /// - Throws: `undo.overtaken`, `undo.conflict`.
  public func prepareUndo(_ id: ChangeID, past passed: Set<ChangeID> = []) throws(WhetError) {
    try writeSynced { db in
      let (key, _) = try ChangeTable.required(newest: id, past: passed, db)
      try db.run("UPDATE change SET settledAt = NULL WHERE key = ?", [key])
    }
  }

  /// Says whether the file of a change is there; on the disk when the call returns.
  ///
  /// - Parameter stands: `false` takes the change out of what can be undone.
  @discardableResult
  public func settle(_ id: ChangeID, stands: Bool) throws(WhetError) -> ChangeRecord {
    let at = now
    return try writeSynced { db in
      let key = try ChangeTable.key(id, db)
      try db.run(
        "UPDATE change SET settledAt = ?, undoneAt = ? WHERE key = ?",
        [at.milliseconds, stands ? nil : at.milliseconds, key])
      return try ChangeTable.change(key: key, db)
    }
  }

  /// The changes whose process died before it settled them, or is at work.
  public func unsettledChanges() throws(WhetError) -> [ChangeRecord] {
    try read { db in
      try db.rows("\(ChangeTable.selection) WHERE settledAt IS NULL ORDER BY key").map {
        try ChangeTable.change($0, db)
      }
    }
  }
}
