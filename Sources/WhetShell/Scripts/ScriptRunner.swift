import WhetCore
import WhetScript

/// Runs texts of the language: all are analysed before the first command runs, and a failure ends it.
struct ScriptRunner: Sendable {
  let shell: Shell

  /// Runs texts one after the other.
  ///
  /// - Parameters:
  ///   - isShared: whether the texts see each other's variables and functions.
  ///   - isArray: whether JSON results become one array even of a single command.
  ///   - arguments: the words of `$args`.
  /// - Returns: the exit status; what failed was written to standard error.
  func run(_ inputs: [ScriptInput], isShared: Bool, isArray: Bool, arguments: [String] = []) async -> ExitCode {
    var programs = ProgramSet(shell: shell, arguments: arguments)
    for input in inputs { programs.add(input, isShared: isShared) }
    let isSound = programs.report()
    guard isSound else { return .script }
    if let fault = programs.unknownVariable(in: shell.options) {
      shell.report(fault)
      return fault.exitCode
    }
    guard !shell.options.isCheckOnly else { return .success }
    let entries = programs.entries
    let isSingle = entries.count == 1 && entries[0].isSingleCommand
    return await run(programs, isAlone: isSingle && !isArray)
  }

  /// Runs one command given as words.
  func run(words: [String]) async -> ExitCode {
    let line = CommandLineWords(words)
    let binding = Binder.bind(line.command, shell.registry.table)
    DiagnosticReport(shell: shell).write(binding.diagnostics, in: line.source)
    guard let bound = binding.command else { return .usage }
    if let fault = shell.options.unknownSetting { return report(fault) }
    if let fault = SafeMode(shell).refusal(of: bound) { return report(fault) }
    guard !shell.options.isCheckOnly else { return .success }
    let writer = ResultWriter(shell: shell, isArray: false, pages: true)
    let location = line.source.location(of: 0)
    do {
      if shell.options.isDryRun, DryRun.leavesOut(bound) {
        try writer.write(DryRun.result(of: bound), to: writer.target(of: bound))
      } else {
        _ = try await Tracer(shell: shell).following(bound, at: location) {
          try await CommandRunner(shell: shell, writer: writer).run(bound)
        }
      }
      try writer.finish()
      return .success
    } catch {
      return report(.wrapping(error))
    }
  }

  /// Runs analysed texts, and shows how their tests ended.
  ///
  /// - Parameter isAlone: whether it is one command of `-c`, whose result stands alone and whose failure needs no place.
  private func run(_ programs: ProgramSet, isAlone: Bool) async -> ExitCode {
    let writer = ResultWriter(shell: shell, isArray: !isAlone, pages: isAlone)
    let tests = TestReport(shell: shell, writer: writer)
    do {
      try tests.begin()
      let driver = ScriptDriver(shell: shell, writer: writer, tests: tests, isPlaced: !isAlone)
      let code = await drive(programs, driver)
      guard code != .closedPipe else { return code }
      try tests.finish(code)
      try writer.finish()
      return code == .success && tests.hasFailure ? .refused : code
    } catch {
      return report(.wrapping(error))
    }
  }

  /// Runs the texts until one fails or asks for the end.
  private func drive(_ programs: ProgramSet, _ driver: ScriptDriver) async -> ExitCode {
    var programs = programs
    for index in programs.entries.indices {
      let (session, code) = await driver.run(programs.session(of: index), programs.entries[index])
      guard code == .success, !shell.isEnding else { return code }
      programs.take(session, index)
    }
    return .success
  }

  /// Writes an error, unless nobody reads any more, and gives its exit status.
  private func report(_ error: WhetError) -> ExitCode {
    if error.exitCode != .closedPipe { shell.report(error) }
    return error.exitCode
  }
}
