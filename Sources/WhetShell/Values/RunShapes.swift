import WhetCore
import WhetEvaluation
import WhetStore
import WhetTraining

extension SessionRecord {
  static let shape = ValueShape.record(
    "session",
    [
      .init("id", .id("session"), "its id"), .init("run", .id("run"), "the run it belongs to"),
      .init("position", .count, "its place in the run, from 1"), .init("agent", .text, "who is trained"),
      .init("correction", .id("correction").orNull("a bare response is trained"), "what it learns from"),
      .init("revision", .integer(from: 1).orNull("a bare response is trained"), "of the correction"),
      .init("state", .word(SessionRecord.State.self), "how it stands"),
      .init("step", .word(PipelineStep.allCases.map(\.name)).orNull("no step is done"), "the last step done"),
      .init("before", .score.orNull("not measured"), "overall score of the original"),
      .init("after", .score.orNull("not measured"), "overall score of the improved response"),
      .init("improvement", .points.orNull("not measured on both sides"), "after less before"),
      .init("startedAt", .moment.orNull("no step is done"), "when it began"),
      .init("finishedAt", .moment.orNull("it is not finished"), "when it ended"),
    ])
}

extension RunReport {
  static let shape = ValueShape.record(
    "run",
    [
      .init("id", .id("run"), "its id"), .init("agent", .text, "who was trained"),
      .init("mode", .text, "how, such as continuous"),
      .init("state", .word(RunRecord.State.self), "how it stands"),
      .init("failure", .text.orNull("it did not fail"), "why it stopped"),
      .init("startedAt", .moment, "when it began"),
      .init("finishedAt", .moment.orNull("it is not finished"), "when it ended"),
      .init("sessions", .count, "how many it has"), .init("failedSessions", .count, "how many of them failed"),
      .init("improvement", improvement, "what it brought"),
      .init("gate", GateDecision.shape.orNull(unfinished), "whether its lessons may be deployed"),
      .init("lessons", .count.orNull(unfinished), "lessons in force at its end"),
      .init("managedTokens", .count.orNull(unfinished), "tokens of the managed section"),
      .init("learner", .boolean.orNull(unfinished), "whether it learned at all"),
      .init("sealedOpened", .count.orNull(unfinished), "sealed cases the gate opened"),
    ])

  /// With what `run show` adds.
  static let fullShape = ValueShape.record(
    "run with its parts",
    shape.members + [
      .init("outcomes", .list(HeldOutEvidence.outcomeShape), "its held-out cases"),
      .init("sessionList", .list(SessionRecord.shape), "its sessions"),
    ])

  private static let unfinished = "it is not finished, trained a bare response, or was given up"

  private static let improvement = ValueShape.record(
    "improvement of a run",
    [
      .init("local", ScoreSummary.shape.orNull(unfinished), "on the sessions' own cases, by what was known before"),
      .init("heldOut", HeldOutEvidence.shape.orNull(unfinished), "on cases scored by lessons learned without them"),
    ])
}

extension ScoreSummary {
  static let shape = ValueShape.record(
    "local improvement",
    [
      .init("sessions", .count, "how many"), .init("measured", .count, "how many of them were measured"),
      .init("successes", .count, "how many improved"), .init("mean", .points.orNull("none was measured"), "the mean"),
    ])
}

extension HeldOutEvidence {
  static let shape = ValueShape.record(
    "held-out evidence",
    [
      .init("engine", .text, "what measured, such as offline"), .init("cases", .count, "how many there are"),
      .init("measured", .count, "measured on both sides"),
      .init("mean", .points.orNull("none was measured"), "the mean"),
      .init("interval", .pointsInterval.orNull("too few groups were measured"), "of the mean, 95 %"),
      .init("fixed", .list(.id("correction")), "cases that got better"),
      .init("broken", .list(.id("correction")), "cases that got worse"),
    ])

  /// As one of `outcomeValues`.
  static let outcomeShape = ValueShape.record(
    "held-out case",
    [
      .init("correction", .id("correction"), "the case"),
      .init("before", .score.orNull("not measured"), "without lessons"),
      .init("after", .score.orNull("not measured"), "with lessons learned without it"),
      .init("difference", .points.orNull("not measured on both sides"), "after less before"),
      .init("passedBefore", .boolean.orNull("there is no verifier's word"), "what the verifier said"),
      .init("passedAfter", .boolean.orNull("there is no verifier's word"), "what the verifier said"),
      .init("change", .word(["fixed", "broken", "same", "passes", "fails", "n/a"]), "what became of it"),
      .init("group", .id("correction"), "the first of its near-duplicates"),
      .init("pinned", .boolean, "whether it must never get worse"),
    ])
}

extension GateDecision {
  static let shape = ValueShape.record(
    "gate decision",
    [
      .init("policy", .word(GatePolicy.self), "how much proof was asked for"),
      .init("verdict", .word(["deploy", "refuse"]), "the decision"),
      .init(
        "test", .word([Test.mcNemar.rawValue, Test.permutation.rawValue]).orNull("nothing was measured"), "what gave p"),
      .init("p", .probability.orNull("nothing was measured"), "one-sided"),
      .init("exactP", .probability.orNull("it was not counted exactly"), "the exact p beside it"),
      .init("posterior", .probability.orNull("nothing was measured"), "P(better)"),
      .init("fixed", .list(.id("correction")), "cases that got better"),
      .init("broken", .list(.id("correction")), "cases that got worse"),
      .init("brokenPinned", .list(.id("correction")), "the pinned ones of them"),
      .init("groups", .count, "groups of near-duplicates measured"), .init("fixedGroups", .count, "that got better"),
      .init("brokenGroups", .count, "that got worse"),
      .init("moreCasesNeeded", .count.orNull("no number of cases would do at this rate"), "until it would deploy"),
      .init("reasons", .list(.text), "sentences"),
      .init("mayGoUnproven", .boolean, "whether only proof is lacking"),
    ])
}

extension GateDecision {
  /// With what `gate explain` adds.
  static let explanationShape = ValueShape.record(
    "gate explanation",
    [.init("run", .id("run"), "the run it is about"), .init("agent", .text, "who was trained")] + shape.members + [
      .init("heldOut", HeldOutEvidence.shape, "what it rests on")
    ])
}
