import Foundation
import GRDB
public import WhetCore

extension WhetError.Code {
  /// No space is left for the store.
  public static let storeFull = Self(rawValue: "store.full")
  /// The store's file or disk cannot be written.
  public static let storeReadOnly = Self(rawValue: "store.read-only")
  /// The store's file cannot be opened or created.
  public static let storeCannotOpen = Self(rawValue: "store.cannot-open")
  /// The file is something else than a SQLite database.
  public static let storeNotADatabase = Self(rawValue: "store.not-a-database")
  /// The file is the SQLite database of another program.
  public static let storeForeign = Self(rawValue: "store.foreign")
  /// The store was written by a later version of whet.
  public static let storeNewer = Self(rawValue: "store.newer")
  /// The content of the store is damaged.
  public static let storeCorrupt = Self(rawValue: "store.corrupt")
  /// Another process kept the store locked for longer than the waiting time.
  public static let storeBusy = Self(rawValue: "store.busy")
  /// The disk reported an error.
  public static let storeInputOutput = Self(rawValue: "store.input-output")
  /// A change contradicts what the store holds, or the store was closed: a defect of the program.
  public static let storeFault = Self(rawValue: "store.fault")
}

/// Turns what SQLite and the file system report into what a user can act on.
enum StoreFault {
  static func error(for error: any Error, path: String?) -> WhetError {
    switch error {
    case let error as WhetError: error
    case let error as DatabaseError: self.error(for: error, path: path ?? "in memory")
    default: WhetError(.storeFault, "the store failed: \(error)")
    }
  }

  private static func error(for error: DatabaseError, path: String) -> WhetError {
    switch error.resultCode {
    case .SQLITE_FULL: full(path)
    // The shared index of the log could not grow: SQLite has no word of its own for a disk that is full then.
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE: full(path)
    case .SQLITE_READONLY: readOnly(path)
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: cannotOpen(path, reason: "SQLite cannot open it")
    case .SQLITE_NOTADB: notADatabase(path)
    case .SQLITE_CORRUPT: corrupt(path, "SQLite found it malformed")
    case .SQLITE_BUSY, .SQLITE_LOCKED: busy(path)
    case .SQLITE_IOERR:
      WhetError(
        .storeInputOutput, "the disk of the store '\(path)' reported an error (\(error.extendedResultCode.rawValue))",
        advice: "look at the system's log and the free space; the last complete change is kept")
    default:
      WhetError(
        .storeFault, "the store '\(path)' refused a change: \(error.message ?? "no reason given")",
        advice: "nothing was changed; this is a defect of whet, please report it")
    }
  }

  /// The fault for a failed system call on the store's folder or one of its files.
  static func error(errno number: Int32, path: String) -> WhetError {
    switch number {
    case ENOSPC, EDQUOT: full(path)
    case EROFS: readOnly(path)
    case EISDIR: cannotOpen(path, reason: "it is a folder")
    default: cannotOpen(path, reason: String(cString: strerror(number)))
    }
  }

  static func full(_ path: String) -> WhetError {
    WhetError(
      .storeFull, "no space is left for the store '\(path)'",
      advice: "free some space on its disk and repeat the command; nothing was half-written")
  }

  static func readOnly(_ path: String) -> WhetError {
    WhetError(
      .storeReadOnly, "the store '\(path)' cannot be written",
      advice: "make the file and its folder writable, or choose another store with --store or WHET_STORE")
  }

  static func cannotOpen(_ path: String, reason: String) -> WhetError {
    WhetError(
      .storeCannotOpen, "the store '\(path)' cannot be opened: \(reason)",
      advice: "check the path and its permissions, or choose another store with --store or WHET_STORE",
      exitCode: .unavailable)
  }

  static func notADatabase(_ path: String) -> WhetError {
    WhetError(
      .storeNotADatabase, "'\(path)' is not a store of whet: it is not a SQLite database",
      advice: "choose another path with --store or WHET_STORE; the file was left as it is")
  }

  static func foreign(_ path: String) -> WhetError {
    WhetError(
      .storeForeign, "'\(path)' is the database of another program",
      advice: "choose another path with --store or WHET_STORE; the file was left as it is")
  }

  static func newer(_ path: String?) -> WhetError {
    WhetError(
      .storeNewer, "the store '\(path ?? "in memory")' was written by a later version of whet",
      advice: "install that version, or choose another store with --store or WHET_STORE; nothing was changed")
  }

  static func corrupt(_ path: String?, _ reason: String) -> WhetError {
    WhetError(
      .storeCorrupt, "the store '\(path ?? "in memory")' is damaged: \(reason)",
      advice: "copy the file, then take back a backup or save what is readable with sqlite3's .recover")
  }

  static func busy(_ path: String) -> WhetError {
    WhetError(
      .storeBusy, "another process kept the store '\(path)' locked for ten seconds",
      advice: "repeat the command when that process is done", exitCode: .unavailable)
  }
}
