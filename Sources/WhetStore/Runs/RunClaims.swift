import Synchronization

/// The runs that one opening of a store works on.
final class RunClaims: Sendable {
  /// `nil` for a store that no other process can see.
  private let lock: StoreLock?
  private let keys = Mutex<Set<Int64>>([])

  init(lock: StoreLock?) {
    self.lock = lock
  }

  /// Takes the run with that key unless somebody has it, here or in another process.
  func take(_ key: Int64) throws -> Bool {
    try keys.withLock { keys in
      guard !keys.contains(key), try lock?.take(byte: key) ?? true else { return false }
      keys.insert(key)
      return true
    }
  }

  func release(_ key: Int64) {
    keys.withLock { keys in
      guard keys.remove(key) != nil else { return }
      lock?.release(byte: key)
    }
  }

  func holds(_ key: Int64) -> Bool {
    keys.withLock { $0.contains(key) }
  }
}
