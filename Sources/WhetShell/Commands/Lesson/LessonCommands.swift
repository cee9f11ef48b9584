import WhetCore
import WhetLearning
import WhetScript
import WhetStore
import WhetTraining

/// The commands on lessons.
enum LessonCommands {
  static let all: [any ShellCommand] = [LessonList(), LessonShow()]
}

/// `lesson list`: what was learned.
struct LessonList: ShellCommand {
  let specification = CommandSpecification(
    path: ["lesson", "list"], summary: "List what agents have learned",
    discussion: "Lessons taken back with the session that taught them are listed with --status retired only.",
    parameters: [
      .option("agent", .agent, "only this agent's"),
      .option("status", .choice(["candidate", "active", "retired", "disabled"]), "only lessons of this status")
        .explaining(LessonRecord.Status.meanings),
    ],
    effect: .reads,
    examples: [.init("lesson list --agent engineer --status active", "lists the lessons in use")],
    shape: .list(LearnedLesson.shape))

  static let table = TableDescription(
    [
      .init("id"), .init("agent"), .init("kind"), .init("status", nil, .state), .init("supports"), .init("helped"),
      .init("harmed"), .init("words"),
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

/// `lesson show`: one lesson with its history.
struct LessonShow: ShellCommand {
  let specification = CommandSpecification(
    path: ["lesson", "show"], summary: "Show a lesson: words, rule, example, evidence, history",
    parameters: [
      .positional("id", .lesson, "its id, a beginning of it, or last"),
      .option("agent", .agent, "whose lesson, where two agents have one of that id"),
    ],
    effect: .reads,
    examples: [.init("lesson show last", "shows the newest lesson")],
    shape: .record(
      "lesson with history",
      LearnedLesson.shape.members + [.init("history", .list(LessonShow.eventShape), "oldest first")]))

  func run(_ call: CommandCall) async throws -> CommandResult {
    let trainer = try await call.trainer()
    let lesson = try trainer.lesson(matching: call.required("id"), agent: call.agentIfGiven())
    let events = try trainer.store.history(ofLesson: lesson.lesson.id, agent: lesson.agent)
    let history = events.map { event in
      JSONValue.record([
        "revision": JSONValue(event.revision), "at": MomentText.json(event.at),
        "status": .string(event.status.rawValue),
        "reason": .string(event.reason), "session": JSONValue(event.session?.rawValue),
        "helped": JSONValue(event.helped), "harmed": JSONValue(event.harmed),
      ])
    }
    guard case .object(let members) = lesson.value else { return CommandResult(lesson.value, as: .nothing) }
    return CommandResult(
      .object(members + [.init("history", .array(history))]), as: .document(document(lesson, history)))
  }

  static let eventShape = ValueShape.record(
    "change of a lesson",
    [
      .init("revision", .integer(from: 1), "counts its changes"), .init("at", .moment, "when"),
      .init("status", .word(LessonRecord.Status.self), "from then on"), .init("reason", .text, "why"),
      .init("session", .id("session").orNull("no session did it"), "which did it"),
      .init("helped", .count, "up to then"), .init("harmed", .count, "up to then"),
    ])

  private static let history = TableDescription(
    [
      .init("at", nil, .moment), .init("status", nil, .state), .init("session"), .init("helped"), .init("harmed"),
      .init("reason"),
    ],
    whenEmpty: "no history")

  private func document(_ learned: LearnedLesson, _ history: [JSONValue]) -> [DocumentBlock] {
    let lesson = learned.lesson
    var blocks: [DocumentBlock] = [
      .heading("lesson \(lesson.id) of \(learned.agent)"), .paragraph(lesson.words),
      .fields([
        ("kind", lesson.kind), ("status", lesson.status.rawValue), ("rule", lesson.rule),
        ("supports", "\(lesson.supports.count): " + lesson.supports.map(\.rawValue).joined(separator: ", ")),
        ("helped", String(learned.helped)), ("harmed", String(learned.harmed)),
      ]),
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
