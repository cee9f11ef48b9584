import WhetCore
import WhetScript
import WhetTerminal

/// Shows why a script ended: the error, the line it happened in, and the calls that led there.
struct FailureText: Sendable {
  let shell: Shell

  /// - Parameter isPlaced: whether the place is shown; a single command stands for itself.
  func text(of failure: ScriptFailure, isPlaced: Bool) -> TerminalText {
    var error = failure.error
    let place = failure.source.location(of: failure.span.start)
    guard isPlaced else {
      if error.location == place { error.location = nil }
      return shell.errorText.text(of: error)
    }
    var lines = [excerpt(failure)]
    // A command's error may be about a place in a file it has read; the statement is told then too.
    if error.location != place { lines.insert("  at \(place.description)", at: 0) }
    return shell.errorText.text(of: error, (lines + trail(failure)).joined(separator: "\n"))
  }

  private func excerpt(_ failure: ScriptFailure) -> TerminalText {
    TerminalText(DiagnosticReport(shell: shell).renderer(for: failure.source).excerpt(of: failure.span))
  }

  private func trail(_ failure: ScriptFailure) -> [TerminalText] {
    let calls = failure.calls.map { call -> TerminalText in
      "  in '\(call.function)', called at \(call.location.description)"
    }
    let more = failure.callCount - calls.count
    let included = failure.includedAt.map { place -> TerminalText in "  included at \(place.description)" }
    return calls + (more > 0 ? ["  and \(more) more calls"] : []) + included
  }
}
