import WhetCore
import WhetLearning
import WhetScript
import WhetStore
import WhetTraining

/// `lesson show`: one lesson with its history.
struct LessonShow: ShellCommand {
  let specification = CommandSpecification(
    path: ["lesson", "show"], summary: "Show a lesson: words, rule, example, evidence, history",
    parameters: [
      .positional("id", .lesson, "its id, a beginning of it, or last"), LessonCommands.agent,
    ],
    effect: .reads,
    examples: [.init("lesson show last", "shows the newest lesson")],
    shape: .record(
      "lesson with history",
      LearnedLesson.shape.members + [.init("history", .list(LessonEvent.shape), "oldest first")]))

  func run(_ call: CommandCall) async throws -> CommandResult {
    let trainer = try await call.trainer()
    let lesson = try call.lesson("id", trainer)
    let events = try trainer.store.history(ofLesson: lesson.lesson.id, agent: lesson.agent)
    let history = events.map(\.value)
    guard case .object(let members) = lesson.value else { return CommandResult(lesson.value, as: .nothing) }
    return CommandResult(
      .object(members + [.init("history", .array(history))]), as: .document(document(lesson, history)))
  }

  static let history = TableDescription(
    [
      .init("at", nil, .moment), .init("status", nil, .state), .init("session"), .init("helped"), .init("harmed"),
      .init("reason"),
    ],
    whenEmpty: "no history")

  private func document(_ learned: LearnedLesson, _ history: [JSONValue]) -> [DocumentBlock] {
    let lesson = learned.lesson
    var blocks: [DocumentBlock] = [
      .heading("lesson \(lesson.id) of \(learned.agent)"), .paragraph(lesson.words),
      .fields(
        [
          ("kind", lesson.kind), ("status", lesson.status.rawValue), ("rule", lesson.rule),
          ("supports", "\(lesson.supports.count): " + lesson.supports.map(\.rawValue).joined(separator: ", ")),
          ("helped", String(learned.helped)), ("harmed", String(learned.harmed)),
        ] + learned.decidedFields),
    ]
    if let example = lesson.example {
      blocks += [
        .heading("example"),
        .difference(old: example.before + "\n", new: example.after + "\n", oldName: "before", newName: "after"),
      ]
    }
    return blocks + [.heading("history"), .table(Self.history, rows: history)]
  }
}
