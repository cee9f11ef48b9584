import Synchronization
public import WhetTerminal

/// An editor that answers from a prepared list, for tests.
public final class ScriptedEditor: LineEditor {
  private struct State {
    var events: [LineEvent]
    var prompts: [String] = []
    var history: [String] = []
    var printed: [String] = []
    var isClosed = false
    var listeners: [AsyncStream<Void>.Continuation] = []
  }

  private let state: Mutex<State>

  /// An editor that gives these events one after the other, then `.endOfInput` for ever.
  public init(_ events: [LineEvent]) { state = Mutex(State(events: events)) }

  /// An editor that gives these lines.
  public convenience init(lines: [String]) { self.init(lines.map { .line($0) }) }

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
      return state.events.isEmpty ? .endOfInput : state.events.removeFirst()
    }
  }

  /// Records the line.
  public func addHistory(_ line: String) async { state.withLock { $0.history.append(line) } }

  /// Records the text.
  public func printAbove(_ text: TerminalText) async { state.withLock { $0.printed.append(text.plain) } }

  /// Acts as if Ctrl-C were pressed while a command runs.
  public func interrupt() {
    for listener in state.withLock(\.listeners) { listener.yield() }
  }

  /// The calls of `interrupt()`.
  public func interrupts() -> AsyncStream<Void> {
    let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let isClosed = state.withLock { state in
      state.listeners.append(continuation)
      return state.isClosed
    }
    if isClosed { continuation.finish() }
    return stream
  }

  /// Ends the editor.
  public func close() async {
    let listeners = state.withLock { state in
      state.isClosed = true
      return state.listeners
    }
    for listener in listeners { listener.finish() }
  }
}
