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

  /// What came out of the editor.
  enum Outcome: Sendable, Equatable {
    /// Without line ends at its end.
    case saved(String)
    /// Nothing but blanks was left.
    case empty
    /// The editor itself ended badly; what it saved is not taken.
    case failed
  }

  /// The most bytes of an entry.
  static let entryLimit = 1 << 20
  /// What is looked for in `PATH` when the user names none.
  private static let known = ["sensible-editor", "editor", "nano", "vim", "vi"]

  /// Has the user edit an entry on the terminal.
  ///
  /// - Returns: what was saved; `nil` when the editor failed or nothing is left.
  /// - Throws: as `edit(_:limit:taking:)`.
  func edit(_ text: String) async throws -> String? {
    try await edit(text, limit: Self.entryLimit) { outcome in
      if case .saved(let text) = outcome { text } else { nil }
    }
  }

  /// Has the user edit a text on the terminal.
  ///
  /// What was saved and is not taken stays in its file, which only this user can read, and a note names it: it may be
  /// the work of an hour.
  /// - Parameters:
  ///   - limit: the most bytes of the text, before and after.
  ///   - body: takes what was saved, or refuses it by throwing.
  /// - Throws: `text.too-large` before the editor is opened; `editor.missing`; what keeps the text from being written or
  ///   read; what `body` throws.
  func edit<Value>(
    _ text: String, limit: Int, taking body: (Outcome) async throws -> Value
  ) async throws -> Value {
    if let refusal = SafeMode(shell).refusalOfPrograms(for: "an editor") { throw refusal }
    guard text.utf8.count <= limit else {
      throw WhetError(
        .textTooLarge,
        "the text has \(NumberText.bytes(text.utf8.count)); at most \(NumberText.bytes(limit)) are edited",
        advice: "edit it outside and give the file's name")
    }
    let command = try command()
    let folder = try PrivateFolder()
    var isKept = false
    defer { if !isKept { folder.remove() } }
    let given = text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
    let file = try folder.write(given, to: "entry.whet")
    do {
      let isSuccess = try await run(command, on: file)
      // One more for the line end that was given.
      let edited = try InputFile.text(URL(filePath: file), name: file, limit: limit + 1)
      guard isSuccess else {
        isKept = edited != given
        shell.note("the editor failed, so nothing was taken from it" + (isKept ? "; what it saved is '\(file)'" : ""))
        return try await body(.failed)
      }
      let kept = String(edited.reversed().drop { $0.isNewline }.reversed())
      return try await body(kept.allSatisfy(\.isWhitespace) ? .empty : .saved(kept))
    } catch {
      if !isKept, let saved = FileManager.default.contents(atPath: file), saved != Data(given.utf8) {
        isKept = true
        shell.note("what you saved was not taken; it is kept in '\(file)'")
      }
      throw error
    }
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
