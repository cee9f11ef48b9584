import Foundation
import WhetCore

/// Keeps other whet processes from writing to a folder for as long as it lives.
final class FolderLock {
  private let folder: Folder

  /// - Parameter patience: seconds to wait for the present owner, who holds the lock for milliseconds.
  /// - Throws: `WhetError` with code `agent.conflict` when the wait is over.
  init(_ folder: Folder, patience: Double) throws(WhetError) {
    self.folder = folder
    var left = patience
    while flock(folder.descriptor, LOCK_EX | LOCK_NB) != 0 {
      switch errno {
      case EWOULDBLOCK where left > 0:
        usleep(UInt32(Self.pause * 1e6))
        left -= Self.pause
      case EWOULDBLOCK:
        throw WhetError(
          .agentConflict, "another process is writing to this folder",
          at: SourceLocation(file: folder.url.path(percentEncoded: false)), advice: "try again when it is done")
      case EINTR: continue
      // Some network file systems have no locks; the check before the rename remains.
      default: return
      }
    }
  }

  deinit { _ = flock(folder.descriptor, LOCK_UN) }

  /// Seconds between two attempts.
  private static let pause = 0.01
}
