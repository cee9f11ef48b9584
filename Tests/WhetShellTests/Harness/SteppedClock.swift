import Synchronization

/// A clock that stands still, except that whoever sleeps on it wakes at once and finds the time gone by.
final class SteppedClock: Clock {
  struct Instant: InstantProtocol {
    var offset: Duration

    func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
    func duration(to other: Instant) -> Duration { other.offset - offset }
    static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
  }

  private let state = Mutex((now: Instant(offset: .zero), sleeps: [Duration]()))
  private let onSleep: @Sendable (Int) async -> Void

  /// - Parameter onSleep: called before each sleep with its number, from 1.
  init(onSleep: @escaping @Sendable (Int) async -> Void = { _ in }) {
    self.onSleep = onSleep
  }

  var now: Instant { state.withLock(\.now) }
  var minimumResolution: Duration { .zero }
  /// How long each sleep was.
  var sleeps: [Duration] { state.withLock(\.sleeps) }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    try Task.checkCancellation()
    let count = state.withLock { state in
      state.sleeps.append(state.now.duration(to: deadline))
      state.now = max(state.now, deadline)
      return state.sleeps.count
    }
    await onSleep(count)
    try Task.checkCancellation()
  }
}
