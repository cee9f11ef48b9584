import Foundation
import WhetCore

/// The files of a store: the database, SQLite's `-wal` and `-shm`, and `-lock` beside them.
///
/// SQLite gives its own files the mode of the database, so the database is made with 0600 before SQLite sees it.
struct StoreFile {
  let path: String

  /// - Throws: `store.cannot-open` for a path that cannot be a file's.
  init(path: String) throws {
    guard !path.isEmpty, !path.hasSuffix("/"), !path.utf8.contains(0) else {
      throw StoreFault.cannotOpen(path, reason: "the path names no file")
    }
    self.path = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }

  var lockPath: String { path + "-lock" }

  /// The bytes on disk of the database and its log.
  var size: Int {
    ["", "-wal", "-shm"].reduce(0) { total, suffix in
      var status = stat()
      return stat(path + suffix, &status) == 0 ? total + Int(status.st_size) : total
    }
  }

  /// Creates the folders that are missing, for their owner only; existing ones keep their mode.
  func createFolders() throws {
    let names = path.split(separator: "/").dropLast()
    var folder = ""
    for name in names {
      folder += "/" + name
      guard mkdir(folder, 0o700) != 0, errno != EEXIST else { continue }
      var status = stat()
      let reason = errno
      // A folder that exists below one that is not writable may answer otherwise than EEXIST.
      guard stat(folder, &status) == 0 else { throw StoreFault.error(errno: reason, path: path) }
    }
  }

  /// Creates the database's file if it is missing, and takes group's and others' permissions away.
  ///
  /// An existing file is not opened here: closing it would drop the POSIX locks that SQLite holds on it for another
  /// connection of this process.
  func prepare() throws {
    var status = stat()
    guard stat(path, &status) == 0 else { return try create() }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw StoreFault.error(errno: EISDIR, path: path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw StoreFault.notADatabase(path) }
    // Another owner's file keeps its mode: whether it can be used is then SQLite's to find out.
    if status.st_mode & 0o077 != 0 { chmod(path, status.st_mode & 0o700) }
  }

  private func create() throws {
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw StoreFault.error(errno: errno, path: path) }
    close(descriptor)
  }
}
