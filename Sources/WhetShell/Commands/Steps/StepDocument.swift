import WhetCore
import WhetStore
import WhetTerminal
import WhetTraining

/// Where a person stands in a stepped run: what happened, the artefact, and what can be done next.
struct StepDocument {
  let report: SteppingReport
  private let session: SessionDocument
  /// The step whose artefact is shown.
  private let step: PipelineStep?

  /// - Parameter step: the step to show; the session's last one unless told.
  init(_ report: SteppingReport, _ trainer: AgentTrainer, showing step: PipelineStep? = nil) throws {
    self.report = report
    session = SessionDocument(try trainer.sessionReport(report.place.session.id))
    self.step = step ?? report.place.session.lastStep
  }

  var result: CommandResult { CommandResult(value, as: .document(blocks)) }

  private var place: SteppingPlace { report.place }

  private var blocks: [DocumentBlock] {
    var blocks: [DocumentBlock] = [.heading(heading)]
    let fields = events
    if !fields.isEmpty { blocks.append(.fields(fields)) }
    blocks += report.notes.map { .paragraph("- \($0)") }
    if let finished = report.finished { return blocks + RunDocument.summary(finished) }
    if place.next == .nothing { return blocks + [.paragraph(StepAdvice.ended(place), style: .dim)] }
    if let step { blocks += [.heading("\(step.rawValue) \(step.name)")] + session.parts(of: step) }
    return blocks + [.paragraph(StepAdvice.next(place), style: .dim)]
  }

  /// `session s12 · run r3 · correction e07 · 3 of 7 steps · session 2 of 5`.
  private var heading: String {
    let subject = place.session.correction.map { "correction \($0)" } ?? "response"
    let count = place.session.lastStep?.rawValue ?? 0
    let position = place.sessions > 1 ? " · session \(place.session.position) of \(place.sessions)" : ""
    let state = place.session.state == .aborted ? " · aborted" : ""
    return "session \(place.session.id) · run \(place.run.id) · \(subject) · \(count) of 7 steps\(position)\(state)"
  }

  /// What was taken back and what was done, where that is not just the step that is shown.
  private var events: [(name: String, value: String)] {
    var fields: [(name: String, value: String)] = []
    if !report.takenBack.isEmpty {
      fields.append(("taken back", report.takenBack.map { "\($0.rawValue) \($0.name)" }.joined(separator: ", ")))
    }
    if report.done.count > 1 || !report.takenBack.isEmpty && !report.done.isEmpty {
      let isOneSession = Set(report.done.map(\.session)).count == 1
      let done = report.done.map { done in
        (isOneSession ? "" : "\(done.session): ") + "\(done.step.rawValue) \(done.step.name)"
      }
      fields.append((report.takenBack.isEmpty ? "done" : "done again", done.joined(separator: ", ")))
    }
    return fields
  }

  // MARK: Value

  private var value: JSONValue {
    guard case .object(let members) = session.value(of: step.map { [$0] } ?? []) else { return .null }
    return .object([
      .init("session", .object(members)), .init("sessions", JSONValue(place.sessions)),
      .init("next", StepAdvice.value(place.next)),
      .init("done", .array(report.done.map(Self.value))),
      .init("takenBack", .array(report.takenBack.map { .string($0.name) })),
      .init("notes", .array(report.notes.map { .string($0) })), .init("run", report.finished?.value ?? .null),
    ])
  }

  private static func value(_ done: SteppingReport.Done) -> JSONValue {
    .record(["session": .string(done.session.rawValue), "step": .string(done.step.name)])
  }
}
