import WhetCore
import WhetStore
import WhetTraining

extension StepDocument {
  /// What every verb of `step` gives.
  static let shape = ValueShape.record(
    "place in a stepped run",
    [
      .init("session", SessionDocument.shape, "where one stands, with the artefact of the step that is shown"),
      .init("sessions", .count, "how many the run has"),
      .init("next", StepAdvice.shape, "what 'step next' does"),
      .init("done", .list(done), "the steps this verb did"),
      .init("takenBack", .list(.word(steps)), "the steps this verb took back"),
      .init("notes", .list(.text), "what else is worth knowing"),
      .init("run", RunReport.shape.orNull("the run goes on, or was given up"), "the run, where this verb ended it"),
    ])

  static let steps = PipelineStep.allCases.map(\.name)

  private static let done = ValueShape.record(
    "step that was done",
    [.init("session", .id("session"), "of which session"), .init("step", .word(steps), "which")])
}

extension StepAdvice {
  static let shape = ValueShape.record(
    "next move",
    [
      .init("move", .word(["step", "session", "outcome", "nothing"]), "its kind"),
      .init("step", .word(StepDocument.steps).orNull("it is no step"), "the step it does"),
      .init("session", .id("session").orNull("it begins no session"), "the session it begins"),
    ])
}
