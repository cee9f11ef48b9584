import WhetCore
import WhetTerminal

/// The words before the line: agent, model and place in a stepped session, each only where there is one to tell.
struct PromptText: Sendable, Equatable {
  /// A session that a person steps through.
  struct Place: Sendable, Equatable {
    var session: SessionID
    /// The last step that was done; `nil` before the first.
    var lastStep: PipelineStep?

    var words: String {
      let words = "\(session) \(lastStep?.rawValue ?? 0)/\(PipelineStep.allCases.count)"
      return lastStep.map { "\(words) \($0.name)" } ?? words
    }
  }

  var agent: AgentName?
  /// `nil` for `offline`, which is what there is when nothing else was chosen.
  var model: String?
  var place: Place?

  /// `whet engineer s12 3/7 prompt> `.
  func text(_ painter: Painter) -> TerminalText {
    let parts = ["whet", agent?.rawValue, model, place?.words].compactMap { $0 }
    return painter.paint(TerminalText(line: parts.joined(separator: " ") + ">"), .bold) + " "
  }

  /// Before the further lines of an entry.
  static func continuation(_ painter: Painter) -> TerminalText { painter.paint(" ...>", .dim) + " " }
}
