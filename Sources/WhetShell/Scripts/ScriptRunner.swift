import WhetCore
import WhetScript
import WhetTerminal

/// Runs texts of the language: all are parsed and bound before the first command runs, and a failing command ends it.
struct ScriptRunner: Sendable {
  let shell: Shell

  /// A command and the text it stands in.
  struct Step: Sendable {
    var bound: BoundCommand
    var source: SourceText
  }

  /// Runs sources one after the other.
  ///
  /// - Parameter isArray: whether JSON results become one array even of a single command.
  /// - Returns: the exit status; what failed was written to standard error.
  func run(_ sources: [SourceText], isArray: Bool) async -> ExitCode {
    guard let steps = steps(of: sources.map { Parser.parse($0) }, exitCode: .script) else { return .script }
    return await run(steps, isArray: isArray || steps.count != 1)
  }

  /// Runs one command given as words.
  func run(words: [String]) async -> ExitCode {
    let line = CommandLineWords(words)
    let binding = Binder.bind(line.command, shell.registry.table)
    report(binding.diagnostics, in: line.source)
    guard let bound = binding.command else { return .usage }
    return await run([Step(bound: bound, source: line.source)], isArray: false)
  }

  /// Binds the commands of parsed scripts; `nil` when anything is wrong, which is then reported.
  func steps(of scripts: [Script], exitCode: ExitCode) -> [Step]? {
    var steps: [Step] = []
    var isSound = true
    for script in scripts {
      var diagnostics = script.diagnostics
      for case .command(let command) in script.statements {
        let binding = Binder.bind(command, shell.registry.table)
        diagnostics += binding.diagnostics
        if let bound = binding.command { steps.append(Step(bound: bound, source: script.source)) }
      }
      report(diagnostics.sorted { $0.span.start < $1.span.start }, in: script.source)
      isSound = isSound && !diagnostics.containsError
    }
    return isSound && haveFormats(steps) ? steps : nil
  }

  /// Runs bound commands until one fails or asks for the end.
  func run(_ steps: [Step], isArray: Bool) async -> ExitCode {
    let writer = ResultWriter(shell: shell, isArray: isArray)
    let runner = CommandRunner(shell: shell, writer: writer)
    let exitCode = await run(steps, runner)
    guard exitCode != .closedPipe else { return exitCode }
    do {
      try writer.finish()
      return exitCode
    } catch {
      return report(error)
    }
  }

  private func run(_ steps: [Step], _ runner: CommandRunner) async -> ExitCode {
    for step in steps where !shell.isEnding {
      do {
        try Task.checkCancellation()
        try await runner.run(step.bound)
      } catch {
        return report(placed(.wrapping(error), at: step, among: steps.count))
      }
    }
    return .success
  }

  /// Writes an error, unless nobody reads any more, and gives its exit status.
  private func report(_ error: WhetError) -> ExitCode {
    if error.exitCode != .closedPipe { shell.report(error) }
    return error.exitCode
  }

  /// Among several commands a failure says which one it was.
  private func placed(_ error: WhetError, at step: Step, among count: Int) -> WhetError {
    guard count > 1, error.location == nil else { return error }
    var error = error
    error.location = step.source.location(of: step.bound.span.start)
    return error
  }

  private func haveFormats(_ steps: [Step]) -> Bool {
    for step in steps {
      guard let name = step.bound.format else { continue }
      do {
        _ = try OutputFormat(named: name)
      } catch {
        shell.report(placed(error, at: step, among: .max))
        return false
      }
    }
    return true
  }

  private func report(_ diagnostics: [Diagnostic], in source: SourceText) {
    guard !diagnostics.isEmpty else { return }
    let columns = shell.streams.errors.width().map { max(20, $0 - 8) } ?? 100
    let renderer = DiagnosticRenderer(source: source, columns: columns) { DisplayWidth.columns(of: $0) }
    for diagnostic in diagnostics { shell.writeError(renderer.text(of: diagnostic) + "\n") }
  }
}
