import GRDB
public import WhetCore

/// What happens on a store while nobody here writes to it.
extension Store {
  /// A number that is another one after a change by another opening of the store, in this process or any other; this
  /// opening's own changes leave it.
  ///
  /// Takes microseconds and reads no table (SQLite's `data_version`), so that a prompt may ask a few times a second and
  /// read only when it differs from the last answer. Waits while this opening is writing.
  public func dataVersion() throws(WhetError) -> Int {
    do {
      // It is a number of one connection. The connection that writes is the only one that stays the same, and the only
      // one whose changes are this opening's.
      return try writer.writeWithoutTransaction { try $0.value("PRAGMA data_version") ?? 0 }
    } catch {
      throw StoreFault.error(for: error, path: path)
    }
  }

  /// The runs as they are now, to be compared with later.
  public func runMark() throws(WhetError) -> RunMark {
    try read { try Self.runMark($0) }
  }

  /// The runs that were finished or failed since a mark, in the order they started, and the mark for the next look; a
  /// run that failed, was taken up and ended again in between is told once.
  ///
  /// - Parameter process: leaves out the runs that this process worked on last. Process ids of other machines or
  ///   containers may be equal.
  public func runsEnded(
    since mark: RunMark, exceptProcess process: Int32? = nil
  ) throws(WhetError) -> (runs: [RunRecord], mark: RunMark) {
    try read { db in
      let now = try Self.runMark(db)
      let started: [Int64] = try db.values("SELECT key FROM run WHERE key > ? AND state <> 'open'", [mark.newest])
      // Finished since, or failed again.
      let changed = mark.unfinished.filter { key, failedAt in now.unfinished[key] != failedAt }.keys
      let runs = try (Array(changed) + started).sorted().map { try RunTable.run(key: $0, db) }
      return (runs.filter { $0.state != .open && $0.process != process }, now)
    }
  }

  private static func runMark(_ db: Database) throws -> RunMark {
    let rows = try db.rows("SELECT key, finishedAt FROM run WHERE state <> 'finished'")
    return RunMark(
      newest: try db.value("SELECT max(key) FROM run") ?? 0,
      unfinished: Dictionary(rows.map { ($0["key"], $0["finishedAt"]) }, uniquingKeysWith: { $1 }))
  }
}
