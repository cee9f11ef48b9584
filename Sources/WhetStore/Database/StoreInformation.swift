import GRDB
public import WhetCore

/// How much a store holds.
public struct StoreInformation: Sendable, Equatable {
  /// `nil` for a store in memory.
  public var path: String?
  /// The number of the last migration.
  public var schemaVersion: Int
  /// Bytes on the disk, SQLite's log included; 0 in memory.
  public var size: Int
  /// Bytes of all artefacts before compression, each content once.
  public var contentSize: Int
  /// Rows by what they are: `corrections` and `hidden` ones, `runs`, `sessions`, `steps`, `lessons`, `deployments`,
  /// `changes` that were not taken back, `artefacts`.
  public var counts: [String: Int]
}

extension Store {
  /// Counts and sizes as they are now.
  public func information() throws(WhetError) -> StoreInformation {
    let size: Int
    do {
      size = try path.map { try StoreFile(path: $0).size } ?? 0
    } catch {
      throw StoreFault.error(for: error, path: path)
    }
    return try read { db in
      var counts: [String: Int] = [:]
      for (name, rows) in Self.counted { counts[name] = try db.value("SELECT count(*) FROM \(rows)") }
      return StoreInformation(
        path: path, schemaVersion: try db.value("PRAGMA user_version") ?? 0, size: size,
        contentSize: try db.value("SELECT ifnull(sum(size), 0) FROM artefact") ?? 0, counts: counts)
    }
  }

  private static let counted = [
    "corrections": "correction WHERE hiddenAt IS NULL", "hidden": "correction WHERE hiddenAt IS NOT NULL",
    "runs": "run", "sessions": "session", "steps": "step", "lessons": "lesson", "deployments": "deployment",
    "changes": "change WHERE undoneAt IS NULL", "artefacts": "artefact",
  ]

  /// What is wrong with the store, in words; empty for a sound one.
  ///
  /// Runs SQLite's integrity check and the check of foreign keys, and reads every artefact against its digest.
  public func integrityFaults() throws(WhetError) -> [String] {
    try read { db in
      var faults: [String] = try db.values("PRAGMA integrity_check").filter { $0 != "ok" }
      faults += try db.rows("PRAGMA foreign_key_check").map { "a row of '\($0[0] as String)' names a missing row" }
      for key: Int64 in try db.values("SELECT key FROM artefact ORDER BY key") {
        do {
          _ = try ArtefactTable.content(key, db)
        } catch let error as WhetError {
          faults.append(error.message)
        }
      }
      return faults
    }
  }
}
