import GRDB
import WhetCore

/// The tables and how stores of earlier versions become stores of this one.
///
/// Inside, rows refer to each other by integer keys; the ids people see are text columns (corrections, lessons) or
/// made from the key (`r1`, `s1`, `d1`). A released migration never changes: a new need is a new migration, with a
/// fixture of the version before it in the tests.
enum Schema {
  /// "whet" in the header's field for the program a database belongs to.
  static let applicationID: UInt32 = 0x7768_6574
  /// The number of the last migration, also the file's `user_version`.
  static let version = 3

  /// Refuses a file of another program or of a later version, before anything in it changes.
  ///
  /// - Throws: `store.foreign`, `store.newer`.
  static func checkIdentity(_ db: Database, path: String) throws {
    let application: UInt32 = try db.value("PRAGMA application_id") ?? 0
    let version: Int = try db.value("PRAGMA user_version") ?? 0
    // The migrator makes its own table before the first migration: a process killed between leaves that and nothing else.
    let hasTables: Bool =
      try db.value("SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE tbl_name <> 'grdb_migrations')") ?? false
    guard application == applicationID || (application == 0 && !hasTables) else { throw StoreFault.foreign(path) }
    guard version <= Self.version else { throw StoreFault.newer(path) }
  }

  /// - Throws: `store.newer`, or what a migration throws; a migration that fails leaves its version untouched.
  static func bringUpToDate(_ writer: any DatabaseWriter, with migrator: DatabaseMigrator = Schema.migrator) throws {
    guard try !writer.read(migrator.hasBeenSuperseded) else { throw StoreFault.newer(nil) }
    try migrator.migrate(writer)
  }

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(sql: version1)
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: "PRAGMA user_version = 1")
    }
    migrator.registerMigration("2") { db in
      try db.execute(sql: version2)
      try db.execute(sql: "PRAGMA user_version = 2")
    }
    migrator.registerMigration("3") { db in
      try db.execute(sql: version3)
      try db.execute(sql: "PRAGMA user_version = 3")
    }
    return migrator
  }
}
