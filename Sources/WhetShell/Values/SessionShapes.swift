import WhetCore
import WhetEvaluation
import WhetStore

extension SessionDocument {
  /// As `value(of:)`.
  static let shape = ValueShape.record(
    "session with steps",
    SessionRecord.shape.members + [
      .init("choices", .list(choice), "what a person chose, oldest first"),
      .init("takenBack", .list(undone), "steps that were taken back, in that order"),
      .init("steps", .record("steps of a session", steps), "what each step left"),
    ])

  private static let choice = ValueShape.record(
    "choice",
    [
      .init("kind", .word(["strategy", "lesson", "prompt", "response", "model"]), "what was chosen"),
      .init("step", .word(PipelineStep.allCases.map(\.name)), "the step it changes"),
      .init("name", .text.orNull("a text was chosen"), "the strategy or model, or the lesson that is off"),
      .init("holds", .boolean, "whether nothing took its place since"), .init("at", .moment, "when"),
    ])

  private static let undone = ValueShape.record(
    "step taken back",
    [
      .init("step", .word(PipelineStep.allCases.map(\.name)), "which"), .init("reason", .text, "the verb"),
      .init("doneAt", .moment, "when it had been done"), .init("at", .moment, "when it was taken back"),
    ])

  /// In what a person may decide instead of whet.
  private static let chosenBy = ValueShape.Member(
    "chosenBy", .word(["person"]).orNull("nobody decided otherwise than whet"), "who decided")

  private static let steps: [ValueShape.Member] = PipelineStep.allCases.map { step in
    .init(
      step.name, artefactShape(of: step).orNull("the step is not done yet"), "step \(step.rawValue)",
      absentWhen: "other steps were asked for")
  }

  /// What a step leaves.
  static func artefactShape(of step: PipelineStep) -> ValueShape {
    switch step {
    case .input: input
    case .strategy: strategy
    case .prompt:
      .record(
        "prompt step",
        [
          .init("text", .text, "the whole prompt"), .init("lessons", .list(.id("lesson")), "it lists"),
          .init("switchedOff", .list(.id("lesson")), "known, and left out by a person"), chosenBy,
          .init("note", .text.orNull("nobody changed it"), "what the change does"),
        ])
    case .response: response
    case .evaluation: evaluation
    case .adaptation: adaptation
    case .deployment: .record("deployment step", [.init("note", .text, "what was decided")])
    }
  }

  private static let input = ValueShape.record(
    "input step",
    [
      .init("agent", .text, "who answered"), .init("task", .text, "what it was asked"),
      .init("context", .map(.text), "what it knew besides"),
      .init("format", .word(ResponseFormat.self), "the kind of text"),
      .init("language", .text.orNull("it is not known"), "such as python"),
      .init("original", .text, "what it answered"),
      .init("nearDuplicates", .list(.id("correction")), "earlier cases like it"),
      .init("sealed", .boolean, "kept back from learning for the gate"),
    ])

  private static let strategy = ValueShape.record(
    "strategy step",
    [
      .init("strategy", .text, "the one chosen"), .init("reason", .text, "why"),
      .init(
        "options",
        .list(
          .record(
            "strategy option",
            [
              .init("strategy", .text, "its name"), .init("sessions", .count, "measured with it so far"),
              .init("successes", .count, "how many of them improved"),
              .init("draw", .probability, "what it drew from its posterior"),
            ])), "all that were considered"), chosenBy,
    ])

  private static let response = ValueShape.record(
    "response step",
    [
      .init("improver", .text, "what made it: offline, or person"),
      .init("text", .text, "the improved response"),
      .init("changed", .boolean, "whether it is another than the original"),
      .init(
        "applications",
        .list(
          .record(
            "use of a lesson",
            [.init("lesson", .id("lesson"), "which"), .init("count", .integer(from: 1), "how often")])),
        "which lessons did it"),
      .init("notUsable", .list(.id("lesson")), "the prompt lists them, and they were gone by then"),
      .init("note", .text, "what happened"), chosenBy,
    ])

  private static let evaluation = ValueShape.record(
    "evaluation step",
    [
      .init("engine", .text, "what measured, such as offline"),
      .init("before", .score.orNull("not measured"), "overall, of the original"),
      .init("after", .score.orNull("not measured"), "overall, of the improved response"),
      .init("improvement", .points.orNull("not measured on both sides"), "after less before"),
      .init("criteria", .list(criterion), "each on both sides"),
      .init("recall", .boolean, "whether the lessons knew this very correction"),
      .init("note", .text, "what there is to know of it"), chosenBy,
    ])

  /// As one of `rows`.
  static let criterion = ValueShape.record(
    "criterion on both sides",
    [
      .init("criterion", .word(Criterion.self), "which"),
      .init("weight", .number().orNull("it does not count"), "in the overall score"),
      .init("before", .score.orNull("not measured"), "of the original"),
      .init("after", .score.orNull("not measured"), "of the improved response"),
      .init("difference", .points.orNull("not measured on both sides"), "after less before"),
      .init("evidence", .text, "what it was seen from"),
    ])

  private static let adaptation = ValueShape.record(
    "adaptation step",
    [
      .init("note", .text, "what was learned, or why nothing was"),
      .init("added", .list(.id("lesson")), "new ones"), .init("confirmed", .list(.id("lesson")), "seen again"),
      .init("retired", .list(.id("lesson")), "taken out of use"),
      .init("helped", .list(.id("lesson")), "used, and the score rose"),
      .init("harmed", .list(.id("lesson")), "used, and the score fell"),
      .init("recalled", .boolean.orNull("there is no corrected text"), "whether the lessons now make the correction"),
    ])
}
