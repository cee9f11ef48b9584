import Foundation
import Subprocess
import SystemPackage

/// A home, project, store and temporary folder of one test's own; all of it goes with the value.
final class Workplace: Sendable {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(component: "whet-end-to-end-\(UUID().uuidString)", directoryHint: .isDirectory)
    for name in ["home", "project/.claude/agents", "tmp", "system"] {
      try FileManager.default.createDirectory(at: url(name), withIntermediateDirectories: true)
    }
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  func url(_ path: String) -> URL { folder.appending(path: path) }
  func path(_ path: String) -> String { url(path).path(percentEncoded: false) }

  /// Where the program keeps its store when nobody says otherwise.
  var store: String { path("home/data/whet/whet.db") }

  /// Writes a file and gives its path.
  @discardableResult
  func write(_ bytes: Data, to name: String) throws -> String {
    try FileManager.default.createDirectory(
      at: url(name).deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: url(name))
    return path(name)
  }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String { try write(Data(text.utf8), to: name) }

  func read(_ name: String) throws -> Data { try Data(contentsOf: url(name)) }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  /// Every path below a folder, sorted; links are named and not followed.
  func tree(_ name: String = "") throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path(name)).sorted()
  }

  /// The variables the program sees: nothing of the machine's own but what finding programs needs.
  var environment: [Environment.Key: String] {
    [
      "HOME": path("home"), "XDG_CONFIG_HOME": path("home/config"), "XDG_DATA_HOME": path("home/data"),
      "XDG_STATE_HOME": path("home/state"), "TMPDIR": path("tmp"), "WHET_FOLDERS_SYSTEM": path("system/agents"),
      "PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "LANG": "C.UTF-8", "TZ": "UTC",
    ]
  }
}

extension Workplace {
  /// Runs the program in the project's folder until it ends.
  ///
  /// - Parameter input: what standard input holds; nothing if `nil`.
  func whet(_ arguments: String..., input: [UInt8]? = nil) async throws -> Outcome {
    try await run(Program.path, arguments, input: input)
  }

  /// Runs a line of the system's shell, in which `$WHET` is the program.
  func bash(_ line: String) async throws -> Outcome {
    try await run("/bin/bash", ["-c", line], extra: ["WHET": Program.path])
  }

  /// Runs the program until it has used an amount of processor time, and sends it a signal then.
  ///
  /// Processor time and not the clock, so that the same moment of the work is met on a busy machine.
  /// - Parameter limit: no signal if `nil`, or if the program ends before.
  /// - Returns: how it ended, and the processor time that was seen.
  func whet(
    _ arguments: [String], signalledAt limit: Duration?, signal: Signal = .kill
  ) async throws -> (outcome: Outcome, used: Duration) {
    let result = try await Subprocess.run(
      .path(FilePath(Program.path)), arguments: Arguments(arguments), environment: .custom(environment),
      workingDirectory: FilePath(path("project")), input: .none, output: .discarded, error: .discarded
    ) { execution in
      var last = Duration.zero
      while let used = ProcessorTime.used(by: execution.processIdentifier.value) {
        last = used
        if let limit, used >= limit {
          try? execution.send(signal: signal)
          break
        }
        try await Task.sleep(for: .milliseconds(1))
      }
      return last
    }
    return (Outcome(result.terminationStatus), result.closureResult)
  }

  private func run(
    _ program: String, _ arguments: [String], extra: [Environment.Key: String] = [:], input: [UInt8]? = nil
  ) async throws -> Outcome {
    let environment = environment.merging(extra) { $1 }
    let configuration = Configuration(
      executable: .path(FilePath(program)), arguments: Arguments(arguments), environment: .custom(environment),
      workingDirectory: FilePath(path("project")))
    guard let input else {
      let result = try await Subprocess.run(
        configuration, input: .none, output: .bytes(limit: Self.limit), error: .bytes(limit: Self.limit))
      return Outcome(result.terminationStatus, output: result.standardOutput, errors: result.standardError)
    }
    let result = try await Subprocess.run(
      configuration, input: .array(input), output: .bytes(limit: Self.limit), error: .bytes(limit: Self.limit))
    return Outcome(result.terminationStatus, output: result.standardOutput, errors: result.standardError)
  }

  private static let limit = 64 << 20
}
