import WhetCore
import WhetEvaluation
import WhetLearning
import WhetStore
import WhetTraining

/// A session as people read it: a heading for each step and what the step left.
struct SessionDocument {
  let report: SessionReport
  var artefacts: SessionArtefacts { report.artefacts }

  init(_ report: SessionReport) {
    self.report = report
  }

  /// The head and the steps asked for; a step that is not committed yet says so.
  func blocks(for steps: [PipelineStep]) -> [DocumentBlock] {
    let session = report.session
    let head: [DocumentBlock] = [
      .heading(
        "session \(session.id) · run \(session.run) · \(session.correction.map { "correction \($0)" } ?? "response")"),
      .fields(
        [
          ("state", session.state.rawValue),
          ("improvement", "\(NumberText.points(session.improvement)) points on its own case"),
        ] + person),
    ]
    return head + steps.flatMap { step in [.heading("\(step.rawValue) \(step.name)")] + parts(of: step) }
  }

  /// What a person chose, and what was taken back.
  private var person: [(name: String, value: String)] {
    let chosen = report.choices.filter(\.isInForce).map { choice in
      choice.kind == "lesson"
        ? "lesson \(choice.name ?? "") off" : [choice.kind, choice.name].compactMap(\.self).joined(separator: " ")
    }
    let undone = report.undone.map { "\($0.step.step.rawValue) \($0.step.step.name) (\($0.reason))" }
    return [("chosen", chosen), ("taken back", undone)].filter { !$0.1.isEmpty }
      .map { (name: $0.0, value: $0.1.joined(separator: ", ")) }
  }

  /// What one step left, without its heading.
  func parts(of step: PipelineStep) -> [DocumentBlock] { blocks(for: step) ?? Self.missing }

  private static let missing: [DocumentBlock] = [.paragraph("  not there yet")]

  private func blocks(for step: PipelineStep) -> [DocumentBlock]? {
    switch step {
    case .input: artefacts.input.map(input)
    case .strategy: artefacts.strategy.map(strategy)
    case .prompt: artefacts.prompt.map(prompt)
    case .response: artefacts.response.map(response)
    case .evaluation: artefacts.evaluation.map(evaluation)
    case .adaptation: artefacts.adaptation.map(adaptation)
    case .deployment: artefacts.deployment.map { [.paragraph("  " + $0.note)] }
    }
  }

  private func input(_ artefact: InputArtefact) -> [DocumentBlock] {
    let duplicates = artefact.nearDuplicates.map(\.rawValue).joined(separator: ", ")
    var fields = [
      ("agent", artefact.agent.rawValue), ("task", artefact.task),
      ("kind", [artefact.format.rawValue, artefact.language].compactMap { $0 }.joined(separator: ", ")),
    ]
    fields += artefact.context.sorted { $0.key < $1.key }.map { ("context \($0.key)", $0.value) }
    if !duplicates.isEmpty { fields.append(("near-duplicates", duplicates)) }
    if artefact.isSealed { fields.append(("sealed", "kept back from learning for the gate")) }
    return [.fields(fields.map { (name: $0.0, value: $0.1) }), .verbatim(report.original ?? "")]
  }

  private func strategy(_ artefact: StrategyArtefact) -> [DocumentBlock] {
    let options = artefact.options.map { option in
      "\(option.strategy): \(option.successes) of \(option.sessions) improved, "
        + "drew \(NumberText.probability(option.draw))"
    }
    return [
      .fields([
        ("chosen", artefact.strategy), ("reason", artefact.reason), ("options", options.joined(separator: "\n")),
      ])
    ]
  }

  private func prompt(_ artefact: PromptArtefact) -> [DocumentBlock] {
    let lessons = artefact.lessons.map(\.rawValue).joined(separator: ", ")
    var fields = [(name: "lessons", value: lessons.isEmpty ? "none" : lessons)]
    if let off = artefact.switchedOff { fields.append(("off", off.map(\.rawValue).joined(separator: ", "))) }
    if let note = artefact.note { fields.append(("note", note)) }
    return [.fields(fields), .verbatim(report.prompt ?? "")]
  }

  private func response(_ artefact: ResponseArtefact) -> [DocumentBlock] {
    let used = artefact.applications.map { "\($0.lesson) (\($0.count) ×)" }.joined(separator: ", ")
    return [
      .fields([("improver", artefact.improver), ("lessons", used.isEmpty ? "none" : used), ("note", artefact.note)]),
      .difference(
        old: report.original ?? "", new: report.improved ?? "", oldName: "original", newName: "improved"),
    ]
  }

  private func evaluation(_ artefact: EvaluationArtefact) -> [DocumentBlock] {
    let overall: [JSONValue] = [
      .record([
        "criterion": "overall", "weight": .null, "before": JSONValue(artefact.paired.overallBefore),
        "after": JSONValue(artefact.paired.overallAfter), "difference": JSONValue(artefact.paired.improvement),
        "evidence": "weighted mean over what was measured on both sides",
      ])
    ]
    return [
      .table(Self.criteria, rows: Self.rows(artefact.paired) + overall),
      .paragraph("  \(artefact.note)"),
    ]
  }

  private func adaptation(_ artefact: AdaptationArtefact) -> [DocumentBlock] {
    let lists = [
      ("added", artefact.report.added), ("confirmed", artefact.report.confirmed), ("retired", artefact.report.retired),
      ("helped", artefact.helped), ("harmed", artefact.harmed),
    ].filter { !$0.1.isEmpty }.map { (name: $0.0, value: $0.1.map(\.rawValue).joined(separator: ", ")) }
    let recall = artefact.isRecalled.map {
      $0 ? "the lessons now make the correction of it" : "not the correction itself yet"
    }
    return [.fields([("note", artefact.note)] + lists + (recall.map { [("recall", $0)] } ?? []))]
  }
}
