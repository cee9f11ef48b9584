import WhetCore
import WhetScript
import WhetStore
import WhetTraining

/// `step edit`: the prompt or the response in the user's editor.
struct StepEdit: ShellCommand {
  let specification = CommandSpecification(
    path: ["step", "edit"], summary: "Change the prompt or the response in your editor",
    discussion: """
      Opens $VISUAL or $EDITOR. A lesson's line deleted from the prompt switches the lesson off; any other change of the \
      prompt is kept and has no offline effect. What stands in fences was written by others and stays as it is. A \
      response you change is recorded as a person's. A text that is only spaced otherwise is unchanged, \
      and so is one left empty. What you saved and is refused stays in its file, which is named.
      """,
    parameters: [
      .positional(
        "step", .choice(["prompt", "response"]), isRequired: false, defaultText: "the step where you stand", "what"
      ).explaining(PipelineStep.meanings)
    ] + StepCommands.parameters,
    effect: .writes, startsProcesses: true,
    examples: [
      .init("step edit", "opens what can be edited here"), .init("step edit prompt", "opens the prompt"),
    ], shape: StepDocument.shape)

  func run(_ call: CommandCall) async throws -> CommandResult {
    let trainer = try await call.trainer()
    let (agent, session) = try call.stepped(trainer)
    let place = try trainer.steppingPlace(agent: agent, session: session)
    let step = try step(call, place)
    let report = try trainer.sessionReport(place.session.id)
    guard let text = step == .prompt ? report.prompt : report.improved else {
      throw WhetError(
        .stepNotHere, "session '\(place.session.id)' has no \(step.name) yet",
        advice: "'step next' until it stands at '\(step.name)'")
    }
    let editor = ExternalEditor(shell: call.shell)
    return try await editor.edit(text, limit: CorrectionDraft.maximumTextBytes) { outcome in
      guard case .saved(let edited) = outcome, !Self.isSame(edited, text) else {
        var unchanged = SteppingReport(place)
        unchanged.notes = ["\(Self.reason(outcome)): the \(step.name) is as it was"]
        return try StepDocument(unchanged, trainer).result
      }
      let choice: StepChoice = step == .prompt ? .prompt(edited) : .response(Self.ending(edited, as: text))
      return try await call.stepping { trainer, _, observer in
        try await trainer.choose(choice, session: place.session.id, observer: observer)
      }
    }
  }

  /// Why nothing changes.
  private static func reason(_ outcome: ExternalEditor.Outcome) -> String {
    switch outcome {
    case .saved: "nothing changed"
    case .empty: "the file was left empty"
    case .failed: "the editor failed"
    }
  }

  private func step(_ call: CommandCall, _ place: SteppingPlace) throws -> PipelineStep {
    if let step = try call.text("step").flatMap(PipelineStep.init(name:)) { return step }
    if let last = place.session.lastStep, last == .prompt || last == .response { return last }
    throw WhetError(
      .stepNotHere, "there is nothing to edit at step '\(place.session.lastStep?.name ?? "none")'",
      advice: "name it: 'step edit prompt' or 'step edit response'")
  }

  /// Whether two texts differ only in blanks at the ends of lines and of the text; blanks at a line's start may mean
  /// something.
  static func isSame(_ left: String, _ right: String) -> Bool {
    func lines(_ text: String) -> [Substring] {
      var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(trimmed)
      while lines.last?.isEmpty == true { lines.removeLast() }
      return lines
    }
    return lines(left) == lines(right)
  }

  private static func trimmed(_ line: Substring) -> Substring {
    var line = line
    while line.last?.isWhitespace == true { line.removeLast() }
    return line
  }

  /// The line end that the editor took or gave, as the text before had it.
  static func ending(_ text: String, as original: String) -> String {
    let body = String(text.reversed().drop { $0.isNewline }.reversed())
    return body + original.reversed().prefix { $0.isNewline }.reversed().map(String.init).joined()
  }
}
