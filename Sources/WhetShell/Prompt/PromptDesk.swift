import Synchronization
import WhetScript

/// What the prompt and the commands it runs tell each other.
final class PromptDesk: Sendable {
  private struct State {
    var lastEntry: String?
    var draft = ""
    var source: ScriptInput?
    var isAlone = false
    var isTerminalLent = false
    var pressHandler: (@Sendable () -> Void)?
    var clearHistory: (@Sendable () async -> Void)?
  }

  private let state = Mutex(State())

  /// The entry before the one that runs; entries with secrets are none.
  var lastEntry: String? { state.withLock(\.lastEntry) }

  func remember(_ entry: String) { state.withLock { $0.lastEntry = entry } }

  /// Puts a text into the next line, where Enter runs it.
  func draft(_ text: String) { state.withLock { $0.draft = text } }

  /// Takes the text for the next line, which is empty unless a command has left one.
  func takeDraft() -> String {
    state.withLock { state in
      defer { state.draft = "" }
      return state.draft
    }
  }

  /// Whether the command that runs is all of its entry.
  var isAlone: Bool { state.withLock(\.isAlone) }

  func begin(isAlone: Bool) { state.withLock { $0.isAlone = isAlone } }

  /// Leaves a script to be run in the prompt's session once the entry has ended.
  func run(_ source: ScriptInput) { state.withLock { $0.source = source } }

  func takeSource() -> ScriptInput? {
    state.withLock { state in
      defer { state.source = nil }
      return state.source
    }
  }

  /// Whether another program has the terminal and with it Ctrl-C.
  var isTerminalLent: Bool { state.withLock(\.isTerminalLent) }

  func lendTerminal(_ isLent: Bool) { state.withLock { $0.isTerminalLent = isLent } }

  /// Has the next Ctrl-C do something else than cancel the entry; `nil` for what it always does.
  func setPressHandler(_ handler: (@Sendable () -> Void)?) { state.withLock { $0.pressHandler = handler } }

  /// Gives one Ctrl-C to whoever wants it; `false` when nobody does.
  func takePress() -> Bool {
    let handler = state.withLock { state in
      defer { state.pressHandler = nil }
      return state.pressHandler
    }
    handler?()
    return handler != nil
  }

  func setHistoryClearing(_ clear: @escaping @Sendable () async -> Void) { state.withLock { $0.clearHistory = clear } }

  /// Forgets all lines, those of this shell too.
  func clearHistory() async {
    let clear = state.withLock { state in
      state.lastEntry = nil
      return state.clearHistory
    }
    await clear?()
  }
}
