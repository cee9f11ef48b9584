import WhetCore
import WhetLearning
import WhetScript
import WhetTraining

/// `lesson edit`: says a lesson in other words.
struct LessonEdit: ShellCommand {
  let specification = CommandSpecification(
    path: ["lesson", "edit"], summary: "Say a lesson in your own words",
    discussion: """
      The words go into the agent's definition and into training prompts, where models read them; the rule that whet \
      itself applies stays as it was learned. Your words hold when the lesson is learned further. --reset brings the \
      learner's words back and lets a merged lesson stand for itself. 'undo' takes either back.
      """,
    parameters: [
      .positional("id", .lesson, "its id, a beginning of it, or last"),
      .option("words", .text, "the instruction, on one line; @FILE reads a file"),
      .flag("reset", "the learner's words, and by itself"), LessonCommands.agent,
    ],
    effect: .writes,
    examples: [
      .init("lesson edit last --words 'Compare with None by identity.'", "gives the newest lesson your words"),
      .init("lesson edit last --reset", "brings the learner's words back"),
    ], shape: LessonCommands.decisionShape)

  func run(_ call: CommandCall) async throws -> CommandResult {
    let trainer = try await call.trainer()
    let lesson = try call.lesson("id", trainer)
    let words = try call.text("words")
    guard (words != nil) != call.flag("reset") else {
      throw WhetError(.usage, "'lesson edit' needs either --words or --reset", exitCode: .usage)
    }
    guard let words else {
      return call.decided(try trainer.reset(lesson), "lesson \(lesson.lesson.id) has the learner's words again")
    }
    return call.decided(try trainer.word(lesson, words), "lesson \(lesson.lesson.id) has your words; its rule stays")
  }
}
