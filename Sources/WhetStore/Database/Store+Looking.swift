import Foundation
import GRDB
public import WhetCore

extension Store {
  /// Opens a store for a look: its file is not created, not brought up to date and not written to, and one that is
  /// locked fails at once, so that somebody who waits for a key is not kept waiting. Writes throw.
  ///
  /// A store of an earlier version is read as it is.
  ///
  /// - Throws: `store.newer`, `store.foreign`, `store.not-a-database`.
  public static func reader(path: String) throws(WhetError) -> Store {
    var configuration = configuration()
    configuration.readonly = true
    configuration.busyMode = .immediateError
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.read { try Schema.checkIdentity($0, path: path) }
      return Store(path: path, writer: queue, claims: RunClaims(lock: nil), clock: { Date() })
    } catch {
      throw StoreFault.error(for: error, path: path)
    }
  }
}
