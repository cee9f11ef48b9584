import Glibc

/// Bytes from a terminal, as scalars. Reads no more than is asked for, so that what is typed ahead stays with the
/// terminal for the programs a command may start.
struct TerminalInput {
  let descriptor: Int32
  private var bytes: [UInt8] = []

  init(descriptor: Int32) { self.descriptor = descriptor }

  /// The next complete scalar among the bytes that are here. A byte that cannot be part of UTF-8 is U+FFFD, and so
  /// is a C1 control, whose place the editor's own keys take.
  mutating func takeScalar() -> Unicode.Scalar? {
    guard let first = bytes.first else { return nil }
    let needed = first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 1
    let rest = bytes.prefix(needed).dropFirst().prefix { $0 & 0xC0 == 0x80 }
    if rest.count + 1 < min(needed, bytes.count) || (needed == bytes.count && rest.count + 1 < needed) {
      bytes.removeFirst()
      return "\u{FFFD}"
    }
    guard bytes.count >= needed else { return nil }
    let text = String(validating: bytes.prefix(needed), as: UTF8.self)
    bytes.removeFirst(text == nil ? 1 : needed)
    guard let scalar = text?.unicodeScalars.first, !(0x80...0x9F).contains(scalar.value) else { return "\u{FFFD}" }
    return scalar
  }

  /// The byte at a place, waiting up to 50 ms for it, as those of one key come together; nil if none comes.
  mutating func peek(_ place: Int) -> UInt8? {
    while bytes.count <= place {
      guard isReadable(within: 50), fill() else { return nil }
    }
    return bytes[place]
  }

  func first(_ count: Int) -> [UInt8] { Array(bytes.prefix(count)) }

  mutating func drop(_ count: Int) { bytes.removeFirst(count) }

  /// Whether something has been typed already.
  var isWaiting: Bool { !bytes.isEmpty || isReadable(within: 0) }

  private func isReadable(within milliseconds: Int32) -> Bool {
    var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&polled, 1, milliseconds) > 0 && Int32(polled.revents) & POLLIN != 0
  }

  /// The keys by which a terminal sends signals: `^C`, `^Z` and `^\\` unless the user has chosen others.
  static func signalKeys(of terminal: Int32) -> [Unicode.Scalar: Int32] {
    var modes = termios()
    guard tcgetattr(terminal, &modes) == 0 else { return [:] }
    let keys = withUnsafeBytes(of: modes.c_cc) { Array($0) }
    // 0 stands for no key.
    return [(VINTR, SIGINT), (VSUSP, SIGTSTP), (VQUIT, SIGQUIT)].reduce(into: [:]) { signals, pair in
      if keys[Int(pair.0)] != 0 { signals[Unicode.Scalar(keys[Int(pair.0)])] = pair.1 }
    }
  }

  /// Takes all bytes that are here.
  mutating func takeAll() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  /// Puts bytes in front of the others.
  mutating func putBack(_ bytes: some Collection<UInt8>) { self.bytes.insert(contentsOf: bytes, at: 0) }

  /// Reads up to `limit` bytes from the terminal; false at its end.
  mutating func fill(limit: Int = 1) -> Bool {
    var chunk = [UInt8](repeating: 0, count: limit)
    let count = read(descriptor, &chunk, limit)
    if count < 0 { return errno == EINTR || errno == EAGAIN }
    bytes += chunk[..<count]
    return count > 0
  }
}
