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
    if bound.specification.startsProcesses {
      return Self.error("'\(name)' starts other programs, which --safe does not allow")
    }
    return nil
  }

  /// The place of a file a script has named.
  ///
  /// - Throws: `script.refused-when-safe` for a place outside of the project, links followed.
  func url(_ path: String) throws(WhetError) -> URL {
    let url = shell.environment.url(path)
    guard shell.options.isSafe, path != "-" else { return url }
    let project = Self.resolved(Services.project(shell.environment, shell.options))
    let parts = Self.resolved(url)
    guard parts.starts(with: project) else {
      throw Self.error("'\(path)' is outside of the project, which --safe does not allow")
    }
    return url
  }

  /// The parts of a path with all links followed that are there.
  private static func resolved(_ url: URL) -> [String] {
    var existing = url.standardizedFileURL
    var rest: [String] = []
    while existing.path != "/", (try? FileManager.default.attributesOfItem(atPath: existing.path)) == nil {
      rest.insert(existing.lastPathComponent, at: 0)
      existing = existing.deletingLastPathComponent()
    }
    return existing.resolvingSymlinksInPath().pathComponents.filter { $0 != "/" } + rest
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
  func accessible(_ path: String) throws(WhetError) -> URL { try SafeMode(self).url(path) }
}
