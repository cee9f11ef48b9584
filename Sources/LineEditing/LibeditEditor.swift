import CLibedit
import Glibc
public import WhetTerminal

/// A line editor on a terminal: keys, history, completion and paste by libedit.
///
/// One thread of its own owns the native editor; everything here only sends it mail. While it lives it takes
/// Ctrl-C (SIGINT) for the whole process; while it reads a line it also takes the signals for a resize, a stop
/// and the end of the process, so that the terminal is never left in raw mode. One editor a process can take
/// signals. Bindings in `~/.editrc` are read, except that Tab and bracketed paste stay with the editor.
public final class LibeditEditor: LineEditor {
  /// How an editor is set up.
  public struct Configuration: Sendable {
    /// Name before the colon in `~/.editrc` lines that are meant for this program.
    public var programName = "whet"
    /// Descriptor of the terminal to read from.
    public var input: Int32 = 0
    /// Descriptor of the terminal to draw on: standard output, or standard error when output is redirected.
    public var output: Int32 = isatty(1) == 1 ? 1 : 2
    /// History file, created with mode 0600 when the first line is added; nil keeps the history in memory.
    public var historyPath: String?
    /// Entries kept in the history, at least 1.
    public var historyLimit = 10_000
    /// Settings in the form of editrc(5); nil means `$EDITRC`, else `~/.editrc`; an empty path means none.
    public var settingsPath: String?
    /// Finds candidates for the Tab key.
    public var completer: Completer?
    /// Whether summaries in the list of candidates are dimmed.
    public var usesColour = true
    /// Whether the newest entry that begins with the typed text is shown behind it, dimmed; needs colour.
    public var showsSuggestions = true
    /// Whether process signals are taken. Off only where several editors live in one process, as in tests.
    public var takesSignals = true

    /// The usual setup, without history file and completer.
    public init() {}
  }

  private let mailbox: EditorMailbox

  /// Starts the editor's thread; the terminal is touched only by the first read.
  ///
  /// - Throws: `LineEditingError.notATerminal` or `couldNotStart`.
  public init(_ configuration: Configuration = Configuration()) throws(LineEditingError) {
    guard isatty(configuration.input) == 1, isatty(configuration.output) == 1 else { throw .notATerminal }
    guard let wake = WakePipe() else { throw .couldNotStart }
    mailbox = EditorMailbox(wake: wake)
    let start = EditorStart(
      configuration: configuration, mailbox: mailbox,
      input: fcntl(configuration.input, F_DUPFD_CLOEXEC, 3), output: fcntl(configuration.output, F_DUPFD_CLOEXEC, 3))
    guard start.input >= 0, start.output >= 0, start.run() else { throw .couldNotStart }
  }

  deinit { mailbox.send(.close(nil)) }

  /// Waits for one line with its editing keys at work.
  public func readLine(prompt: TerminalText, initial: String) async throws -> LineEvent {
    try Task.checkCancellation()
    let isCancelled = Flag()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation {
        mailbox.send(.read(prompt: prompt, initial: initial, isCancelled, $0))
      }
    } onCancel: {
      isCancelled.raise()
      mailbox.wake.send()
    }
  }

  /// Remembers a line, in memory and in the file. Empty lines, lines that start with a space, and the same line
  /// twice in a row are left out; failures of the file are not reported.
  public func addHistory(_ line: String) async {
    await withCheckedContinuation { mailbox.send(.remember(line, $0)) }
  }

  /// Forgets all lines, in memory and in the file.
  public func clearHistory() async {
    await withCheckedContinuation { mailbox.send(.forget($0)) }
  }

  /// Shows text above the half-typed line; while a command runs it is written where the cursor is.
  public func printAbove(_ text: TerminalText) async {
    await withCheckedContinuation { mailbox.send(.print(text, $0)) }
  }

  /// Says what Ctrl-C does while no line is being read; called on the editor's own thread.
  public func setInterruptHandler(_ handler: (@Sendable () -> Void)?) { mailbox.setInterruptHandler(handler) }

  /// Ends the thread after the mail before; a read that waits throws `closed`.
  public func close() async {
    await withCheckedContinuation { mailbox.send(.close($0)) }
  }

  /// Acts as if a signal had come; for tests, which have no controlling terminal.
  func deliver(signal: Int32) { mailbox.wake.send(UInt8(truncatingIfNeeded: signal)) }
}

/// What the editor's thread gets to start with.
private final class EditorStart: Sendable {
  let configuration: LibeditEditor.Configuration
  let mailbox: EditorMailbox
  let input: Int32
  let output: Int32

  init(configuration: LibeditEditor.Configuration, mailbox: EditorMailbox, input: Int32, output: Int32) {
    self.configuration = configuration
    self.mailbox = mailbox
    self.input = input
    self.output = output
  }

  /// Starts the thread; it frees itself. Its descriptors are its own.
  func run() -> Bool {
    let context = Unmanaged.passRetained(self)
    var thread = pthread_t()
    let result = pthread_create(&thread, nil, editorThread, context.toOpaque())
    guard result == 0 else {
      context.release()
      return false
    }
    pthread_detach(thread)
    return true
  }
}

private func editorThread(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let context else { return nil }
  let start = Unmanaged<EditorStart>.fromOpaque(context).takeRetainedValue()
  let terminal = EditorTerminal(
    configuration: start.configuration, mailbox: start.mailbox, input: start.input, output: start.output)
  EditorLoop(mailbox: start.mailbox, terminal: terminal).run()
  return nil
}
