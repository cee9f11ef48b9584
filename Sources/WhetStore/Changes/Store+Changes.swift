import Foundation
import GRDB
public import WhetCore

/// The journal of changes that can be taken back, newest first. Each is written in the transaction of the change itself.
extension Store {
  /// The changes that were not taken back.
  ///
  /// - Parameter limit: the greatest number of them.
  public func changes(limit: Int = 20) throws(WhetError) -> [ChangeRecord] {
    try read { db in
      try db.rows("\(ChangeTable.selection) WHERE \(ChangeTable.standing) ORDER BY key DESC LIMIT ?", [limit])
        .map { try ChangeTable.change($0, db) }
    }
  }

  /// The change that `undo` takes back next; `nil` if there is none.
  public func lastChange() throws(WhetError) -> ChangeRecord? {
    try read { try ChangeTable.newest($0) }
  }

  /// One change, taken back or not.
  ///
  /// - Throws: `undo.nothing` for an id that was never given.
  public func change(_ id: ChangeID) throws(WhetError) -> ChangeRecord {
    try read { try ChangeTable.change(key: ChangeTable.key(id, $0), $0) }
  }

  /// The runs that were at work after a change, in the order they started: what they did is history and stays.
  public func runs(since change: ChangeRecord) throws(WhetError) -> [RunID] {
    try read { db in
      let keys: [Int64] = try db.values(
        "SELECT key FROM run WHERE startedAt >= ?1 OR ifnull(finishedAt, ?1) > ?1 ORDER BY key",
        [change.at.milliseconds])
      return keys.map(RunTable.id)
    }
  }

  /// How many finished sessions trained one of these corrections.
  public func finishedSessionCount(of corrections: [CorrectionID]) throws(WhetError) -> Int {
    try read { db in
      try corrections.reduce(0) { total, id in
        total
          + (try db.value(
            """
            SELECT count(*) FROM session s JOIN correction c ON c.key = s.correction
            WHERE c.id = ? AND s.state = 'finished'
            """, [id.rawValue]) ?? 0)
      }
    }
  }

  /// Takes the newest change back if it is all in the store, in one transaction; history stays.
  ///
  /// - Returns: the change, taken back.
  /// - Throws: `undo.overtaken` if it is not the newest any more; `undo.conflict` if what it left is not there; either
  ///   way nothing is changed. `undo.nothing` for an id that was never given.
  public func undo(_ id: ChangeID) throws(WhetError) -> ChangeRecord {
    let at = now
    return try write { db in
      let (key, change) = try ChangeTable.required(newest: id, db)
      switch change.content {
      case .addition(let addition):
        try CorrectionTable.hide(addition.added, undoing: key, at: at, db)
        try CorrectionTable.hide(addition.returned, at: at, db)
      case .removal(let ids): try CorrectionTable.show(ids, db)
      case .edit(let edit): try Self.reverse(edit, db)
      case .lessonStatus(let changes): for change in changes { try Self.reverse(change, at: at, db) }
      case .deployment, .agentFile:
        throw WhetError(.storeFault, "the change '\(id)' is of files and cannot be taken back in the store alone")
      }
      try ChangeTable.markUndone(key, at: at, db)
      return try ChangeTable.change(key: key, db)
    }
  }

  private static func reverse(_ edit: RevisionChange, _ db: Database) throws {
    let key = try CorrectionTable.key(of: edit.id, db)
    guard try correction(key: key, db).revision == edit.to else {
      throw conflict("the correction '\(edit.id)' has another revision than \(edit.to) now")
    }
    let earlier = try correction(key: key, revision: edit.from, db)
    try CorrectionTable.setRevision(edit.from, agent: earlier.agent, of: key, db)
  }

  private static func reverse(_ change: LessonStatusChange, at: Date, _ db: Database) throws {
    let row = try db.row(
      "\(LessonTable.selection) WHERE agent.name = ? AND l.id = ?", [change.agent.rawValue, change.id.rawValue])
    guard let row, try LessonTable.status(of: change.id, change.agent, db) == change.to else {
      throw conflict("the lesson '\(change.id)' is not \(change.to.rawValue) any more")
    }
    var lesson = try LessonTable.lesson(row, db)
    lesson.status = change.from
    try LessonTable.apply(LessonChange(lesson, reason: "a change was undone"), in: nil, at: at, db)
  }

  private static func conflict(_ message: String) -> WhetError {
    WhetError(.undoConflict, message, advice: "nothing was changed; look at it and change it by hand")
  }
}
