import CLibedit
import Glibc

/// A pipe that wakes a thread out of `poll`, from other threads and from signal handlers.
final class WakePipe: Sendable {
  /// The end to poll.
  let readEnd: Int32
  /// The end to write to; never blocks.
  let writeEnd: Int32

  /// A byte that is no signal's number: look at the mailbox.
  static let mail: UInt8 = 0x80

  /// Fails only when the process has no descriptor left.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard clibedit_pipe(&ends) == 0 else { return nil }
    (readEnd, writeEnd) = (ends[0], ends[1])
  }

  deinit {
    Glibc.close(readEnd)
    Glibc.close(writeEnd)
  }

  /// Sends one byte. A full pipe is no loss: its reader is awake already.
  func send(_ byte: UInt8 = WakePipe.mail) {
    var byte = byte
    _ = write(writeEnd, &byte, 1)
  }

  /// Takes all bytes that are there.
  func drain() -> [UInt8] {
    var taken: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64)
    while true {
      let count = read(readEnd, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return taken }
      taken += chunk[..<count]
    }
  }

  /// Waits until a byte is here or `descriptor`, if there is one, can be read or has ended.
  func wait(for descriptor: Int32? = nil) -> (isWoken: Bool, isReadable: Bool) {
    var polled = [pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0)]
    if let descriptor { polled.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)) }
    while poll(&polled, nfds_t(polled.count), -1) < 0 {
      if errno != EINTR && errno != EAGAIN { return (false, true) }
    }
    return (polled[0].revents != 0, polled.count > 1 && polled[1].revents != 0)
  }
}
