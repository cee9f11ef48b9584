public import Foundation

/// What the process found around itself when it started; tests give their own.
public struct ShellEnvironment: Sendable {
  /// The environment's variables.
  public var variables: [String: String]
  /// The working directory, against which paths are read.
  public var currentFolder: URL
  /// The program's own file, beside which shipped files are looked for.
  public var programFile: URL?
  /// Whether a person can be asked: standard input and standard error are terminals.
  public var canAsk: Bool
  public var now: @Sendable () -> Date
  /// Measures how long something took and waits.
  public var clock: any Clock<Duration>

  public init(
    variables: [String: String], currentFolder: URL, programFile: URL? = nil, canAsk: Bool = false,
    now: @escaping @Sendable () -> Date = { Date() }, clock: any Clock<Duration> = ContinuousClock()
  ) {
    self.variables = variables
    self.currentFolder = currentFolder
    self.programFile = programFile
    self.canAsk = canAsk
    self.now = now
    self.clock = clock
  }

  /// The process's own.
  public static func ofProcess() -> ShellEnvironment {
    ShellEnvironment(
      variables: ProcessInfo.processInfo.environment,
      currentFolder: URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory),
      programFile: URL(filePath: "/proc/self/exe").resolvingSymlinksInPath(),
      canAsk: isatty(0) == 1 && isatty(2) == 1)
  }

  /// The user's folder: `HOME`, else the working directory.
  public var home: URL {
    variables["HOME"].flatMap { $0.isEmpty ? nil : URL(filePath: $0, directoryHint: .isDirectory) } ?? currentFolder
  }

  /// A folder of the XDG base directory specification; a relative path in the variable is ignored, as it demands.
  ///
  /// - Parameters:
  ///   - variable: such as `XDG_STATE_HOME`.
  ///   - fallback: relative to the home folder, such as `.local/state`.
  public func folder(_ variable: String, fallback: String) -> URL {
    if let path = variables[variable], path.hasPrefix("/") { return URL(filePath: path, directoryHint: .isDirectory) }
    return home.appending(path: fallback, directoryHint: .isDirectory)
  }

  /// Whether a terminal is told more than text: `TERM` names one that is not dumb.
  public var terminalKnowsSequences: Bool { !["", "dumb"].contains(variables["TERM"] ?? "") }

  /// Where the prompt's lines are remembered.
  public var historyFile: URL { folder("XDG_STATE_HOME", fallback: ".local/state").appending(path: "whet/history") }

  /// Commands run when the prompt starts; `nil` where nothing says which folder is the user's, so that it is never the
  /// working directory's.
  public var startFile: URL? {
    let isKnown = ["XDG_CONFIG_HOME", "HOME"].contains { variables[$0]?.hasPrefix("/") == true }
    return isKnown ? folder("XDG_CONFIG_HOME", fallback: ".config").appending(path: "whet/rc.whet") : nil
  }

  /// A path as the user wrote it: `~` is the home folder, relative ones stand in the working directory.
  public func url(_ path: String) -> URL {
    if path == "~" { return home }
    if path.hasPrefix("~/") { return home.appending(path: String(path.dropFirst(2))) }
    return path.hasPrefix("/") ? URL(filePath: path) : currentFolder.appending(path: path)
  }

  /// The project a folder belongs to: the nearest one upwards that has `.whet`, `.claude` or `.git`, but never the
  /// home folder, whose `.claude` is the user's tier; else the folder itself.
  public func project(containing folder: URL) -> URL {
    let home = home.standardizedFileURL.path(percentEncoded: false)
    var candidate = folder.standardizedFileURL
    while true {
      let path = candidate.path(percentEncoded: false)
      if path == home || path == home + "/" || path == "/" { return folder }
      let isProject = [".whet", ".claude", ".git"].contains {
        FileManager.default.fileExists(atPath: candidate.appending(component: $0).path(percentEncoded: false))
      }
      if isProject { return candidate }
      candidate = candidate.deletingLastPathComponent().standardizedFileURL
    }
  }
}
