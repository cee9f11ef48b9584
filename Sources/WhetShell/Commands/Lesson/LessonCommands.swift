import WhetCore
import WhetLearning
import WhetScript
import WhetTraining

/// The commands on lessons.
enum LessonCommands {
  static let all: [any ShellCommand] = [
    LessonList(), LessonShow(), LessonExplain(), LessonDisable(), LessonEnable(), LessonEdit(), LessonMerge(),
  ]

  /// What every command on single lessons takes besides their ids.
  static let agent = Parameter.option("agent", .agent, "whose lesson, where two agents have one of that id")

  /// What a decision gives.
  static let decisionShape = ValueShape.record(
    "decision on lessons",
    [
      .init("changed", .boolean, "whether anything is other than before"),
      .init("lessons", .list(LearnedLesson.shape), "as they are now"),
      .init("notes", .list(.text), "what there is to know besides"),
    ])
}

extension CommandCall {
  /// The lessons of a repeated argument; all are looked up before anything changes, so a slip in the third changes none.
  func lessons(_ name: String, _ trainer: AgentTrainer) throws -> [LearnedLesson] {
    try bound.values(name).map { try trainer.lesson(matching: text(of: $0), agent: agentIfNamed()) }
  }

  func lesson(_ name: String, _ trainer: AgentTrainer) throws -> LearnedLesson {
    try trainer.lesson(matching: required(name), agent: agentIfNamed())
  }

  /// The result of a decision, and what goes with it on standard error.
  ///
  /// - Parameter done: what was done, said where anything changed.
  func decided(_ report: DecisionReport, _ done: String) -> CommandResult {
    for sentence in report.notes { note(sentence) }
    if report.isChanged, let agent = report.lessons.first?.agent {
      note("it counts from now on; what is deployed stays until 'deploy \(agent)'")
    }
    return CommandResult(
      .record([
        "changed": .bool(report.isChanged), "lessons": .array(report.lessons.map(\.value)),
        "notes": .array(report.notes.map { .string($0) }),
      ]), as: .text(report.isChanged ? done : "nothing changes: that is so already"))
  }

  /// A lesson's id says whose it is, so the agent chosen with `agent use` is not meant.
  private func agentIfNamed() throws(WhetError) -> AgentName? {
    guard let text = try text("agent") else { return nil }
    return try AgentName(text)
  }
}

extension [LearnedLesson] {
  /// `lesson l1`, `lessons l1, l2`.
  var named: String { "lesson\(count == 1 ? "" : "s") " + map(\.lesson.id.rawValue).joined(separator: ", ") }
}
