import WhetCore

extension ComparisonDocument {
  /// As `value`.
  static let shape = ValueShape.record("two sessions", members)

  /// With what `session replay` adds.
  static let replayShape = ValueShape.record(
    "session then and now",
    members + [.init("recall", .boolean, "whether today's lessons know the session's own correction")])

  private static let members: [ValueShape.Member] = [
    .init("left", SessionDocument.shape, "the first session, or the session as it was"),
    .init("right", SessionDocument.shape, "the second session, or the session run again"),
    .init("same", same, "whether a step left the same on both sides"),
    .init("lessons", lists, "what the prompts list"), .init("used", lists, "what changed the responses"),
  ]

  private static let same = ValueShape.record(
    "sameness of steps",
    PipelineStep.allCases.map {
      .init($0.name, .boolean.orNull("a side did not do it"), "step \($0.rawValue)")
    })

  private static let lists = ValueShape.record(
    "lessons of two sides",
    [
      .init("onlyLeft", .list(.id("lesson")), "on the left only"),
      .init("onlyRight", .list(.id("lesson")), "on the right only"),
      .init("both", .list(.id("lesson")), "on both sides"),
    ])
}
