import Foundation
import WhetCore

/// The prompt's history as it stands on disk.
enum HistoryEntries {
  /// The entries, oldest first.
  static func read(_ environment: ShellEnvironment) -> [String] {
    let data = (try? Data(contentsOf: environment.historyFile)) ?? Data()
    return data.split(separator: UInt8(ascii: "\n")).map(entry)
  }

  /// - Throws: `file.unwritable`.
  static func clear(_ environment: ShellEnvironment) throws(WhetError) {
    let path = environment.historyFile.path(percentEncoded: false)
    guard truncate(path, 0) == 0 || errno == ENOENT else {
      throw WhetError(
        .fileUnwritable, "'\(path)' cannot be written: \(String(cString: strerror(errno)))", advice: "check its rights")
    }
  }

  static func result(_ entries: some Sequence<String>, whenEmpty: String) -> CommandResult {
    let entries = Array(entries)
    return CommandResult(
      .array(entries.map { .string($0) }), as: .text(entries.isEmpty ? whenEmpty : entries.joined(separator: "\n")))
  }

  /// One entry of the file, in which `\n` stands for a line end and `\\` for a backslash.
  static func entry(_ line: Data) -> String {
    var text = ""
    var isEscaped = false
    for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
      if isEscaped {
        text.unicodeScalars.append(scalar == "n" ? "\n" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
