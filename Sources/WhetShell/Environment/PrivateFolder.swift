import Foundation
import WhetCore

/// A temporary folder that only this user can look into.
struct PrivateFolder {
  let path: String

  /// - Throws: `file.unwritable`.
  init() throws(WhetError) {
    let pattern = FileManager.default.temporaryDirectory.appending(component: "whet-XXXXXX")
    var name = Array(pattern.path(percentEncoded: false).utf8CString)
    guard let made = mkdtemp(&name) else {
      throw WhetError(
        .fileUnwritable, "no temporary folder can be made: \(String(cString: strerror(errno)))",
        advice: "check TMPDIR and the space there")
    }
    path = String(cString: made)
  }

  /// Writes a file and gives its path.
  ///
  /// - Throws: `file.unwritable`.
  func write(_ text: String, to name: String) throws(WhetError) -> String {
    let file = "\(path)/\(name)"
    guard
      FileManager.default.createFile(
        atPath: file, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
    else { throw WhetError(.fileUnwritable, "'\(file)' cannot be written", advice: "check the space there") }
    return file
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
