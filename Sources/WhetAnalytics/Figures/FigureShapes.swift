public import WhetCore
import WhetEvaluation

extension Statistics {
  /// As `value`.
  public static let shape = ValueShape.record(
    "statistics",
    [
      .init(
        "total", .record("figures", CorrectionFigures.shapes + SessionFigures.shapes), "all agents together"),
      .init("agents", .list(AgentStatistics.shape), "by name"),
    ])
}

extension AgentStatistics {
  static let shape = ValueShape.record(
    "figures of an agent",
    [.init("agent", .text, "whose")] + CorrectionFigures.shapes + SessionFigures.shapes + RunEvidence.shapes)
}

extension CorrectionFigures {
  /// Of `members`.
  static let shapes: [ValueShape.Member] = [
    .init("corrections", .count, "that are not removed"), .init("trained", .count, "in their present form"),
    .init("inTraining", .count, "in an open session"), .init("waiting", .count, "nothing has trained them yet"),
    .init("accepted", .count, "answers right as they were"), .init("pinned", .count, "that must never get worse"),
  ]
}

extension SessionFigures {
  /// Of `members`.
  static let shapes: [ValueShape.Member] =
    [
      .init("sessions", .count, "all"), .init("finished", .count, "of them"), .init("open", .count, "of them"),
      .init("failed", .count, "of them"), .init("aborted", .count, "of them"),
      .init("measured", .count, "whose local improvement counts"),
      .init("successes", .count, "measured ones that improved"),
    ] + Estimate.members("successRate", .probability, "share of successes")
    + Estimate.members("improvement", .points, "mean local improvement")
}

extension RunEvidence {
  /// Of `members(_:)`.
  static let shapes: [ValueShape.Member] =
    Estimate.members("heldOut", .points, "held-out improvement of the newest run") + [
      .init("heldOutCases", .count.orNull(noRun), "measured on both sides"),
      .init("fixed", .count.orNull(noRun), "cases that got better"),
      .init("broken", .count.orNull(noRun), "cases that got worse"),
      .init("gate", .word(["deploy", "refuse"]).orNull(noRun), "the decision"),
      .init("p", .probability.orNull("nothing was measured"), "of the gate's test"),
      .init("run", .id("run").orNull(noRun), "the newest with an outcome"),
    ]

  private static let noRun = "no run has an outcome"
}

extension Estimate {
  /// Of `members(_:_:)`.
  static func members(_ name: String, _ shape: ValueShape, _ meaning: String) -> [ValueShape.Member] {
    let tooFew = "fewer than \(minimumMeasured) were measured"
    return [
      .init(name, shape.orNull(tooFew), meaning),
      .init(name + "Low", shape.orNull(tooFew + ", or all in one group"), "its interval's low end, 95 %"),
      .init(name + "High", shape.orNull(tooFew + ", or all in one group"), "its interval's high end"),
    ]
  }
}
