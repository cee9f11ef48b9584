import Foundation
import GRDB
public import WhetCore

/// The journal of changes that can be taken back, newest first. Each is written in the transaction of the change itself.
extension Store {
  /// The changes that were not taken back.
  ///
  /// - Parameters:
  ///   - before: only those made before this one.
  ///   - limit: the greatest number of them.
  public func changes(before: ChangeID? = nil, limit: Int = 20) throws(WhetError) -> [ChangeRecord] {
    try read { db in
      let end = try before.map { try ChangeTable.key($0, db) } ?? Int64.max
      return try db.rows(
        "\(ChangeTable.selection) WHERE key < ? AND \(ChangeTable.standing) ORDER BY key DESC LIMIT ?", [end, limit]
      ).map { try ChangeTable.change($0, db) }
    }
  }

  /// The newest change that was not taken back; `nil` if there is none.
  public func lastChange() throws(WhetError) -> ChangeRecord? {
    try read { try ChangeTable.newest($0) }
  }

  /// One change, taken back or not.
  ///
  /// - Throws: `undo.nothing` for an id that was never given.
  public func change(_ id: ChangeID) throws(WhetError) -> ChangeRecord {
    try read { try ChangeTable.change(key: ChangeTable.key(id, $0), $0) }
  }

  /// The runs of a change's agents that were at work after it, in the order they started: what they did is history and
  /// stays.
  public func runs(since change: ChangeRecord) throws(WhetError) -> [RunID] {
    try read { db in
      let runs = try ChangeTable.agents(of: change, db).flatMap { agent -> [Int64] in
        try db.values(
          """
          SELECT key FROM run WHERE agent = (SELECT key FROM agent WHERE name = ?1)
            AND (startedAt >= ?2 OR finishedAt IS NULL OR finishedAt > ?2)
          """, [agent.rawValue, change.at.milliseconds])
      }
      return runs.sorted().map(RunTable.id)
    }
  }

  /// How many sessions learned from one of these corrections, also those that are not finished.
  public func learnedSessionCount(of corrections: [CorrectionID]) throws(WhetError) -> Int {
    let learning = PipelineStep.adaptation.rawValue
    return try read { db in
      try corrections.reduce(0) { total, id in
        total
          + (try db.value(
            """
            SELECT count(*) FROM session s JOIN correction c ON c.key = s.correction
            WHERE c.id = ? AND (s.state = 'finished' OR s.lastStep >= ?)
            """, [id.rawValue, learning]) ?? 0)
      }
    }
  }

  /// Finds out whether the store lets a change be taken back now, and changes nothing; of files it knows nothing.
  ///
  /// - Parameter passed: newer changes that cannot be taken back and stay.
  /// - Throws: as `undo(_:past:)`; `not-found` if something it is of is not there any more.
  public func checkUndo(_ id: ChangeID, past passed: Set<ChangeID> = []) throws(WhetError) {
    try read { db in
      switch try ChangeTable.required(newest: id, past: passed, db).record.content {
      case .addition(let addition): for id in addition.ids { _ = try CorrectionTable.key(of: id, db) }
      case .removal(let ids): for id in ids { _ = try CorrectionTable.key(of: id, db) }
      case .edit(let edit): _ = try Self.reversible(edit, db)
      case .lessons(let changes): for change in changes { _ = try Self.reversible(change, db) }
      case .deployment, .agentFile: break
      }
    }
  }

  /// Why a change that was to be taken back is not the next one any more.
  ///
  /// - Throws: `undo.nothing` for an id that was never given.
  public func undoRefusal(of id: ChangeID) throws(WhetError) -> WhetError {
    try read { try ChangeTable.overtaken(id, ChangeTable.key(id, $0), $0) }
  }

  /// Takes the newest change back if it is all in the store, in one transaction; history stays.
  ///
  /// - Parameter passed: newer changes that cannot be taken back and stay.
  /// - Returns: the change, taken back.
  /// - Throws: `undo.overtaken` if it is not the newest any more; `undo.conflict` if what it left is not there; either
  ///   way nothing is changed. `undo.nothing` for an id that was never given.
  public func undo(_ id: ChangeID, past passed: Set<ChangeID> = []) throws(WhetError) -> ChangeRecord {
    let at = now
    return try write { db in
      let (key, change) = try ChangeTable.required(newest: id, past: passed, db)
      switch change.content {
      case .addition(let addition):
        try CorrectionTable.hide(addition.added, undoing: key, at: at, db)
        try CorrectionTable.hide(addition.returned, at: at, db)
      case .removal(let ids): try CorrectionTable.show(ids, db)
      case .edit(let edit): try Self.reverse(edit, db)
      case .lessons(let changes): for change in changes { try Self.reverse(change, at: at, db) }
      case .deployment, .agentFile:
        throw WhetError(.storeFault, "the change '\(id)' is of files and cannot be taken back in the store alone")
      }
      try ChangeTable.markUndone(key, at: at, db)
      return try ChangeTable.change(key: key, db)
    }
  }

  private static func reverse(_ edit: RevisionChange, _ db: Database) throws {
    let earlier = try reversible(edit, db)
    let key = try CorrectionTable.key(of: edit.id, db)
    try CorrectionTable.setRevision(edit.from, agent: earlier.agent, of: key, db)
  }

  /// The revision that counts again when an edit is taken back.
  private static func reversible(_ edit: RevisionChange, _ db: Database) throws -> Correction {
    let key = try CorrectionTable.key(of: edit.id, db)
    guard try correction(key: key, db).revision == edit.to else {
      throw conflict("the correction '\(edit.id)' has another revision than \(edit.to) now")
    }
    return try correction(key: key, revision: edit.from, db)
  }

  private static func reverse(_ change: LessonDecision, at: Date, _ db: Database) throws {
    try LessonTable.apply(
      LessonChange(try reversible(change, db), reason: "a change was undone"), in: nil, at: at, db)
  }

  /// The lesson as it is when a decision of it is taken back.
  private static func reversible(_ change: LessonDecision, _ db: Database) throws -> LessonRecord {
    guard let lesson = try LessonTable.lesson(change.id, change.agent, db), let earlier = change.reversed(on: lesson)
    else {
      throw conflict(
        change.from.status != change.to.status
          ? "the lesson '\(change.id)' is not \(change.to.status) any more"
          : "the lesson '\(change.id)' has other words now")
    }
    return earlier
  }

  private static func conflict(_ message: String) -> WhetError {
    WhetError(.undoConflict, message, advice: "nothing was changed; look at it and change it by hand")
  }
}
