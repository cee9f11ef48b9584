import Glibc

/// Bytes from a terminal, as scalars. Reads no more than is asked for, so that what is typed ahead stays with the
/// terminal for the programs a command may start.
struct TerminalInput {
  let descriptor: Int32
  private var bytes: [UInt8] = []

  init(descriptor: Int32) { self.descriptor = descriptor }

  /// The next complete scalar among the bytes that are here. A byte that cannot be part of UTF-8 is U+FFFD.
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
    return text?.unicodeScalars.first ?? "\u{FFFD}"
  }

  /// Takes exactly these bytes if they come next, each within 50 ms, as those of one key do; else nothing.
  mutating func take(_ wanted: [UInt8]) -> Bool {
    for count in 1...wanted.count {
      if bytes.count < count {
        var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&polled, 1, 50) > 0, fill() else { return false }
      }
      guard bytes.starts(with: wanted.prefix(count)) else { return false }
    }
    bytes.removeFirst(wanted.count)
    return true
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
