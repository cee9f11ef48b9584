import WhetCore
import WhetEvaluation
import WhetLearning
import WhetStore
import WhetTraining

extension SessionRecord {
  /// One session; scores from 0 to 100, the improvement in points, `null` where nothing was measured.
  var value: JSONValue {
    .record([
      "id": .string(id.rawValue), "run": .string(run.rawValue), "position": JSONValue(position),
      "agent": .string(agent.rawValue), "correction": JSONValue(correction?.rawValue),
      "revision": revision.map { JSONValue($0) } ?? .null, "state": .string(state.rawValue),
      "step": JSONValue(lastStep?.name), "before": JSONValue(overallBefore), "after": JSONValue(overallAfter),
      "improvement": JSONValue(improvement), "startedAt": MomentText.json(startedAt),
      "finishedAt": MomentText.json(finishedAt),
    ])
  }
}

extension RunRecord {
  /// The run without its outcome.
  var members: [JSONValue.Member] {
    [
      .init("id", .string(id.rawValue)), .init("agent", .string(agent.rawValue)), .init("mode", .string(mode)),
      .init("state", .string(state.rawValue)), .init("failure", JSONValue(failure)),
      .init("startedAt", MomentText.json(startedAt)), .init("finishedAt", MomentText.json(finishedAt)),
    ]
  }
}

extension RunReport {
  /// The run with its outcome; the members of the outcome are `null` until it is finished.
  var value: JSONValue {
    .object(
      run.members + [
        .init("sessions", JSONValue(sessions.count)),
        .init("failedSessions", JSONValue(sessions.count { $0.state == .failed })),
        .init(
          "improvement",
          .record(["local": outcome?.local.value ?? .null, "heldOut": outcome?.heldOut.value ?? .null])),
        .init("gate", outcome?.decision.value ?? .null),
        .init("lessons", outcome.map { JSONValue($0.lessonCount) } ?? .null),
        .init("managedTokens", outcome.map { JSONValue($0.managedTokens) } ?? .null),
        .init("learner", outcome.map { JSONValue($0.isLearnerEnabled) } ?? .null),
        .init("sealedOpened", outcome.map { JSONValue($0.sealedOpened) } ?? .null),
      ])
  }
}

extension ScoreSummary {
  var value: JSONValue {
    .record([
      "sessions": JSONValue(sessions), "measured": JSONValue(measured), "successes": JSONValue(successes),
      "mean": JSONValue(mean),
    ])
  }
}

extension HeldOutEvidence {
  /// The evidence without its single outcomes.
  var value: JSONValue {
    .record([
      "engine": .string(engine), "cases": JSONValue(outcomes.count), "measured": JSONValue(measured),
      "mean": JSONValue(mean),
      "interval": interval.map { .array([.number($0.low), .number($0.high)]) } ?? .null,
      "fixed": .ids(fixed), "broken": .ids(broken),
    ])
  }

  /// Each case with both scores.
  var outcomeValues: [JSONValue] {
    outcomes.map { outcome in
      .record([
        "correction": .string(outcome.caseID.rawValue), "before": JSONValue(outcome.before),
        "after": JSONValue(outcome.after), "difference": JSONValue(outcome.difference),
        "passedBefore": outcome.passedBefore.map { JSONValue($0) } ?? .null,
        "passedAfter": outcome.passedAfter.map { JSONValue($0) } ?? .null, "change": .string(Self.word(outcome)),
        "group": .string(outcome.group.rawValue), "pinned": .bool(outcome.isPinned),
      ])
    }
  }

  private static func word(_ outcome: PairedOutcome) -> String {
    if outcome.difference == nil { return "n/a" }
    if outcome.change != 0 { return outcome.change > 0 ? "fixed" : "broken" }
    guard let passed = outcome.passedAfter else { return "same" }
    return passed ? "passes" : "fails"
  }
}

extension GateDecision {
  var value: JSONValue {
    .record([
      "policy": .string(policy.rawValue), "verdict": .string(verdict.rawValue), "test": JSONValue(test?.rawValue),
      "p": JSONValue(p), "exactP": JSONValue(exactP), "posterior": JSONValue(posterior), "fixed": .ids(fixed),
      "broken": .ids(broken), "brokenPinned": .ids(brokenPinned), "groups": JSONValue(groups),
      "fixedGroups": JSONValue(fixedGroups), "brokenGroups": JSONValue(brokenGroups),
      "moreCasesNeeded": moreCasesNeeded.map { JSONValue($0) } ?? .null,
      "reasons": .array(reasons.map { .string($0) }), "mayGoUnproven": .bool(mayGoUnproven),
    ])
  }
}

extension JSONValue {
  /// Ids as an array of texts.
  static func ids<Entity>(_ ids: [Identifier<Entity>]) -> JSONValue { .array(ids.map { .string($0.rawValue) }) }
}
