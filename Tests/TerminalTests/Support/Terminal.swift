import Foundation
import Glibc

/// The program at the prompt of a real pseudo-terminal, in a home of its own; the test types and reads the screen.
final class Terminal {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  let folder: URL
  private let master: Int32
  private let slave: Int32
  private var process: pid_t = 0
  private var isOpen = true
  private(set) var screen: Screen
  /// Everything the program has sent.
  private(set) var bytes: [UInt8] = []

  /// - Parameters:
  ///   - corrections: lines of a corrections file in the store before the prompt starts.
  ///   - files: texts of files in the folder before the program starts, by their path in it.
  ///   - isUnderShell: a job-control shell owns the terminal, and the program is started from its prompt `$ `.
  init(
    columns: UInt16 = 100, rows: UInt16 = 40, corrections: String? = nil, files: [String: String] = [:],
    environment: [String: String] = [:], isUnderShell: Bool = false
  ) throws {
    folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(component: "whet-terminal-\(UUID().uuidString)", directoryHint: .isDirectory)
    for name in ["home", "project/.claude", "tmp"] {
      try FileManager.default.createDirectory(at: folder.appending(path: name), withIntermediateDirectories: true)
    }
    screen = Screen(columns: Int(columns), rows: Int(rows))
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var unlocked: Int32 = 0
    var number: UInt32 = 0
    // TIOCSPTLCK and TIOCGPTN of ioctl_tty(2), which is what unlockpt and ptsname do.
    guard master >= 0, ioctl(master, 0x4004_5431, &unlocked) == 0, ioctl(master, 0x8004_5430, &number) == 0 else {
      throw Failure(description: "no pseudo-terminal: errno \(errno)")
    }
    let name = "/dev/pts/\(number)"
    slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard slave >= 0 else { throw Failure(description: "no \(name): errno \(errno)") }
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    modesBefore = Self.modes(of: slave)
    for (path, text) in files { try put(text, at: path) }
    if let corrections { try add(corrections, environment) }
    process = try spawn(isUnderShell ? ["/bin/sh", "-i"] : [Program.path], on: name, variables(environment))
    if isUnderShell {
      try waitForPrompt("$ ")
      type(Program.path + "\r")
    }
  }

  /// Writes a file of the folder, and the folders above it.
  func put(_ text: String, at path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  deinit {
    if process > 0 {
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    if isOpen { hangUp() }
    try? FileManager.default.removeItem(at: folder)
  }

  /// The terminal's modes before the program started, and now.
  let modesBefore: [UInt32]
  var modes: [UInt32] { Self.modes(of: slave) }

  private static func modes(of terminal: Int32) -> [UInt32] {
    var state = termios()
    tcgetattr(terminal, &state)
    let keys = withUnsafeBytes(of: state.c_cc) { $0.map(UInt32.init) }
    return [state.c_iflag, state.c_oflag, state.c_cflag, state.c_lflag] + keys
  }

  /// Types text; `\r` is the Enter key.
  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(master, $0.baseAddress, $0.count) }
  }

  /// Pastes text as a terminal with marked pastes does.
  func paste(_ text: String) { type("\u{1B}[200~" + text + "\u{1B}[201~") }

