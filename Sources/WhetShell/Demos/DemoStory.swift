import WhetCore
import WhetEvaluation
import WhetLearning
import WhetStore
import WhetTerminal
import WhetTraining

/// The words around what a demo shows, for someone who sees whet for the first time.
enum DemoStory {
  static func beginning(_ demo: DemoFolder, _ corrections: [Correction]) -> [DocumentBlock] {
    let accepted = corrections.count(where: \.isAccepted)
    let verified = corrections.count { $0.verifier != nil }
    return [
      .heading(demo.title),
      .paragraph(
        """
        An agent answered, somebody corrected the answers. \(corrections.count) such corrections are imported into a \
        store of their own: \(corrections.count - accepted) where something was wrong and \
        \(NumberText.count(accepted, "answer")) right as they were, which must stay so. \(verified) of them have a \
        verifier, a program that decides whether an answer works; it runs in a sandbox.
        """),
    ]
  }

  static func training(_ report: RunReport, _ outcome: RunOutcome) -> [DocumentBlock] {
    [
      .heading("Training"),
      .paragraph(
        """
        Each correction became a session of seven steps. A session improves the answer with what was known before its \
        correction, measures both, and only then learns from what the person wrote. The first correction of a kind \
        cannot help itself; the later ones show what was learned from the earlier.
        """),
      .fields([
        ("run", "\(report.run.id)"),
        (
          "sessions",
          "\(outcome.local.sessions), \(outcome.local.measured) measured, \(outcome.local.successes) improved"
        ),
        (
          "local improvement",
          "\(NumberText.points(outcome.local.mean)) points in the mean, measured \(outcome.heldOut.engine)"
        ),
        ("lessons", "\(outcome.lessonCount)"),
      ]),
    ]
  }

  /// One session, a sentence before each step.
  static func session(_ report: SessionReport) -> [DocumentBlock] {
    let document = SessionDocument(report)
    let head: [DocumentBlock] = [
      .heading("One session, step by step"),
      .paragraph("Session \(report.session.id) trained \(report.session.correction?.rawValue ?? "a response")."),
    ]
    return head
      + PipelineStep.allCases.flatMap { step -> [DocumentBlock] in
        [.heading("\(step.rawValue) \(step.name)"), .paragraph(lesson(for: step), style: .dim)]
          + document.parts(of: step).map(shortened)
      }
  }

  static func evidence(_ outcome: RunOutcome) -> [DocumentBlock] {
    let heldOut = outcome.heldOut
    let stillFailing = heldOut.outcomes.filter { $0.passedAfter == false }.map(\.caseID.rawValue)
    return [
      .heading("Does it help on cases it has not seen?"),
      .paragraph(
        """
        Every case is scored again by lessons learned without it and without its near-duplicates. This is the figure \
        that counts: it says what the agent's next answers gain.
        """),
      .fields(
        [(name: "held-out", value: RunDocument.heldOut(heldOut))] + RunDocument.changed(heldOut) + [
          (name: "still failing", value: stillFailing.isEmpty ? "none" : stillFailing.joined(separator: ", "))
        ]),
      .heading("The gate \(outcome.decision.verdict == .deploy ? "deploys" : "refuses")"),
      .paragraph(GateExplain.reading(outcome.decision)), .fields(GateExplain.numbers(outcome.decision)),
    ] + outcome.decision.reasons.map { .paragraph($0) }
  }

  /// An accepted answer that a lesson changed in its session.
  static func touched(_ id: CorrectionID, in session: SessionID) -> [DocumentBlock] {
    [.paragraph("\(id) was right as it was, and a lesson changed it in session \(session).", style: .red)]
  }

  static func deployment(_ report: DeploymentReport) -> [DocumentBlock] {
    [
      .heading("Deployment"),
      .paragraph(
        """
        The lessons go into the managed section of the agent's definition, which any model reads, and as rules into a \
        file beside it, which 'improve' applies. Everything outside the section stays byte for byte.
        """),
      .fields([("definition", report.record.definitionPath), ("rules", report.record.rulesPath)]),
      .difference(
        old: report.definitionBefore ?? "", new: report.definitionAfter ?? "", oldName: "before", newName: "after"),
    ]
  }

  static func newResponse(_ name: String, _ text: String, _ improved: ImprovedResponse) -> [DocumentBlock] {
    [
      .heading("A new answer"),
      .paragraph("'improve' applies the deployed rules to \(name), an answer nobody has corrected."),
      .difference(old: text, new: improved.improvement.text, oldName: name, newName: "improved"),
      .paragraph(Improve.summary(of: improved)),
    ]
  }

  static func rollback(bytes: Int, isRestored: Bool) -> [DocumentBlock] {
    [
      .heading("Rollback"),
      .paragraph(
        isRestored
          ? "The deployment was taken back; all \(bytes) bytes of the definition are what they were."
          : "The deployment was taken back, but the definition is not what it was.", style: isRestored ? .green : .red),
    ]
  }

  static func ending(_ figures: DemoFigures) -> [DocumentBlock] {
    guard figures.failures.isEmpty else { return [] }
    return [
      .heading("The demo holds"),
      .paragraph(
        """
        \(figures.fixed.count) of \(figures.failing) failing held-out cases were fixed, none was broken, and no \
        held-out answer that was right changed (\(NumberText.plain((figures.seconds * 10).rounded() / 10)) s). Try it on your own: \
        'correction import FILE', 'train AGENT', 'deploy AGENT'.
        """),
    ]
  }

  private static func lesson(for step: PipelineStep) -> String {
    switch step {
    case .input: "What came in: checked, secrets replaced, near-duplicates found so that they never judge each other."
    case .strategy: "How it is trained: a strategy is drawn by how often each has improved answers so far."
    case .prompt: "What an improver is told: instructions, the lessons learned so far, the task, the answer."
    case .response: "What the improver made of it, with the lessons that changed something."
    case .evaluation: "Both answers, measured by the same means; n/a where nothing measures."
    case .adaptation: "Now the correction is opened and learned from."
    case .deployment: "Whether anything goes out is decided for the whole run, by the gate."
    }
  }

  /// Long texts cut to what fits a screen; 'session show' has them whole.
  private static func shortened(_ block: DocumentBlock) -> DocumentBlock {
    guard case .verbatim(let text) = block else { return block }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > 30 else { return block }
    return .verbatim(lines.prefix(24).joined(separator: "\n") + "\n[... \(lines.count - 24) more lines]")
  }
}
