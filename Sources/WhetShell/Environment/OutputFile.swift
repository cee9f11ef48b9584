import Foundation
import WhetCore

/// Writes what stands before `>` in a command.
enum OutputFile {
  /// Replaces the file by the text; an existing file stays as it is when writing fails.
  ///
  /// - Throws: `file.unwritable`.
  static func write(_ text: String, to url: URL, name: String) throws(WhetError) {
    let isSpecial = (try? url.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == false
    do {
      try Data(text.utf8).write(to: url, options: isSpecial ? [] : .atomic)
    } catch {
      throw WhetError(
        .fileUnwritable, "'\(name)' cannot be written", advice: "check the folder, its rights and the space")
    }
  }
}
