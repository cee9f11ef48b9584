import WhetCore
import WhetLearning
import WhetScript
import WhetStore
import WhetTraining

/// `lesson explain`: why a lesson is there, or what a correction taught.
struct LessonExplain: ShellCommand {
  let specification = CommandSpecification(
    path: ["lesson", "explain"], summary: "Explain a lesson, or what was learned from a correction",
    discussion: """
      Of a lesson: its rule in one line, its words, an example, the corrections that speak for it and against it, where it \
      applies, how often it helped and harmed, and who decided what. Of a correction: each change that was made in it, with \
      the lesson that makes it now or the reason why none does, and the lessons it contradicts: of two corrections that \
      contradict each other the newer counts. 'last' is the newest lesson.
      """,
    parameters: [
      .positional("id", .lessonOrCorrection, "the id of either, a beginning of it, or last"),
      .option("agent", .agent, "whose lesson, where two agents have one of that id"),
    ],
    effect: .reads,
    examples: [
      .init("lesson explain last", "explains the newest lesson"),
      .init("lesson explain n1", "tells what was learned from the correction n1"),
    ],
    shape: .either([
      .init(when: "for a lesson", LessonExplanation.shape),
      .init(when: "for a correction", CorrectionExplanation.shape),
    ]))

  func run(_ call: CommandCall) async throws -> CommandResult {
    let trainer = try await call.trainer()
    if let learned = try Self.lesson(call, trainer) {
      let explanation = try trainer.explanation(of: learned)
      return CommandResult(explanation.value, as: .document(explanation.document))
    }
    let correction = try trainer.store.correction(matching: call.required("id"))
    let explanation = try await trainer.explanation(of: correction)
    return CommandResult(explanation.value, as: .document(explanation.document))
  }

  /// The lesson that is meant; `nil` where the id is that of a correction, or of nothing.
  private static func lesson(_ call: CommandCall, _ trainer: AgentTrainer) throws -> LearnedLesson? {
    let id = try call.required("id")
    do {
      let learned = try call.lesson("id", trainer)
      // A correction whose whole id it is goes before a lesson whose id begins so.
      let isExact = learned.lesson.id.rawValue == id || id == "last"
      return isExact || (try? trainer.store.correction(CorrectionID(id))) == nil ? learned : nil
    } catch let error as WhetError where error.code == .notFound || error.code == .ambiguous {
      guard (try? trainer.store.correction(matching: id)) != nil, id != "last" else { throw Self.unknown(error, id) }
      return nil
    }
  }

  private static func unknown(_ error: WhetError, _ id: String) -> WhetError {
    guard error.code == .notFound else { return error }
    return WhetError(
      .notFound, "there is no lesson and no correction '\(id.prefix(60))'",
      advice: "see 'lesson list' and 'correction list'")
  }
}
