public import WhetCore
import WhetTerminal

/// Turns any error into lines for standard error; the one place that does.
struct ErrorText: Sendable {
  var painter: Painter
  /// How many of an error's further faults are shown.
  var limit = 20

  /// `whet: place: message [code]` with the advice below it, for the error and what was found with it.
  ///
  /// - Parameter detail: prepared lines that stand between the first error's message and its advice.
  func text(of error: WhetError, _ detail: TerminalText = "") -> TerminalText {
    let shown = [one(error, detail)] + error.others.prefix(limit - 1).map { one($0) }
    let more = error.others.count + 1 - shown.count
    return (shown + (more > 0 ? ["whet: and \(more) more"] : [])).map(\.ended).joined()
  }

  /// Something worth knowing that is no fault.
  func note(_ message: TerminalText) -> TerminalText { painter.paint("note: ", .cyan) + message + "\n" }

  /// A fault that keeps nothing from going on.
  func warning(_ message: TerminalText) -> TerminalText { painter.paint("warning: ", .yellow) + message + "\n" }

  private func one(_ error: WhetError, _ detail: TerminalText = "") -> TerminalText {
    let place = error.location.map { "\($0): " } ?? ""
    let head = painter.paint("whet: ", [.bold, .red]) + TerminalText(place + error.message)
    let code = " " + painter.paint("[\(error.code.rawValue)]", .dim)
    let advice = error.advice.map { TerminalText($0).rows.filter { !$0.isEmpty }.map { "\n  " + $0 }.joined() }
    return head + code + (detail.isEmpty ? detail : "\n" + detail) + (advice ?? "")
  }
}

extension Streams {
  /// Writes an error that keeps the program from starting.
  public func fail(_ error: WhetError) {
    // Without standard error there is nowhere left to say so.
    try? errors.write(ErrorText(painter: errors.painter).text(of: error))
  }
}

extension WhetError {
  /// Any error as one that has a code, a message and an exit status.
  static func wrapping(_ error: any Error) -> WhetError {
    switch error {
    case let error as WhetError: error
    case is CancellationError: .cancelled
    default: WhetError(.unexpected, "\(error)", advice: "this is a defect of whet if you can repeat it")
    }
  }
}

extension WhetError.Code {
  /// An error that no part of whet names.
  static let unexpected = Self(rawValue: "unexpected")
}
