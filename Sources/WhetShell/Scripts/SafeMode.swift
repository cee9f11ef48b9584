import Foundation
import WhetCore
import WhetScript

/// What `--safe` keeps scripts from: other processes, files outside of the project, the network.
///
/// The user's own store and settings stay in use: a script cannot name them.
struct SafeMode: Sendable {
  private let shell: Shell

  init(_ shell: Shell) {
    self.shell = shell
  }

  /// Why a command may not run; `nil` if it may.
  func refusal(of bound: BoundCommand) -> WhetError? {
    guard shell.options.isSafe, !bound.asksForHelp else { return nil }
    let name = bound.specification.name
    return bound.specification.startsProcesses ? refusalOfPrograms(for: "'\(name)'") : nil
  }

  /// Why no program may be started for something; `nil` if one may.
  func refusalOfPrograms(for what: String) -> WhetError? {
    shell.options.isSafe ? Self.error("\(what) starts other programs, which --safe does not allow") : nil
  }

  /// The place of a file a script has named.
  ///
  /// - Parameter isInput: whether `-` means standard input.
  /// - Throws: `script.refused-when-safe` for a place outside of the project, links followed.
  func url(_ path: String, isInput: Bool) throws(WhetError) -> URL {
    let url = shell.environment.url(path)
    guard shell.options.isSafe, !(isInput && path == "-") else { return url }
    let project = Services.project(shell.environment, shell.options).path(percentEncoded: false)
    guard let root = Self.real(project), let place = Self.place(of: url.path(percentEncoded: false)),
      root == "/" || place == root || place.hasPrefix(root + "/")
    else { throw Self.error("'\(path)' is outside of the project, which --safe does not allow") }
    return URL(filePath: place)
  }

  /// Where the system would find or make a file, with every link on the way followed; `nil` where that is not sure, as
  /// behind a link that leads nowhere.
  private static func place(of path: String) -> String? {
    if let real = real(path) { return real }
    // Nothing is there: the folder decides, and the name must be a new one in it.
    let parts = path.split(separator: "/")
    guard let name = parts.last, name != "..", name != "." else { return nil }
    var status = stat()
    guard lstat(path, &status) != 0 else { return nil }
    let folder = "/" + parts.dropLast().joined(separator: "/")
    return place(of: folder).map { ($0 == "/" ? "" : $0) + "/" + name }
  }

  private static func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func error(_ message: String) -> WhetError {
    WhetError(
      WhetError.Code(rawValue: RuntimeCode.refusedWhenSafe.rawValue), message,
      advice: "run it without --safe if you trust it")
  }
}

extension Shell {
  /// The place of a file that a script or command line has named.
  ///
  /// - Throws: `script.refused-when-safe`.
  ///
  /// - Parameter isInput: whether `-` means standard input.
  func accessible(_ path: String, isInput: Bool = false) throws(WhetError) -> URL {
    try SafeMode(self).url(path, isInput: isInput)
  }
}
