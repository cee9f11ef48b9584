import Synchronization
import WhetCore
import WhetScript

/// What entries at the prompt leave for those after them: variables and functions; and how far the present one is.
final class PromptMemory: Sendable {
  private let session: Mutex<ScriptSession>
  private let lines = Mutex("")

  init(table: CommandTable) {
    session = Mutex(ScriptSession(table: table))
  }

  var current: ScriptSession { session.withLock { $0 } }

  func keep(_ newer: ScriptSession) { session.withLock { $0 = newer } }

  /// The earlier lines of the entry that is being typed, which completion needs to know where the next one stands.
  var earlierLines: String { lines.withLock { $0 } }

  func setEarlierLines(_ text: String) { lines.withLock { $0 = text } }
}

/// Analyses and runs one entry of the prompt.
struct PromptEntry: Sendable {
  let shell: Shell
  let memory: PromptMemory

  /// Runs an entry; what went wrong is reported, and the variables it set are kept.
  func run(_ input: ScriptInput) async {
    var session = memory.current
    let options = ScriptSession.Options(
      isInteractive: true, isTracing: shell.options.trace != nil)
    let preparation = session.prepare(input, options: options, load: IncludeLoader(shell: shell).load)
    DiagnosticReport(shell: shell).write(preparation.reports, isResult: false)
    guard let entry = preparation.entry else { return }
    shell.prompt?.begin(isAlone: entry.isSingleCommand)
    let writer = ResultWriter(shell: shell, isArray: !entry.isSingleCommand, pages: entry.isSingleCommand)
    let tests = TestReport(shell: shell, writer: writer)
    let driver = ScriptDriver(shell: shell, writer: writer, tests: tests, isPlaced: !entry.isSingleCommand)
    let (ended, code) = await driver.run(session, entry)
    memory.keep(ended)
    guard code != .closedPipe else { return }
    do {
      try tests.finish(code)
      try writer.finish()
    } catch {
      shell.report(.wrapping(error))
    }
  }
}
