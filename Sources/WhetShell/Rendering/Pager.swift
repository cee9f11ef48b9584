import Foundation
import Subprocess
import WhetCore
import WhetTerminal
import WhetTraining

// The descriptors that Subprocess itself uses.
#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// The program that shows a result which is longer than the screen.
struct Pager: Sendable {
  /// Read by a shell, because it may have arguments.
  let command: String
  let screen: TerminalSize
  private let shell: Shell

  /// The pager for results on standard output; `nil` where there is to be none: without a terminal on both sides, on a
  /// dumb one, under `--safe`, and where it is switched off or missing.
  static func of(_ shell: Shell) async -> Pager? {
    guard let descriptor = shell.streams.output.descriptor, isatty(0) == 1, isatty(descriptor) == 1,
      // In the background it would only be stopped.
      tcgetpgrp(descriptor) == getpgrp(), !shell.options.isSafe, let screen = TerminalSize.current(of: descriptor),
      // Broken settings are the commands' to report.
      let setting = try? await shell.services.settings()[.pager],
      let command = command(setting: setting, environment: shell.environment.variables)
    else { return nil }
    return Pager(command: command, screen: screen, shell: shell)
  }

  /// The setting (of which `WHET_PAGER` is a source), else `PAGER`, else `less` if it is there. Nothing and `cat` are no
  /// pager.
  static func command(
    setting: String, environment: [String: String], isThere: (String) -> Bool = { access($0, X_OK) == 0 }
  ) -> String? {
    guard environment["TERM"] != "dumb", environment["WHET_PAGER"] != "", setting != "off" else { return nil }
    let chosen = setting == "auto" ? environment["PAGER"] : setting
    if let chosen { return chosen.allSatisfy(\.isWhitespace) || chosen == "cat" ? nil : chosen }
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    return folders.contains { isThere("\($0)/less") } ? "less" : nil
  }

  /// Whether a text and the prompt after it fit on the screen.
  func isNeeded(for text: TerminalText) -> Bool {
    var room = screen.rows - 1
    for row in text.ended.rows.dropLast() {
      room -= max(1, (row.columns + screen.columns - 1) / screen.columns)
      if room < 0 { return true }
    }
    return false
  }

  /// Whether the pager will show colours; a user's own options for `less` may keep it from that.
  var showsColours: Bool {
    guard command.split(separator: " ").first?.hasSuffix("less") == true, !command.contains("-"),
      let options = shell.environment.variables["LESS"]
    else { return true }
    return options.lowercased().contains("r")
  }

  /// Shows a text until the user has seen enough.
  ///
  /// - Returns: `false` when the program could not be started.
  func show(_ text: TerminalText) async throws -> Bool {
    let folder = try PrivateFolder()
    // A file that has no name any more, so that it is gone whatever happens, and leaving early breaks no pipe.
    let file = try? FileDescriptor.open(FilePath(folder.write(text.ended.printable, to: "result")), .readOnly)
    folder.remove()
    guard let file else { return false }
    var modes = termios()
    let hasModes = tcgetattr(0, &modes) == 0
    shell.lendTerminal(true)
    defer {
      shell.lendTerminal(false)
      if hasModes { tcsetattr(0, TCSADRAIN, &modes) }
    }
    let result = try await Subprocess.run(
      .path("/bin/sh"), arguments: ["-c", command], environment: environment,
      input: .fileDescriptor(file, closeAfterSpawningProcess: true),
      output: .fileDescriptor(.standardOutput, closeAfterSpawningProcess: false),
      error: .fileDescriptor(.standardError, closeAfterSpawningProcess: false))
    // 126 and 127 are a shell's words for a program that it cannot start.
    if case .exited(let code) = result.terminationStatus, code == 126 || code == 127 { return false }
    return true
  }

  /// As git does: `less` leaves at the end of a short text, passes colours on and leaves the text on the screen.
  private var environment: Subprocess.Environment {
    let usual: [Subprocess.Environment.Key: String] = ["LESS": "FRX", "LV": "-c", "LESSCHARSET": "utf-8"]
    return .inherit.updating(
      Dictionary(
        uniqueKeysWithValues: usual.compactMap { key, value in
          shell.environment.variables[key.rawValue] == nil ? (key, value as String?) : nil
        }))
  }

  private init(command: String, screen: TerminalSize, shell: Shell) {
    self.command = command
    self.screen = screen
    self.shell = shell
  }
}
