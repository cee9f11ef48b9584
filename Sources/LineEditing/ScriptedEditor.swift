import Synchronization
public import WhetTerminal

/// An editor that answers from a prepared list, for tests.
public final class ScriptedEditor: LineEditor {
  private struct State {
    var events: [LineEvent]
    var prompts: [String] = []
    var initials: [String] = []
    var history: [String] = []
    var printed: [String] = []
    var isClosed = false
    var interruptHandler: (@Sendable () -> Void)?
  }

  private let state: Mutex<State>

  /// An editor that gives these events one after the other, then `.endOfInput` for ever.
  public init(_ events: [LineEvent]) { state = Mutex(State(events: events)) }

  /// An editor that gives these lines.
  public convenience init(lines: [String]) { self.init(lines.map { .line($0) }) }

  /// What stood in each line before anything was typed.
  public var initials: [String] { state.withLock(\.initials) }
  /// The prompts shown so far.
  public var prompts: [String] { state.withLock(\.prompts) }
  /// The lines given to the history so far.
  public var history: [String] { state.withLock(\.history) }
  /// The texts printed above the prompt so far.
  public var printed: [String] { state.withLock(\.printed) }
  /// Whether `close` was called.
  public var isClosed: Bool { state.withLock(\.isClosed) }

  /// The next prepared event.
  public func readLine(prompt: TerminalText, initial: String) async throws -> LineEvent {
    try Task.checkCancellation()
    return try state.withLock { state in
      guard !state.isClosed else { throw LineEditingError.closed }
      state.prompts.append(prompt.plain)
      state.initials.append(initial)
      return state.events.isEmpty ? .endOfInput : state.events.removeFirst()
    }
  }

  /// Records the line.
  public func addHistory(_ line: String) async { state.withLock { $0.history.append(line) } }

  /// Drops the recorded lines.
  public func clearHistory() async { state.withLock { $0.history = [] } }

  /// Records the text.
  public func printAbove(_ text: TerminalText) async { state.withLock { $0.printed.append(text.plain) } }

  /// Acts as if Ctrl-C were pressed while a command runs.
  public func interrupt() { state.withLock(\.interruptHandler)?() }

  /// Keeps the handler for `interrupt()`.
  public func setInterruptHandler(_ handler: (@Sendable () -> Void)?) {
    state.withLock { $0.interruptHandler = handler }
  }

  /// Ends the editor.
  public func close() async { state.withLock { $0.isClosed = true } }
}
