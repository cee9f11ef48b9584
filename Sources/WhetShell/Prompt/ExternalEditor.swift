import Foundation
import Subprocess
import WhetCore

// The paths and descriptors that Subprocess itself uses.
#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// The user's own editor, for texts that are too long for a line.
struct ExternalEditor: Sendable {
  let shell: Shell

  /// The most bytes that are taken back.
  private static let limit = 1 << 20
  /// What is looked for in `PATH` when the user names none.
  private static let known = ["sensible-editor", "editor", "nano", "vim", "vi"]

  /// Has the user edit a text on the terminal.
  ///
  /// - Returns: what was saved, without line ends at its end; `nil` when the editor failed or nothing is left.
  /// - Throws: `editor.missing`; what keeps the text from being written or read.
  func edit(_ text: String) async throws -> String? {
    if let refusal = SafeMode(shell).refusalOfPrograms(for: "an editor") { throw refusal }
    let command = try command()
    let folder = try PrivateFolder()
    defer { folder.remove() }
    let file = try folder.write(text.isEmpty || text.hasSuffix("\n") ? text : text + "\n", to: "entry.whet")
    guard try await run(command, on: file) else {
      shell.note("the editor failed, so nothing was taken from it")
      return nil
    }
    let edited = try InputFile.text(URL(filePath: file), name: file, limit: Self.limit)
    let kept = String(edited.reversed().drop { $0.isNewline }.reversed())
    return kept.allSatisfy(\.isWhitespace) ? nil : kept
  }

  /// The user's words for the editor, read by a shell because they may have arguments, as with other programs.
  private func command() throws(WhetError) -> String {
    for name in ["VISUAL", "EDITOR"] {
      if let words = shell.environment.variables[name], !words.allSatisfy(\.isWhitespace) { return words }
    }
    let folders = (shell.environment.variables["PATH"] ?? "").split(separator: ":")
    let found = Self.known.first { name in folders.contains { access("\($0)/\(name)", X_OK) == 0 } }
    guard let found else {
      throw WhetError(
        .editorMissing, "there is no editor", advice: "name one: 'export EDITOR=nano' before whet is started")
    }
    return found
  }

  /// Whether the editor ended well. It has the terminal and with it Ctrl-C and Ctrl-Z until then.
  private func run(_ command: String, on file: String) async throws -> Bool {
    shell.lendTerminal(true)
    defer { shell.lendTerminal(false) }
    let result = try await Subprocess.run(
      .path("/bin/sh"), arguments: ["-c", command + " \"$@\"", "editor", file],
      input: .fileDescriptor(.standardInput, closeAfterSpawningProcess: false),
      output: .fileDescriptor(.standardOutput, closeAfterSpawningProcess: false),
      error: .fileDescriptor(.standardError, closeAfterSpawningProcess: false))
    return result.terminationStatus.isSuccess
  }
}

extension WhetError.Code {
  /// No editor is named or found.
  static let editorMissing = Self(rawValue: "editor.missing")
}
