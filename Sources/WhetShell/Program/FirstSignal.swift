import Synchronization

/// Remembers which signal came first.
final class FirstSignal: Sendable {
  private let taken = Mutex<Int32?>(nil)

  var number: Int32? { taken.withLock { $0 } }

  /// `false` when there was one before.
  func take(_ number: Int32) -> Bool {
    taken.withLock { taken in
      guard taken == nil else { return false }
      taken = number
      return true
    }
  }
}
