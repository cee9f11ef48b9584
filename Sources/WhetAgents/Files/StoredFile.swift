import Foundation
import WhetCore

/// A plain file as it was read.
struct StoredFile {
  let bytes: Data
  /// The permission bits.
  let mode: mode_t
  let owner: uid_t
  let group: gid_t
  /// How many names the file has; more than one means that it is shared with another place.
  let links: Int
}

extension Folder {
  /// Reads a plain file; `nil` if there is none of that name.
  ///
  /// - Parameter limit: the largest size accepted, in bytes.
  /// - Throws: `WhetError` with code `agent.path-unsafe` for links, folders and devices, `agent.invalid` for a file
  ///   above the limit, `file.unreadable`.
  func read(_ name: String, limit: Int) throws(WhetError) -> StoredFile? {
    // Without O_NONBLOCK a named pipe would hold the caller for ever.
    let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else {
      let failure = SystemFailure()
      if failure.number == ENOENT { return nil }
      throw failure.reading(path(of: name))
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw SystemFailure().reading(path(of: name)) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw WhetError(.pathUnsafe, "this is not a plain file", at: place(of: name))
    }
    let bytes = try contents(of: file, name: name, limit: limit)
    return StoredFile(
      bytes: bytes, mode: status.st_mode & 0o777, owner: status.st_uid, group: status.st_gid,
      links: Int(status.st_nlink))
  }

  private func contents(of file: CInt, name: String, limit: Int) throws(WhetError) -> Data {
    var bytes = Data()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Foundation.read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw SystemFailure().reading(path(of: name)) }
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
      guard bytes.count <= limit else {
        throw WhetError(.agentInvalid, "the file is larger than \(limit >> 20) MiB", at: place(of: name))
      }
    }
  }
}
