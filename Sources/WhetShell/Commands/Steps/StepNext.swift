import WhetCore
import WhetScript
import WhetStore
import WhetTraining

/// `step next`: does the next step.
struct StepNext: ShellCommand {
  let specification = CommandSpecification(
    path: ["step", "next"], summary: "Do the next step of the session and show what it left",
    discussion: """
      Behind a session's last step it begins the next session. Behind the last session it ends the run: every case is \
      scored by lessons learned without it, and the gate decides. That is a move of its own, which --count never makes \
      by the way, because nothing is taken back after it.
      """,
    parameters: [.option("count", .integer, defaultText: "1", "how many steps")] + StepCommands.parameters,
    effect: .writes,
    examples: [
      .init("step next", "does one step"), .init("step next --count 3", "does three"),
    ], shape: StepDocument.shape)

  func run(_ call: CommandCall) async throws -> CommandResult {
    let count = call.integer("count") ?? 1
    guard (1...1000).contains(count) else { throw WhetError(.usage, "--count is 1 to 1000", exitCode: .usage) }
    return try await call.stepping { trainer, stepped, observer in
      try await trainer.step(agent: stepped.agent, session: stepped.session, count: count, observer: observer)
    }
  }
}
