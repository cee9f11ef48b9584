import WhetCore
import WhetLearning
import WhetScript
import WhetTraining

/// `lesson merge`: one instruction for several lessons.
struct LessonMerge: ShellCommand {
  let specification = CommandSpecification(
    path: ["lesson", "merge"], summary: "Let one lesson's words stand for others too",
    discussion: """
      In the agent's definition the first lesson stands for all, with the examples of all. Without --words it says its own \
      words and the others' after them. All rules go on working, each as it was learned. 'lesson edit ID --reset' lets a \
      lesson stand for itself again, 'undo' takes the whole merge back.
      """,
    parameters: [
      .positional("first", .lesson, "the lesson that stands for all: its id, a beginning of it, or last"),
      .positional("id", .lesson, isRepeated: true, "the lessons to be said by it"),
      .option("words", .text, "what it says from now on"), LessonCommands.agent,
    ],
    effect: .writes,
    examples: [
      .init(
        "lesson merge l4442e9924e l60bcb06c34 --words 'Name the version and say how it was tested.'",
        "says two lessons in one")
    ], shape: LessonCommands.decisionShape)

  func run(_ call: CommandCall) async throws -> CommandResult {
    let trainer = try await call.trainer()
    let first = try call.lesson("first", trainer)
    let others = try call.lessons("id", trainer)
    let report = try trainer.merge(first, with: others, words: call.text("words"))
    return call.decided(
      report, "\(first.lesson.id) stands for \(others.named) in the definition; every rule goes on working")
  }
}
