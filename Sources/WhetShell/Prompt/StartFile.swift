import Foundation
import WhetCore
import WhetScript

/// The commands that the prompt runs first, from the user's configuration folder.
struct StartFile: Sendable {
  let shell: Shell

  /// The file's text; `nil` where there is none or it is not wanted.
  ///
  /// - Throws: `start-file.unsafe` where somebody else could have written it; what keeps it from being read.
  func read() throws(WhetError) -> ScriptInput? {
    guard !shell.options.skipsStartFile, let file = shell.environment.startFile else { return nil }
    let path = file.path(percentEncoded: false)
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    if let reason = Self.danger(status) {
      throw WhetError(
        .startFileUnsafe, "the start file '\(path)' was not run: \(reason)",
        advice: "if its lines are yours: 'chmod go-w' the file, and 'chown' it to yourself; '--no-rc' does without it")
    }
    let bytes = try InputFile.bytes(file, name: path, limit: 1 << 20)
    return ScriptInput(file: SourceText(name: path, bytes: Array(bytes)))
  }

  private static func danger(_ status: stat) -> String? {
    // What the system's administrator has written is no more dangerous than the program itself.
    if status.st_uid != geteuid(), status.st_uid != 0 { return "it belongs to another user" }
    return status.st_mode & 0o022 == 0 ? nil : "others than its owner may write to it"
  }
}

extension WhetError.Code {
  /// The start file could have been written by somebody else.
  static let startFileUnsafe = Self(rawValue: "start-file.unsafe")
}
