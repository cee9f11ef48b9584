public import WhetCore
import WhetEvaluation
import WhetStore

extension Dashboard {
  /// As `value`.
  public static let shape = ValueShape.record(
    "dashboard",
    [
      .init("agent", .text, "whose"), .init("statistics", AgentStatistics.shape, "its numbers"),
      .init("runs", .list(RunPoint.shape), "the newest 100, oldest first"),
      .init("trend", Trend.shape.orNull("fewer than three runs measured held-out cases"), "from run to run"),
      .init("helped", .list(LessonEffect.shape), "lessons that raised a score, best first"),
      .init("harmed", .list(LessonEffect.shape), "lessons that lowered a score, worst first"),
      .init("deployed", .list(StandingDeployment.shape), "what is in force, newest first"),
      .init("next", .list(Suggestion.shape), "what to do next, most urgent first"),
    ])
}

extension RunPoint {
  static let shape = ValueShape.record(
    "point of a run",
    [
      .init("run", .id("run"), "its id"), .init("startedAt", .moment, "when it began"),
      .init("sessions", .count, "how many it has"),
    ] + Estimate.members("heldOut", .points, "held-out improvement")
      + Estimate.members("local", .points, "local improvement") + [
        .init("gate", .word(["deploy", "refuse"]), "the decision"), .init("learner", .boolean, "whether it learned"),
      ])
}

extension Trend {
  static let shape = ValueShape.record(
    "trend",
    [
      .init("runs", .integer(from: minimumRuns), "it is told from"),
      .init("pointsPerRun", .points, "from one run to the next"),
    ])
}

extension LessonEffect {
  static let shape = ValueShape.record(
    "effect of a lesson",
    [
      .init("lesson", .id("lesson"), "its id"),
      .init("status", .word(LessonRecord.Status.self), "whether it is applied"),
      .init("helped", .count, "sessions it raised a score in"),
      .init("harmed", .count, "sessions it lowered a score in"),
      .init("heldOutFixed", .count, "fixed cases it applies to"),
      .init("heldOutBroken", .count, "broken cases it applies to"), .init("words", .text, "as an instruction"),
    ])
}

extension StandingDeployment {
  static let shape = ValueShape.record(
    "deployment in force",
    [
      .init("deployment", .id("deployment"), "its id"), .init("version", .integer(from: 1), "of the agent"),
      .init("tier", .text, "where the file lies"), .init("path", .text, "the definition's file"),
      .init("run", .id("run"), "whose lessons"),
      .init("kind", .word(DeploymentDraft.Kind.self), "on whose word"), .init("at", .moment, "when"),
    ])
}

extension Suggestion {
  static let shape = ValueShape.record(
    "suggestion",
    [
      .init("kind", .word(Kind.self), "its name for scripts"), .init("command", .text, "what does it"),
      .init("reason", .text, "why, in the agent's numbers"),
    ])
}
