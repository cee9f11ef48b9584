import Glibc

/// The history on disk: one entry a line, oldest first, shared by all shells of a user.
///
/// `\\` stands for a backslash and `\n` for a line end inside an entry. Entries are appended under a lock in one
/// write, so two shells lose nothing; the file is rewritten (and renamed into place) when it has grown to twice
/// its limit. A history that cannot be read or written is no reason to stop a shell: errors are dropped.
struct HistoryFile: Sendable {
  /// Where it is; created, with mode 0600, by the first entry.
  let path: String
  /// Entries that are kept.
  let limit: Int

  /// Only the end of a larger file is read, in bytes.
  private static let readLimit = 4 << 20

  /// The latest entries, at most `limit`, oldest first. Lines that are not UTF-8 or hold NUL are left out.
  func load() -> [String] {
    let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return [] }
    defer { close(file) }
    let (bytes, isWhole) = tail(of: file)
    let lines = Self.lines(of: bytes, isWhole: isWhole)
    if !isWhole || lines.count > 2 * limit { compact() }
    return lines.suffix(limit).compactMap(Self.decoded)
  }

  /// Adds an entry at the end.
  func append(_ entry: String) {
    guard let file = openLocked(creating: true) else { return }
    defer { close(file) }
    let size = lseek(file, 0, SEEK_END)
    var last: UInt8 = 0x0A
    if size > 0 { _ = pread(file, &last, 1, size - 1) }
    writeAll((last == 0x0A ? [] : [0x0A]) + Self.encoded(entry) + [0x0A], to: file)
  }

  /// Forgets all entries.
  func clear() {
    guard let file = openLocked(creating: false) else { return }
    defer { close(file) }
    ftruncate(file, 0)
  }

  /// Replaces the file by its latest entries.
  func compact() {
    guard let file = openLocked(creating: false) else { return }
    defer { close(file) }
    let (bytes, isWhole) = tail(of: file)
    let kept = Self.lines(of: bytes, isWhole: isWhole).suffix(limit)
    let temporary = "\(path).\(getpid())"
    let copy = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard copy >= 0 else { return }
    let isWritten = writeAll(kept.flatMap { $0 + [0x0A] }, to: copy) && fsync(copy) == 0
    close(copy)
    if !isWritten || rename(temporary, path) != 0 { unlink(temporary) }
  }

  /// Opens the file that has the path now and locks it; another shell may have replaced it meanwhile.
  private func openLocked(creating: Bool) -> Int32? {
    if creating { createFolder() }
    for _ in 0..<1_000 {
      let file = open(path, O_RDWR | O_APPEND | O_CLOEXEC | (creating ? O_CREAT : 0), 0o600)
      guard file >= 0 else { return nil }
      var opened = stat()
      var current = stat()
      let isLocked = flock(file, LOCK_EX) == 0 && fstat(file, &opened) == 0
      let isRegular = opened.st_mode & S_IFMT == S_IFREG
      if isLocked, isRegular, stat(path, &current) == 0, opened.st_ino == current.st_ino,
        opened.st_dev == current.st_dev
      {
        fchmod(file, 0o600)
        return file
      }
      close(file)
      guard isLocked, isRegular else { return nil }
    }
    return nil
  }

  private func createFolder() {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return }
    mkdir(String(path[..<slash]), 0o700)
  }

  private func tail(of file: Int32) -> (bytes: [UInt8], isWhole: Bool) {
    let size = Int(lseek(file, 0, SEEK_END))
    let start = max(0, size - Self.readLimit)
    var bytes = [UInt8](repeating: 0, count: max(0, size - start))
    let count = pread(file, &bytes, bytes.count, off_t(start))
    return (Array(bytes.prefix(max(0, count))), start == 0)
  }

  @discardableResult
  private func writeAll(_ bytes: [UInt8], to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private static func lines(of bytes: [UInt8], isWhole: Bool) -> [ArraySlice<UInt8>] {
    let lines = bytes.split(separator: 0x0A)
    return isWhole ? lines : Array(lines.dropFirst())
  }

  static func encoded(_ entry: String) -> [UInt8] {
    entry.utf8.flatMap { byte -> [UInt8] in
      switch byte {
      case 0x0A: [0x5C, 0x6E]
      case 0x5C: [0x5C, 0x5C]
      default: [byte]
      }
    }
  }

  static func decoded(_ line: ArraySlice<UInt8>) -> String? {
    guard !line.contains(0) else { return nil }
    guard line.contains(0x5C) else { return String(validating: line, as: UTF8.self) }
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in line {
      if isEscaped {
        bytes.append(byte == 0x6E ? 0x0A : byte)
        isEscaped = false
      } else if byte == 0x5C {
        isEscaped = true
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
