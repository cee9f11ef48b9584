public import WhetTerminal

/// What reading a line ended in.
public enum LineEvent: Sendable, Equatable {
  /// A line without its line end. From the libedit editor it may hold several lines (a paste or an old entry).
  case line(String)
  /// Ctrl-C at the prompt: what was typed is dropped.
  case interrupted
  /// The key for editing in another program (Ctrl-X Ctrl-E), with what had been typed.
  case edit(String)
  /// The end of the input: Ctrl-D on an empty line, the end of a file or pipe, a closed terminal.
  case endOfInput
}

/// A source of lines from a person or a pipe.
public protocol LineEditor: Sendable {
  /// Shows the prompt, where there is somebody to see it, and waits for one line.
  ///
  /// - Parameters:
  ///   - prompt: shown before the line.
  ///   - initial: what stands in the line already, as if it had been typed.
  /// - Throws: `LineEditingError`, or `CancellationError` when the task is cancelled meanwhile.
  func readLine(prompt: TerminalText, initial: String) async throws -> LineEvent

  /// Remembers a line, so that it can be called back. The caller leaves secrets out.
  func addHistory(_ line: String) async

  /// Forgets all lines there are to call back, on disk too.
  func clearHistory() async

  /// Shows text above the half-typed line, which comes back below it.
  ///
  /// - Parameter text: a final line end is added if missing.
  func printAbove(_ text: TerminalText) async

  /// Says what Ctrl-C does while no line is being read, until another handler or `nil` is set or the editor is closed.
  ///
  /// It is called for each press, at once and on a thread that busy tasks cannot keep from running; so it must not wait.
  func setInterruptHandler(_ handler: (@Sendable () -> Void)?)

  /// Gives the terminal back as it was. Later reads throw `LineEditingError.closed`; closing twice is harmless.
  func close() async
}

extension LineEditor {
  /// Waits for one line that is empty at first.
  public func readLine(prompt: TerminalText) async throws -> LineEvent {
    try await readLine(prompt: prompt, initial: "")
  }
}

/// Why a line could not be read.
public enum LineEditingError: Error, Sendable, Equatable {
  /// The editor was closed.
  case closed
  /// A descriptor given to the libedit editor is not a terminal.
  case notATerminal
  /// libedit could not be started.
  case couldNotStart
  /// The system refused to read; `code` is its `errno`.
  case readFailed(code: Int32)
  /// A line is not valid UTF-8. Lines count from 1.
  case invalidUTF8(line: Int)
  /// A line holds a NUL byte. Lines count from 1.
  case nulByte(line: Int)
  /// A line is longer than `limit` bytes. Lines count from 1.
  case lineTooLong(line: Int, limit: Int)
}

extension LineEditingError: CustomStringConvertible {
  /// A stable name of the kind of error, for machines.
  public var code: String {
    switch self {
    case .closed: "line-editor-closed"
    case .notATerminal: "line-editor-not-a-terminal"
    case .couldNotStart: "line-editor-could-not-start"
    case .readFailed: "input-read-failed"
    case .invalidUTF8: "input-invalid-utf8"
    case .nulByte: "input-nul-byte"
    case .lineTooLong: "input-line-too-long"
    }
  }

  /// What happened, where, and what to do.
  public var description: String {
    switch self {
    case .closed: "the line editor is closed"
    case .notATerminal: "the input or output is not a terminal; read it as a plain stream"
    case .couldNotStart: "the line editor could not start; check TERM, or send commands through a pipe"
    case .readFailed(let code): "the input could not be read (errno \(code))"
    case .invalidUTF8(let line): "line \(line) of the input is not valid UTF-8; convert it first"
    case .nulByte(let line): "line \(line) of the input holds a NUL byte; is it a text file?"
    case .lineTooLong(let line, let limit): "line \(line) of the input is longer than \(limit) bytes; use a file"
    }
  }
}
