import WhetCore
import WhetScript
import WhetStore
import WhetTraining

/// `correction export`: corrections as the file they could be imported from.
struct CorrectionExport: ShellCommand {
  let specification = CommandSpecification(
    path: ["correction", "export"], summary: "Write corrections as JSON lines",
    discussion: "Importing the lines into the store they came from changes nothing.",
    parameters: [.option("agent", .agent, "only this agent's")],
    effect: .reads,
    examples: [
      .init("correction export --agent engineer > corrections.jsonl", "writes an agent's corrections to a file")
    ], shape: .list(Correction.exportShape))

  func run(_ call: CommandCall) async throws -> CommandResult {
    let corrections = try await call.trainer().store.corrections(agent: call.agentIfGiven())
    let value = JSONValue.array(corrections.map(\.exportValue))
    return CommandResult(value, as: .exact(ResultRenderer.jsonLines(of: value)))
  }
}
