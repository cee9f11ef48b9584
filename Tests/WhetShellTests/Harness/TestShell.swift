import Foundation
import Testing
import WhetCore
import WhetScript

@testable import WhetShell

/// A shell in a temporary folder, with streams that can be read.
struct TestShell {
  let folder: URL
  let captured: CapturedStreams
  let shell: Shell

  init(
    output: OutputFormat = .table, registry: CommandRegistry = .standard, width: Int? = nil, isClosed: Bool = false,
    overrides: [String: String] = [:], clock: any Clock<Duration> = ContinuousClock(),
    options change: (inout ProgramOptions) throws -> Void = { _ in }
  ) throws {
    folder = FileManager.default.temporaryDirectory.appending(component: "whet-shell-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appending(component: "project"), withIntermediateDirectories: true)
    captured = CapturedStreams(width: width, isClosed: isClosed)
    let path = folder.path(percentEncoded: false)
    let environment = ShellEnvironment(
      variables: [
        "TERM": "xterm", "HOME": path + "/home", "WHET_DEMOS": path + "/demos", "WHET_STORE": path + "/whet.db",
        "WHET_FOLDERS_SYSTEM": path + "/system",
      ],
      currentFolder: folder.appending(component: "project"), clock: clock)
    var options = ProgramOptions(output: output, overrides: overrides)
    try change(&options)
    shell = Shell(
      environment: environment, options: options,
      streams: captured.streams, registry: registry, onDefect: { Issue.record("\($0)") })
  }

  /// A shell in the folder of another one, on its store and streams, with further variables.
  init(_ other: TestShell, variables: [String: String]) {
    (folder, captured) = (other.folder, other.captured)
    let environment = ShellEnvironment(
      variables: other.shell.environment.variables.merging(variables) { $1 },
      currentFolder: folder.appending(component: "project"))
    shell = Shell(
      environment: environment, options: other.shell.options, streams: captured.streams,
      registry: other.shell.registry, onDefect: { Issue.record("\($0)") })
  }

  /// Runs the texts of `-c`, as the program does, and ends the services.
  func run(_ commands: String...) async -> ExitCode {
    await Program(shell: shell).run(.commands(commands))
  }

  /// Runs a text as the script `s.whet`, and ends the services.
  func runScript(_ text: String, arguments: [String] = []) async throws -> ExitCode {
    try write(text, to: "s.whet")
    return await Program(shell: shell).run(.scripts(["s.whet"], arguments: arguments))
  }

  /// Writes a file in the working directory.
  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: "project/\(name)"))
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}
