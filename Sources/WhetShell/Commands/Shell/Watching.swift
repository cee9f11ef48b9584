import Foundation
import Synchronization
import WhetCore
import WhetScript
import WhetTerminal

/// One command that is run again and again.
struct Watching: Sendable {
  let shell: Shell
  let command: BoundCommand
  /// What the command was given as secrets, which its words no longer tell.
  let secrets: HiddenSecrets
  let interval: Duration
  let count: Int

  private var writer: ResultWriter { ResultWriter(shell: shell, isArray: false) }

  /// Whether each result takes the place of the one before: tables on a terminal that can be drawn on.
  var isDrawn: Bool {
    get throws {
      try writer.target(of: command).format == .table && shell.streams.output.width() != nil
        && shell.environment.terminalKnowsSequences
    }
  }

  /// Draws until the count is reached, or Ctrl-C, which is how watching ends and no fault.
  func draw() async throws -> CommandResult {
    let last = Mutex(JSONValue.null)
    // Unstructured, because a press of Ctrl-C ends the watching and not the entry whose task this is.
    let drawing = Task {
      for number in 1...count {
        let result = try await result()
        try show(result)
        last.withLock { $0 = result.value }
        if number < count { try await shell.environment.clock.sleep(for: interval) }
      }
    }
    shell.prompt?.setPressHandler { drawing.cancel() }
    defer { shell.prompt?.setPressHandler(nil) }
    do {
      try await withTaskCancellationHandler {
        try await drawing.value
      } onCancel: {
        drawing.cancel()
      }
    } catch is CancellationError {
      try Task.checkCancellation()
    }
    return CommandResult(last.withLock { $0 }, as: .nothing)
  }

  /// Gives one result after the other to `show`; the last one is given back.
  func list(_ show: @Sendable (CommandResult) throws -> Void) async throws -> CommandResult {
    for _ in 1..<count {
      try show(try await result())
      try await shell.environment.clock.sleep(for: interval)
    }
    return try await result()
  }

  private func result() async throws -> CommandResult {
    let result = secrets.hidden(in: try await CommandRunner(shell: shell, writer: writer).result(of: command, nil))
    try Task.checkCancellation()
    if let failure = result.failure { throw failure }
    return result
  }

  private func show(_ result: CommandResult) throws {
    let stream = shell.streams.output
    let size = TerminalSize.current(of: 1) ?? TerminalSize(columns: stream.width() ?? 80, rows: 24)
    let renderer = ResultRenderer(width: stream.width(), painter: stream.painter)
    let text = writer.text(of: result, .table, renderer: renderer).onTerminal
    try stream.write(ScreenFrame(head(size.columns) + "\n\n" + text, size: size).drawing)
  }

  /// `every 2s · 14:03:22 · stats · Ctrl-C ends`.
  private func head(_ columns: Int) -> TerminalText {
    let time = MomentText.time(shell.environment.now())
    let shown = secrets.hidden(in: command.expanded)
    let words = "every \(ScriptValue.spelling(of: interval)) · \(time) · \(shown) · Ctrl-C ends"
    let line = TerminalText(line: words).plain
    return shell.streams.output.painter.paint("\(DisplayWidth.truncated(line, to: columns - 1))", .dim)
  }
}
