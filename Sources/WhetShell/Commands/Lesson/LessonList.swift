import WhetCore
import WhetLearning
import WhetScript
import WhetStore
import WhetTraining

/// `lesson list`: what was learned.
struct LessonList: ShellCommand {
  let specification = CommandSpecification(
    path: ["lesson", "list"], summary: "List what agents have learned",
    discussion: """
      Lessons taken back with the session that taught them are listed with --status retired only. What a person decided of \
      a lesson, with 'lesson disable', 'lesson edit' or 'lesson merge', holds whatever is learned later.
      """,
    parameters: [
      .option("agent", .agent, "only this agent's"),
      .option("status", .choice(["candidate", "active", "retired", "disabled"]), "only lessons of this status")
        .explaining(LessonRecord.Status.meanings),
    ],
    effect: .reads,
    examples: [
      .init("lesson list --agent engineer --status active", "lists the lessons in use"),
      .init("lesson list --status retired", "lists what was given up, with the corrections that speak against it"),
    ],
    shape: .list(LearnedLesson.shape))

  static let table = TableDescription(
    [
      .init("id"), .init("agent"), .init("kind"), .init("status", nil, .state), .init("supports"), .init("helped"),
      .init("harmed"), .init("against"), .init("words"),
    ],
    whenEmpty: "no lessons; they are learned by 'train AGENT'")

  func run(_ call: CommandCall) async throws -> CommandResult {
    let lessons = try await call.trainer().lessons(of: call.agentIfGiven())
    let status = try call.text("status")
    let listed = lessons.filter { lesson in
      status.map { $0 == lesson.lesson.status.rawValue } ?? !lesson.isTakenBack
    }
    return .list(listed.map(\.value), Self.table)
  }
}
