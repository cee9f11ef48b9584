import Foundation
import GRDB
public import WhetCore

extension Store {
  /// The version an agent's next deployment gets, from 1.
  public func nextDeploymentVersion(of agent: AgentName) throws(WhetError) -> Int {
    try read { db in
      let last: Int? = try db.value(
        "SELECT max(version) FROM deployment WHERE agent = (SELECT key FROM agent WHERE name = ?)", [agent.rawValue])
      return (last ?? 0) + 1
    }
  }

  /// Writes down what is about to be deployed, with the files' bytes before and after; on the disk when the call
  /// returns. Then the files are replaced, then `settle` is called.
  ///
  /// - Throws: `deployment.version-taken`, `not-found` for the run.
  public func prepare(_ draft: DeploymentDraft) throws(WhetError) -> DeploymentRecord {
    let at = now
    return try writeSynced { db in
      try DeploymentTable.insert(draft, at: at, db)
      return try DeploymentTable.deployment(key: db.lastInsertedRowID, db)
    }
  }

  /// Says what became of a prepared deployment; on the disk when the call returns.
  ///
  /// One that was applied is a change in the journal from then on, or takes one back if it was made for that.
  /// - Throws: `not-found`.
  @discardableResult
  public func settle(_ id: DeploymentID, as state: DeploymentRecord.State) throws(WhetError) -> DeploymentRecord {
    let at = now
    return try writeSynced { db in
      let key = try DeploymentTable.key(id.rawValue, db)
      let before = try DeploymentTable.deployment(key: key, db)
      try db.run("UPDATE deployment SET state = ? WHERE key = ?", [state.rawValue, key])
      let settled = try DeploymentTable.deployment(key: key, db)
      if state == .applied, before.state != .applied {
        if let change: Int64 = try db.value("SELECT undoes FROM deployment WHERE key = ?", [key]) {
          try ChangeTable.markUndone(change, at: at, db)
        } else {
          try ChangeTable.note(settled, at: at, db)
        }
      }
      return settled
    }
  }

  /// The deployments in the order they were made; also those only prepared or abandoned.
  ///
  /// - Parameter agent: `nil` for all agents.
  public func deployments(agent: AgentName? = nil) throws(WhetError) -> [DeploymentRecord] {
    try read { db in
      try db.rows(
        "\(DeploymentTable.selection) WHERE ?1 IS NULL OR agent.name = ?1 ORDER BY d.key", [agent?.rawValue]
      ).map { try DeploymentTable.deployment($0) }
    }
  }

  /// The deployment a person means: an id or `last`.
  ///
  /// - Throws: `not-found`.
  public func deployment(matching text: String) throws(WhetError) -> DeploymentRecord {
    try read { db in try DeploymentTable.deployment(key: DeploymentTable.key(text, db), db) }
  }
}
