import Foundation
import WhetCore

/// Locks that end with the process that holds them, however it ends.
///
/// One empty file beside the store; each byte of it is one lock: byte 0 for opening the store, byte *n* for the work
/// on run *n*. They are open-file-description locks (`F_OFD_SETLK`, Linux and macOS): the kernel drops them when the
/// process dies, so a dead process's lock is free at once, no process id can be mistaken for another's, and no time
/// has to pass. Unlike POSIX locks two openings in one process exclude each other too. Advisory: they only bind
/// programs that ask. The file must not be removed while a program uses the store.
final class StoreLock: Sendable {
  private let descriptor: Int32
  /// The store's path, for messages.
  private let path: String

  init(_ file: StoreFile) throws {
    // Close-on-exec: a verifier's process must not keep the lock of a trainer that died.
    descriptor = open(file.lockPath, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw StoreFault.error(errno: errno, path: file.path) }
    path = file.path
  }

  deinit {
    close(descriptor)
  }

  /// Takes the lock of `byte` if no other opening of the file holds it.
  func take(byte: Int64) throws -> Bool {
    if set(F_WRLCK, byte: byte) { return true }
    guard errno == EAGAIN || errno == EACCES else { throw StoreFault.error(errno: errno, path: path) }
    return false
  }

  func release(byte: Int64) {
    _ = set(F_UNLCK, byte: byte)
  }

  /// Runs `body` while no other process opens the store; waits at most ten seconds for another.
  func whileOpening<Value>(_ body: () throws -> Value) throws -> Value {
    var tries = 1000
    while try !take(byte: 0) {
      guard tries > 0 else { throw StoreFault.busy(path) }
      tries -= 1
      usleep(10_000)
    }
    defer { release(byte: 0) }
    return try body()
  }

  private func set(_ type: Int32, byte: Int64) -> Bool {
    var range = flock()
    range.l_type = Int16(type)
    range.l_whence = Int16(SEEK_SET)
    range.l_start = off_t(byte)
    range.l_len = 1
    return fcntl(descriptor, Self.setLock, &range) == 0
  }

  /// `F_OFD_SETLK` of the system's <fcntl.h>, which Swift's module of the C library leaves out.
  #if canImport(Darwin)
    private static let setLock: Int32 = 90
  #else
    private static let setLock: Int32 = 37
  #endif
}
