import WhetCore
import WhetScript
import WhetStore
import WhetTraining

/// `session compare`: two sessions side by side.
struct SessionComparing: ShellCommand {
  let specification = CommandSpecification(
    path: ["session", "compare"], summary: "Show two sessions side by side, step by step",
    parameters: [
      .positional("left", .session, "the first session's id, or last"),
      .positional("right", .session, "the second session's id, or last"),
    ],
    effect: .reads,
    examples: [.init("session compare s1 last", "compares the first session with the newest")],
    shape: ComparisonDocument.shape)

  func run(_ call: CommandCall) async throws -> CommandResult {
    let trainer = try await call.trainer()
    let left = try trainer.store.session(matching: call.required("left")).id
    let right = try trainer.store.session(matching: call.required("right")).id
    let document = ComparisonDocument(
      try trainer.compare(left, right), leftName: left.rawValue, rightName: right.rawValue)
    return CommandResult(
      document.value, as: .document(document.blocks(heading: "sessions \(left) and \(right)", before: .deployment)))
  }
}
