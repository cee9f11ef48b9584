import GRDB
import WhetCore

/// What changes are of.
extension ChangeTable {
  /// What a change is of: two changes with nothing in common can be taken back in any order.
  static func subjects(of change: ChangeRecord, _ db: Database) throws -> Set<String> {
    switch change.content {
    case .addition(let addition): Set(addition.ids.map { "correction \($0)" })
    case .removal(let ids): Set(ids.map { "correction \($0)" })
    case .edit(let edit): ["correction \(edit.id)"]
    case .lessons(let changes): Set(changes.map { "lesson \($0.agent) \($0.id)" })
    case .agentFile(let file): ["file \(file.definitionPath)"]
    case .deployment(let id):
      ["file \(try DeploymentTable.deployment(key: DeploymentTable.key(id.rawValue, db), db).definitionPath)"]
    }
  }

  /// The agents a change is of: an edit may have given the correction to another.
  static func agents(of change: ChangeRecord, _ db: Database) throws -> Set<AgentName> {
    switch change.content {
    case .addition(let addition): try agents(of: addition.ids, db)
    case .removal(let ids): try agents(of: ids, db)
    case .edit(let edit): try agents(of: edit, db)
    case .lessons(let changes): Set(changes.map(\.agent))
    case .agentFile(let file): [file.agent]
    case .deployment(let id): [try DeploymentTable.deployment(key: DeploymentTable.key(id.rawValue, db), db).agent]
    }
  }

  private static func agents(of edit: RevisionChange, _ db: Database) throws -> Set<AgentName> {
    let key = try CorrectionTable.key(of: edit.id, db)
    return Set(try [edit.from, edit.to].map { try Store.correction(key: key, revision: $0, db).agent })
  }

  private static func agents(of corrections: [CorrectionID], _ db: Database) throws -> Set<AgentName> {
    let names = try corrections.compactMap { id -> String? in
      try db.value(
        "SELECT agent.name FROM correction c JOIN agent ON agent.key = c.agent WHERE c.id = ?", [id.rawValue])
    }
    return Set(try Set(names).map { try AgentName($0) })
  }
}
