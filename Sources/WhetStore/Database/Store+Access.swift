import GRDB
import WhetCore

/// The three ways to the database; all errors become `WhetError` here.
extension Store {
  /// Reads one snapshot of the store.
  func read<Value>(_ body: (Database) throws -> Value) throws(WhetError) -> Value {
    do {
      return try writer.read(body)
    } catch {
      throw StoreFault.error(for: error, path: path)
    }
  }

  /// Writes in one transaction: all of it or, when `body` throws, nothing.
  ///
  /// The commit survives the death of this process (WAL, synchronous NORMAL: no sync for each commit).
  func write<Value>(_ body: (Database) throws -> Value) throws(WhetError) -> Value {
    do {
      return try writer.write(body)
    } catch {
      throw StoreFault.error(for: error, path: path)
    }
  }

  /// Writes in one transaction that is on the disk, with all earlier ones, when the call returns.
  func writeSynced<Value>(_ body: (Database) throws -> Value) throws(WhetError) -> Value {
    do {
      return try writer.writeWithoutTransaction { db in
        // SQLite takes the setting outside transactions only.
        try db.execute(sql: "PRAGMA synchronous = FULL")
        defer { try? db.execute(sql: "PRAGMA synchronous = NORMAL") }
        var value: Value?
        try db.inTransaction(.immediate) {
          value = try body(db)
          return .commit
        }
        guard let value else { throw DatabaseError(message: "the transaction ended without a value") }
        return value
      }
    } catch {
      throw StoreFault.error(for: error, path: path)
    }
  }
}

/// Statements prepared once a connection and used again: the hot path prepares nothing.
extension Database {
  func run(_ sql: String, _ arguments: StatementArguments = []) throws {
    try cachedStatement(sql: sql).execute(arguments: arguments)
  }

  func row(_ sql: String, _ arguments: StatementArguments = []) throws -> Row? {
    try Row.fetchOne(cachedStatement(sql: sql), arguments: arguments)
  }

  func rows(_ sql: String, _ arguments: StatementArguments = []) throws -> [Row] {
    try Row.fetchAll(cachedStatement(sql: sql), arguments: arguments)
  }

  /// The first column of the first row.
  func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(
    _ sql: String, _ arguments: StatementArguments = []
  ) throws -> Value? {
    try Value.fetchOne(cachedStatement(sql: sql), arguments: arguments)
  }

  func values<Value: DatabaseValueConvertible & StatementColumnConvertible>(
    _ sql: String, _ arguments: StatementArguments = []
  ) throws -> [Value] {
    try Value.fetchAll(cachedStatement(sql: sql), arguments: arguments)
  }
}