  /// Gives the terminal another size, which the kernel tells the program in front.
  func resize(columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    screen.resize(columns: Int(columns), rows: Int(rows))
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Presses Ctrl-Z and waits for the shell's prompt; only under a shell.
  func stop() throws {
    type("\u{1A}")
    try waitForPrompt("$ ")
  }

  /// Lets the shell bring the program back.
  func bringBack() { type("fg\r") }

  /// Reads until the screen is as wanted.
  ///
  /// - Throws: `Failure` with what the screen shows after the deadline.
  func wait(for what: String, seconds: Int = 30, until isThere: (Screen) -> Bool) throws {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while !isThere(screen) {
      guard ContinuousClock.now < deadline else {
        throw Failure(description: "waited for \(what); the screen shows:\n\(screen.text)")
      }
      readSome()
    }
  }

  func wait(for text: String) throws { try wait(for: text) { $0.text.contains(text) } }

  /// Waits until a fresh prompt with nothing behind it is the line with the cursor.
  func waitForPrompt(_ prompt: String = "whet> ") throws { try wait(for: "the prompt") { $0.currentLine == prompt } }

  /// Types a command at a fresh prompt and waits until it has run and the prompt is back.
  func run(_ command: String, prompt: String = "whet> ") throws {
    try waitForPrompt(prompt)
    type(command)
    try wait(for: "the command's echo") { $0.currentLine == prompt + command }
    type("\r")
    try waitForPrompt(prompt)
  }

  /// Sends the program a signal.
  func signal(_ number: Int32) { kill(process, number) }

  /// Closes the terminal's other end, as a lost connection does.
  func hangUp() {
    close(master)
    close(slave)
    isOpen = false
  }

  /// Waits for the program's end.
  ///
  /// - Returns: its exit status, or 128 and the signal's number.
  func end(seconds: Int = 30) throws -> Int32 {
    let deadline = ContinuousClock.now + .seconds(seconds)
    var status: Int32 = 0
    while waitpid(process, &status, WNOHANG) == 0 {
      guard ContinuousClock.now < deadline else {
        throw Failure(description: "the program does not end; the screen shows:\n\(screen.text)")
      }
      readSome()
    }
    process = 0
    while readSome(patience: 0) {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }

  @discardableResult
  private func readSome(patience: Int32 = 50) -> Bool {
    // Without a terminal there is nothing to read, only time to pass.
    var polled = pollfd(fd: isOpen ? master : -1, events: Int16(POLLIN), revents: 0)
    guard poll(&polled, 1, patience) > 0 else { return false }
    var chunk = [UInt8](repeating: 0, count: 4096)
    let count = read(master, &chunk, chunk.count)
    guard count > 0 else { return false }
    bytes += chunk[..<count]
    screen.take(Array(chunk[..<count]))
    return true
  }

  private func variables(_ more: [String: String]) -> [String: String] {
    func path(_ name: String) -> String { folder.appending(path: name).path(percentEncoded: false) }
    return [
      "HOME": path("home"), "XDG_CONFIG_HOME": path("home/config"), "XDG_DATA_HOME": path("home/data"),
      "XDG_STATE_HOME": path("home/state"), "TMPDIR": path("tmp"), "WHET_FOLDERS_SYSTEM": path("system/agents"),
      "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm", "TZ": "UTC", "PS1": "$ ",
      "PAGER": "cat",
    ].merging(more) { $1 }
  }

  private func add(_ corrections: String, _ environment: [String: String]) throws {
    let file = folder.appending(component: "corrections.jsonl")
    try Data(corrections.utf8).write(to: file)
    try runElsewhere(
      "correction import \(file.path(percentEncoded: false))", "train engineer", environment: environment)
  }

  /// Runs commands with the same home and store, but outside of the terminal, as another shell does.
  func runElsewhere(_ commands: String..., environment: [String: String] = [:]) throws {
    let process = Process()
    process.executableURL = URL(filePath: Program.path)
    process.arguments = commands.flatMap { ["-c", $0] }
    process.environment = variables(environment)
    process.currentDirectoryURL = folder.appending(path: "project")
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(description: "\(commands) failed elsewhere") }
  }

  /// Starts the program as the head of a session whose controlling terminal is this one.
  private func spawn(_ words: [String], on terminal: String, _ environment: [String: String]) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The head of a session gets the first terminal it opens; posix_spawn makes the session first.
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // POSIX_SPAWN_SETSID of spawn.h, which Swift does not see.
    posix_spawnattr_setflags(&attributes, 0x80)
    let project = folder.appending(path: "project").path(percentEncoded: false)
    let words = ["/usr/bin/env", "--chdir=\(project)"] + words
    let arguments = words.map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, words[0], &actions, &attributes, arguments, variables)
    guard code == 0 else { throw Failure(description: "the program does not start: errno \(code)") }
    return process
  }
}
