import WhetCore
import WhetEvaluation
import WhetLearning
import WhetStore
import WhetTraining

extension SessionDocument {
  static let criteria = TableDescription(
    [
      .init("criterion"), .init("weight"), .init("before", nil, .score), .init("after", nil, .score),
      .init("points", "difference", .points), .init("evidence"),
    ],
    whenEmpty: "nothing was measured")

  /// A row for each criterion, both sides beside each other.
  static func rows(_ paired: PairedEvaluation) -> [JSONValue] {
    Criterion.allCases.map { criterion in
      let (before, after) = (paired.before[criterion], paired.after[criterion])
      let difference = before.value.flatMap { low in after.value.map { $0 - low } }
      let evidence = before.evidence == after.evidence ? after.evidence : before.evidence + ["→"] + after.evidence
      return .record([
        "criterion": .string(criterion.rawValue), "weight": JSONValue(paired.weights[criterion]),
        "before": JSONValue(before.value), "after": JSONValue(after.value), "difference": JSONValue(difference),
        "evidence": .string(evidence.joined(separator: "; ").replacing("; →; ", with: " → ")),
      ])
    }
  }
}

extension SessionDocument {
  /// The session with the artefacts of the steps asked for; `null` for a step that is not there yet.
  func value(of steps: [PipelineStep]) -> JSONValue {
    guard case .object(let members) = report.session.value else { return report.session.value }
    let values = steps.map { step in JSONValue.Member(step.name, value(of: step) ?? .null) }
    return .object(
      members + [
        .init("choices", .array(report.choices.map(value))), .init("takenBack", .array(report.undone.map(value))),
        .init("steps", .object(values)),
      ])
  }

  private func value(of step: PipelineStep) -> JSONValue? {
    switch step {
    case .input: artefacts.input.map(value)
    case .strategy: artefacts.strategy.map(value)
    case .prompt: artefacts.prompt.map(value)
    case .response: artefacts.response.map(value)
    case .evaluation: artefacts.evaluation.map(value)
    case .adaptation: artefacts.adaptation.map(value)
    case .deployment: artefacts.deployment.map { .record(["note": .string($0.note)]) }
    }
  }

  private func value(of choice: MadeChoice) -> JSONValue {
    .record([
      "kind": .string(choice.kind), "step": .string(choice.step.name), "name": JSONValue(choice.name),
      "holds": .bool(choice.isInForce), "at": MomentText.json(choice.at),
    ])
  }

  private func value(of undone: UndoneStep) -> JSONValue {
    .record([
      "step": .string(undone.step.step.name), "reason": .string(undone.reason),
      "doneAt": MomentText.json(undone.step.committedAt), "at": MomentText.json(undone.undoneAt),
    ])
  }

  private func value(of artefact: PromptArtefact) -> JSONValue {
    .record([
      "text": JSONValue(report.prompt), "lessons": .ids(artefact.lessons),
      "switchedOff": .ids(artefact.switchedOff ?? []), "chosenBy": JSONValue(artefact.chosenBy?.rawValue),
      "note": JSONValue(artefact.note),
    ])
  }

  private func value(of artefact: InputArtefact) -> JSONValue {
    .record([
      "agent": .string(artefact.agent.rawValue), "task": .string(artefact.task),
      "context": .object(artefact.context.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) }),
      "format": .string(artefact.format.rawValue), "language": JSONValue(artefact.language),
      "original": JSONValue(report.original), "nearDuplicates": .ids(artefact.nearDuplicates),
      "sealed": .bool(artefact.isSealed),
    ])
  }

  private func value(of artefact: StrategyArtefact) -> JSONValue {
    .record([
      "strategy": .string(artefact.strategy), "reason": .string(artefact.reason),
      "options": .array(
        artefact.options.map {
          .record([
            "strategy": .string($0.strategy), "sessions": JSONValue($0.sessions), "successes": JSONValue($0.successes),
            "draw": .number($0.draw),
          ])
        }), "chosenBy": JSONValue(artefact.chosenBy?.rawValue),
    ])
  }

  private func value(of artefact: ResponseArtefact) -> JSONValue {
    .record([
      "improver": .string(artefact.improver), "text": JSONValue(report.improved),
      "changed": .bool(artefact.isChanged || artefact.chosenBy != nil && report.improved != report.original),
      "applications": .array(
        artefact.applications.map { .record(["lesson": .string($0.lesson.rawValue), "count": JSONValue($0.count)]) }),
      "notUsable": .ids(artefact.notUsable ?? []), "note": .string(artefact.note),
      "chosenBy": JSONValue(artefact.chosenBy?.rawValue),
    ])
  }

  private func value(of artefact: EvaluationArtefact) -> JSONValue {
    .record([
      "engine": .string(artefact.paired.after.engine), "before": JSONValue(artefact.paired.overallBefore),
      "after": JSONValue(artefact.paired.overallAfter), "improvement": JSONValue(artefact.paired.improvement),
      "criteria": .array(Self.rows(artefact.paired)), "recall": .bool(artefact.isRecall),
      "note": .string(artefact.note), "chosenBy": JSONValue(artefact.chosenBy?.rawValue),
    ])
  }

  private func value(of artefact: AdaptationArtefact) -> JSONValue {
    .record([
      "note": .string(artefact.note), "added": .ids(artefact.report.added),
      "confirmed": .ids(artefact.report.confirmed), "retired": .ids(artefact.report.retired),
      "helped": .ids(artefact.helped), "harmed": .ids(artefact.harmed),
      "recalled": artefact.isRecalled.map { JSONValue($0) } ?? .null,
    ])
  }
}
