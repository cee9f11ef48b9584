public import Foundation
import GRDB
public import WhetCore

/// Everything whet remembers, in one SQLite file: corrections, runs with their sessions and steps, lessons,
/// deployments, and the content-addressed texts they name.
///
/// A store may be used from any thread, and several processes may have the same file open. Calls block until done:
/// reads see a snapshot and never wait for a writer, writes wait at most ten seconds for another process's.
/// What a returned call wrote survives the death of the process; `finishRun` and the deployment calls also survive
/// a power cut, with everything before them. History is append-only: `hide` only hides.
///
/// Every call may throw a `WhetError` with a `store.*` code; a call's own comment names only what else it throws.
public final class Store: Sendable {
  /// The path of the database file; `nil` for a store in memory.
  public let path: String?
  let writer: any DatabaseWriter
  let claims: RunClaims
  private let clock: @Sendable () -> Date

  /// Opens the store at `path`; creates it (mode 0600) and its folders (0700) where they are missing, and brings a
  /// store of an earlier version up to date.
  ///
  /// - Throws: `store.newer`, `store.foreign` or `store.not-a-database` before anything in the file is changed.
  public convenience init(path: String, now: @escaping @Sendable () -> Date = { Date() }) throws(WhetError) {
    try self.init(path: path, now: now, configuration: Self.configuration())
  }

  /// Opens with the given settings of the connection, so that a test can watch or break it.
  convenience init(path: String, now: @escaping @Sendable () -> Date, configuration: Configuration) throws(WhetError) {
    let opened: (any DatabaseWriter, RunClaims)
    do {
      opened = try Self.open(StoreFile(path: path), configuration)
    } catch {
      throw StoreFault.error(for: error, path: path)
    }
    self.init(path: path, writer: opened.0, claims: opened.1, clock: now)
  }

  init(
    path: String?, writer: any DatabaseWriter, claims: RunClaims, clock: @escaping @Sendable () -> Date
  ) {
    self.path = path
    self.writer = writer
    self.claims = claims
    self.clock = clock
  }

  /// A store that ends with its last reference and that no other process sees.
  public static func inMemory(now: @escaping @Sendable () -> Date = { Date() }) throws(WhetError) -> Store {
    do {
      let queue = try DatabaseQueue(configuration: configuration())
      try Schema.bringUpToDate(queue)
      return Store(path: nil, writer: queue, claims: RunClaims(lock: nil), clock: now)
    } catch {
      throw StoreFault.error(for: error, path: nil)
    }
  }

  /// Folds the write-ahead log into the database file and ends the connections; later calls throw.
  ///
  /// A store that is dropped without it closes by itself; one that is killed leaves the log, which the next opening
  /// reads.
  public func close() throws(WhetError) {
    do {
      // Only the last connection to close folds in the log, and only if it may write: readers first.
      (writer as? DatabasePool)?.releaseMemory()
      try writer.close()
    } catch {
      throw StoreFault.error(for: error, path: path)
    }
  }

  /// The present as the store keeps it: whole milliseconds.
  var now: Date { clock().wholeMilliseconds }

  private static func open(_ file: StoreFile, _ configuration: Configuration) throws -> (any DatabaseWriter, RunClaims)
  {
    try file.createFolders()
    let lock = try StoreLock(file)
    // Two processes that create or migrate one store at once would each find the work undone and do it.
    let pool = try lock.whileOpening {
      try file.prepare()
      // A pool would switch the file to WAL before anybody could look at what it is.
      let probe = try DatabaseQueue(path: file.path, configuration: configuration)
      try probe.read { try Schema.checkIdentity($0, path: file.path) }
      let pool = try DatabasePool(path: file.path, configuration: configuration)
      // Not before the pool is there: the last connection to close would fold in the log and sync.
      try probe.close()
      try Schema.bringUpToDate(pool)
      return pool
    }
    return (pool, RunClaims(lock: lock))
  }

  static func configuration() -> Configuration {
    var configuration = Configuration()
    configuration.label = "whet.store"
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { db in
      guard !db.configuration.readonly else { return }
      // The log counts as store too: fold it in every 2 MB and give back what one long transaction made it grow to.
      try db.execute(sql: "PRAGMA wal_autocheckpoint = 512; PRAGMA journal_size_limit = 2097152;")
    }
    return configuration
  }
}
