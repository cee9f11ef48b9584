import WhetCore
import WhetScript
import WhetStore
import WhetTerminal
import WhetTraining

/// `session replay`: a session run again with today's lessons.
struct SessionReplaying: ShellCommand {
  let specification = CommandSpecification(
    path: ["session", "replay"], summary: "Run a session's steps again with today's lessons and show what differs",
    discussion: """
      Nothing is stored and nothing is learned. The strategy is the one of then, and what a person chose is not \
      repeated. Where today's lessons know the session's own correction, the new score is recall and no improvement.
      """,
    parameters: [.positional("id", .session, isRequired: false, defaultText: "last", "its id, or last")],
    effect: .reads,
    examples: [.init("session replay last", "shows what the newest session would be today")],
    shape: ComparisonDocument.replayShape)

  func run(_ call: CommandCall) async throws -> CommandResult {
    let trainer = try await call.trainer()
    let id = try trainer.store.session(matching: call.text("id") ?? "last").id
    let replay = try await trainer.replay(id)
    let document = ComparisonDocument(replay.comparison, leftName: "then", rightName: "now")
    guard case .object(let members) = document.value else { return CommandResult(.null, as: .nothing) }
    let kind = replay.isRecall ? "recall: today's lessons were learned from this very correction" : nil
    let note: [DocumentBlock] = [
      .paragraph("nothing of this was stored" + (kind.map { "; now is \($0)" } ?? ""), style: .dim)
    ]
    return CommandResult(
      .object(members + [.init("recall", .bool(replay.isRecall))]),
      as: .document(document.blocks(heading: "session \(id), then and now", before: .evaluation) + note))
  }
}
