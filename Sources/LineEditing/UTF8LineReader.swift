import Glibc

/// Reads lines of strict UTF-8 from a descriptor.
struct UTF8LineReader {
  private let descriptor: Int32
  private let limit: Int
  private var buffer: [UInt8] = []
  /// Start of what has not been given out yet.
  private var start = 0
  /// Everything before this place is known to hold no LF.
  private var searched = 0
  private var hasEnded = false
  /// The beginning of the current line has been thrown away.
  private var isTooLong = false
  private var lineNumber = 0

  /// - Parameter limit: bytes of the longest line allowed, without its end.
  init(descriptor: Int32, limit: Int) {
    self.descriptor = descriptor
    self.limit = limit
  }

  /// The next line without its LF or CR LF, or nil at the end. After an error the next call goes on with the
  /// line after the bad one.
  ///
  /// - Parameter waitForInput: called before each read that may block.
  mutating func next(waitForInput: () throws -> Void) throws -> String? {
    while true {
      if let end = lineEnd() {
        defer {
          start = min(end + 1, buffer.count)
          searched = start
          isTooLong = false
        }
        lineNumber += 1
        if isTooLong || end - start > limit { throw LineEditingError.lineTooLong(line: lineNumber, limit: limit) }
        return try decoded(start..<end)
      }
      if hasEnded { return nil }
      if buffer.count - start > limit {
        isTooLong = true
        start = buffer.count
      }
      try waitForInput()
      try fill()
    }
  }

  private mutating func lineEnd() -> Int? {
    if let end = buffer[max(start, searched)...].firstIndex(of: 0x0A) { return end }
    searched = buffer.count
    return hasEnded && start < buffer.count ? buffer.count : nil
  }

  private mutating func fill() throws {
    buffer.removeFirst(start)
    searched -= start
    start = 0
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR || errno == EAGAIN { return }
      guard count >= 0 else { throw LineEditingError.readFailed(code: errno) }
      hasEnded = count == 0
      buffer += chunk[..<count]
      return
    }
  }

  private func decoded(_ range: Range<Int>) throws -> String {
    var bytes = buffer[range]
    if bytes.last == 0x0D { bytes = bytes.dropLast() }
    if lineNumber == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    guard !bytes.contains(0) else { throw LineEditingError.nulByte(line: lineNumber) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw LineEditingError.invalidUTF8(line: lineNumber)
    }
    return text
  }
}
