import Foundation
import GRDB
import WhetCore

/// Rows of the journal inside a transaction that is already open.
enum ChangeTable {
  static let selection = "SELECT key, kind, words, content, at, undoneAt FROM change"
  /// What `undo` may take back.
  static let standing = "settledAt IS NOT NULL AND undoneAt IS NULL"

  static func id(_ key: Int64) -> ChangeID { ChangeID("u\(key)") }

  /// - Throws: `undo.nothing`.
  static func key(_ id: ChangeID, _ db: Database) throws -> Int64 {
    guard let key = IdentifierLookup.number(id.rawValue, letter: "u"),
      try db.value("SELECT 1 FROM change WHERE key = ?", [key]) == 1
    else { throw WhetError(.undoNothing, "there is no change '\(id)'", advice: "see 'undo --list'") }
    return key
  }

  /// Writes a change into the journal.
  ///
  /// - Parameter isSettled: `false` while a file that goes with it is still to be written.
  @discardableResult
  static func insert(
    _ kind: ChangeRecord.Kind, _ content: ReversibleChange, words: String, isSettled: Bool = true, at: Date,
    _ db: Database
  ) throws -> Int64 {
    let artefact = try ArtefactTable.insert(ArtefactDraft(try content.encoded()), db)
    try db.run(
      "INSERT INTO change (kind, words, content, at, settledAt) VALUES (?, ?, ?, ?, ?)",
      [kind.rawValue, words, artefact, at.milliseconds, isSettled ? at.milliseconds : nil])
    return db.lastInsertedRowID
  }

  static func change(_ row: Row, _ db: Database) throws -> ChangeRecord {
    let id = id(row["key"])
    let word: String = row["kind"]
    guard let kind = ChangeRecord.Kind(rawValue: word),
      let content = try? ReversibleChange(kind, decoding: ArtefactTable.content(row["content"], db))
    else { throw StoreFault.corrupt(nil, "the change '\(id)' cannot be read") }
    return ChangeRecord(
      id: id, kind: kind, words: row["words"], content: content, at: Date(milliseconds: row["at"]),
      undoneAt: (row["undoneAt"] as Int64?).map(Date.init(milliseconds:)))
  }

  static func change(key: Int64, _ db: Database) throws -> ChangeRecord {
    guard let row = try db.row("\(selection) WHERE key = ?", [key]) else {
      throw WhetError(.undoNothing, "there is no change '\(id(key))'", advice: "see 'undo --list'")
    }
    return try change(row, db)
  }

  static func newest(_ db: Database) throws -> ChangeRecord? {
    try db.row("\(selection) WHERE \(standing) ORDER BY key DESC LIMIT 1").map { try change($0, db) }
  }

  /// The change if it is still the newest that can be taken back.
  ///
  /// - Parameter passed: newer ones that cannot be taken back and stay.
  /// - Throws: `undo.overtaken`; `undo.conflict` if one that stays is of the same thing; `undo.nothing`.
  static func required(
    newest id: ChangeID, past passed: Set<ChangeID> = [], _ db: Database
  ) throws -> (key: Int64, record: ChangeRecord) {
    let key = try key(id, db)
    let standing: [Int64] = try db.values(
      "SELECT key FROM change WHERE key >= ? AND \(standing) ORDER BY key", [key])
    guard standing.first == key, standing.dropFirst().allSatisfy({ passed.contains(Self.id($0)) }) else {
      throw try overtaken(id, key, db)
    }
    let record = try change(key: key, db)
    let subjects = try subjects(of: record, db)
    for newer in try standing.dropFirst().reversed().map({ try change(key: $0, db) })
    where try !subjects.isDisjoint(with: self.subjects(of: newer, db)) {
      throw WhetError(
        .undoConflict, "\(newer.id), '\(newer.words)', came after it, is of the same and stays",
        advice: "look at it and change it by hand")
    }
    return (key, record)
  }

  /// Why a change is not the next to be taken back.
  static func overtaken(_ id: ChangeID, _ key: Int64, _ db: Database) throws -> WhetError {
    let row = try db.row("SELECT settledAt, undoneAt FROM change WHERE key = ?", [key])
    let reason =
      if row?["undoneAt"] as Int64? != nil {
        "it was taken back meanwhile"
      } else if row?["settledAt"] as Int64? == nil {
        "another process is at work on it"
      } else {
        "another was made meanwhile"
      }
    return WhetError(
      .undoOvertaken, "the change '\(id)' is not the last one any more: \(reason)",
      advice: "nothing was changed; 'undo --list' shows what there is now")
  }

  static func markUndone(_ key: Int64, at: Date, _ db: Database) throws {
    try db.run(
      "UPDATE change SET undoneAt = ?, settledAt = ifnull(settledAt, ?) WHERE key = ?",
      [at.milliseconds, at.milliseconds, key])
  }
}

extension ReversibleChange {
  private var payload: any Encodable {
    switch self {
    case .addition(let addition): addition
    case .removal(let ids): ids
    case .edit(let edit): edit
    case .deployment(let id): id
    case .agentFile(let file): file
    case .lessons(let changes): changes
    }
  }

  func encoded() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(payload)
  }

  init(_ kind: ChangeRecord.Kind, decoding data: Data) throws {
    let decoder = JSONDecoder()
    self =
      switch kind {
      case .added, .imported, .returned: .addition(try decoder.decode(CorrectionAddition.self, from: data))
      case .removed: .removal(try decoder.decode([CorrectionID].self, from: data))
      case .edited: .edit(try decoder.decode(RevisionChange.self, from: data))
      case .deployed, .rolledBack: .deployment(try decoder.decode(DeploymentID.self, from: data))
      case .made: .agentFile(try decoder.decode(AgentFile.self, from: data))
      case .decided: .lessons(try decoder.decode([LessonDecision].self, from: data))
      }
  }
}
