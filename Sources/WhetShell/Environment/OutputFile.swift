import Foundation
import WhetCore

/// Writes what stands before `>` in a command.
enum OutputFile {
  /// Replaces the file by the text; an existing file stays as it is when writing fails, and keeps its rights.
  ///
  /// Devices and pipes are written to as they are. Behind a link it is the file that is replaced, not the link.
  ///
  /// - Throws: `file.unwritable`.
  static func write(_ text: String, to url: URL, name: String) throws(WhetError) {
    let path = url.resolvingSymlinksInPath().path(percentEncoded: false)
    var status = stat()
    let exists = stat(path, &status) == 0
    do {
      guard !exists || status.st_mode & S_IFMT == S_IFREG else {
        return try Data(text.utf8).write(to: url)
      }
      guard !exists || access(path, W_OK) == 0 else { throw CocoaError(.fileWriteNoPermission) }
      try replace(path, by: text, rights: exists ? status.st_mode & 0o7777 : nil)
    } catch {
      throw WhetError(
        .fileUnwritable, "'\(name)' cannot be written", advice: "check the folder, its rights and the space")
    }
  }

  private static func replace(_ path: String, by text: String, rights: mode_t?) throws {
    guard let rights else { return try Data(text.utf8).write(to: URL(filePath: path), options: .atomic) }
    let temporary = path + ".whet-\(getpid())-\(UInt32.random(in: 0 ... .max))"
    let attributes: [FileAttributeKey: Any] = [.posixPermissions: Int(rights)]
    guard FileManager.default.createFile(atPath: temporary, contents: Data(text.utf8), attributes: attributes) else {
      throw CocoaError(.fileWriteUnknown)
    }
    // The mask of the process may have taken rights away.
    guard chmod(temporary, rights) == 0, rename(temporary, path) == 0 else {
      unlink(temporary)
      throw CocoaError(.fileWriteUnknown)
    }
  }
}
