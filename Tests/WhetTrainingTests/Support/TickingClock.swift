import Foundation
import Synchronization

/// A clock that goes on by one second at each look.
final class TickingClock: Sendable {
  private let seconds = Mutex<Double>(1_700_000_000)

  func next() -> Date {
    seconds.withLock { seconds in
      seconds += 1
      return Date(timeIntervalSince1970: seconds)
    }
  }
}
