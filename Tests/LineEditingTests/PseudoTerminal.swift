import Glibc

/// A pseudo-terminal: the editor works on `slave`, the test types and reads at the other end.
final class PseudoTerminal {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  let slave: Int32
  private let master: Int32
  private var bytes: [UInt8] = []
  private var taken = 0

  init(columns: UInt16 = 60, rows: UInt16 = 24) throws {
    setenv("TERM", "xterm", 1)
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard master >= 0 else { throw Failure(description: "no /dev/ptmx: errno \(errno)") }
    var unlocked: Int32 = 0
    var number: UInt32 = 0
    // TIOCSPTLCK and TIOCGPTN of ioctl_tty(2); Swift does not see the calls built on them.
    guard ioctl(master, 0x4004_5431, &unlocked) == 0, ioctl(master, 0x8004_5430, &number) == 0 else {
      throw Failure(description: "pseudo-terminal refused: errno \(errno)")
    }
    slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard slave >= 0 else { throw Failure(description: "no /dev/pts/\(number): errno \(errno)") }
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  deinit {
    close(master)
    close(slave)
  }

  /// Terminal modes as four numbers, to compare.
  var modes: [tcflag_t] {
    var state = termios()
    tcgetattr(slave, &state)
    return [state.c_iflag, state.c_oflag, state.c_cflag, state.c_lflag]
  }

  func type(_ text: String) { type(bytes: Array(text.utf8)) }

  func type(bytes: [UInt8]) { _ = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) } }

  /// Reads until the new output holds the text; what is up to its end then counts as old.
  func expect(_ text: String, seconds: Int = 20) throws {
    let deadline = ContinuousClock.now + .seconds(seconds)
    let wanted = Array(text.utf8)
    while true {
      if let end = place(of: wanted) {
        taken = end
        return
      }
      guard ContinuousClock.now < deadline else {
        let seen = String(decoding: bytes[taken...], as: UTF8.self)
        throw Failure(description: "waited for \(text.debugDescription), saw \(seen.debugDescription)")
      }
      readSome()
    }
  }

  private func place(of wanted: [UInt8]) -> Int? {
    var start = taken
    while start + wanted.count <= bytes.count {
      if bytes[start...].starts(with: wanted) { return start + wanted.count }
      start += 1
    }
    return nil
  }

  private func readSome() {
    var polled = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&polled, 1, 100) > 0 else { return }
    var chunk = [UInt8](repeating: 0, count: 4096)
    let count = read(master, &chunk, chunk.count)
    if count > 0 { bytes += chunk[..<count] }
  }
}
