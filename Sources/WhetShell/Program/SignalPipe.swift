import Foundation
import Synchronization

/// Brings signals out of their handler, whichever thread the system picks to run it.
///
/// A dispatch source for a signal would not do: it sees only what no thread takes, and some threads here take signals.
/// It lives as long as the process, as a handler may run at any moment.
final class SignalPipe: Sendable {
  /// Readable when a signal has come.
  let readEnd: Int32

  /// Fails only when the process has no descriptor left.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    readEnd = ends[0]
    // Also makes the global, which must not happen in a handler.
    writeEnd.store(ends[1], ordering: .sequentiallyConsistent)
  }

  /// Has a signal come through the pipe from now on; programs that are started get the default action back.
  func catchSignal(_ number: Int32) {
    signal(number) { number in
      let saved = errno
      var byte = UInt8(truncatingIfNeeded: number)
      _ = write(writeEnd.load(ordering: .sequentiallyConsistent), &byte, 1)
      errno = saved
    }
  }

  /// The signals that have come, oldest first.
  func take() -> [Int32] {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(readEnd, &bytes, bytes.count)
    return count > 0 ? bytes[..<count].map(Int32.init) : []
  }
}

/// Where handlers write; a handler can reach nothing but globals.
private let writeEnd = Atomic<Int32>(-1)
