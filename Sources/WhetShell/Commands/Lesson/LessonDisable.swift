import WhetCore
import WhetScript
import WhetTraining

/// `lesson disable`: takes lessons out of use.
struct LessonDisable: ShellCommand {
  let specification = CommandSpecification(
    path: ["lesson", "disable"], summary: "Take lessons out of use",
    discussion: """
      Nothing uses a disabled lesson: no training, no deployment, no 'improve' but one with rules that are deployed \
      already. It is learned on, so that it can be enabled as it would be then. Where more corrections make another lesson \
      of it that does the same, that one is disabled too, and the session that brings it says so. 'undo' takes this back.
      """,
    parameters: [
      .positional("id", .lesson, isRepeated: true, "ids, beginnings of them, or last"),
      .option("reason", .text, "why, for the lesson's history"), LessonCommands.agent,
    ],
    effect: .writes,
    examples: [
      .init("lesson disable last --reason 'only for the old service'", "takes the newest lesson out of use")
    ], shape: LessonCommands.decisionShape)

  func run(_ call: CommandCall) async throws -> CommandResult {
    let trainer = try await call.trainer()
    let report = try trainer.disable(call.lessons("id", trainer), reason: call.text("reason"))
    return call.decided(report, "disabled \(report.lessons.named)")
  }
}

/// `lesson enable`: lets lessons be used again.
struct LessonEnable: ShellCommand {
  let specification = CommandSpecification(
    path: ["lesson", "enable"], summary: "Let disabled lessons be used again",
    discussion: """
      A lesson is then what the learner makes of it: in use, or given up where the corrections no longer bear it out. \
      Lessons that were disabled because they do the same are enabled with it, and named. 'undo' takes this back.
      """,
    parameters: [
      .positional("id", .lesson, isRepeated: true, "ids, beginnings of them, or last"),
      .option("reason", .text, "why, for the lesson's history"), LessonCommands.agent,
    ],
    effect: .writes,
    examples: [.init("lesson enable last", "lets the newest lesson be used")], shape: LessonCommands.decisionShape)

  func run(_ call: CommandCall) async throws -> CommandResult {
    let trainer = try await call.trainer()
    let report = try trainer.enable(call.lessons("id", trainer), reason: call.text("reason"))
    return call.decided(report, "enabled \(report.lessons.named)")
  }
}
