import WhetCore

extension Correction {
  /// As `exportValue`: a line of a corrections file.
  static let exportShape = ValueShape.record("correction line", lineMembers)

  /// As `value`.
  static let shape = ValueShape.record("correction", lineMembers + arrivalMembers)

  /// As `summaryValue`.
  static let summaryShape = ValueShape.record(
    "correction summary",
    [
      .init("id", .id("correction"), "its id"), .init("agent", .text, "whose answer it was"),
      .init("task", .text, "what the agent was asked"),
      .init("format", .word(ResponseFormat.self), "the kind of text"),
      .init("language", .text.orNull("nobody named it"), "such as python"),
      .init("type", .word(CorrectionType.self).orNull("nobody said"), "what was wrong"),
      .init("severity", .word(Severity.self).orNull("nobody said"), "how much it mattered"),
      .init("pinned", .boolean, "whether the case must never get worse"),
      .init("accepted", .boolean, "whether the answer was right as it was"),
      .init("corrected", .boolean, "whether there is a corrected text"),
      .init("feedback", .boolean, "whether there are words on what was wrong"),
      .init("verifier", .boolean, "whether a program judges"),
    ] + [arrivalMembers[0], .init("source", .text.orNull("nobody said"), "where it came from"), arrivalMembers[1]])

  private static let lineMembers: [ValueShape.Member] = [
    .init("id", .id("correction"), "its id"), .init("agent", .text, "whose answer it was"),
    .init("task", .text, "what the agent was asked"),
    .init("context", .map(.text), "what the agent knew besides", absentWhen: "there is none"),
    .init("original", .text, "what the agent answered"),
    .init("corrected", .text, "what it should have answered", absentWhen: "nobody wrote it"),
    .init("feedback", .text, "what was wrong, in words", absentWhen: "there is none"),
    .init("format", .word(ResponseFormat.self), "the kind of text"),
    .init("language", .text, "such as python", absentWhen: "nobody named it"),
    .init("type", .word(CorrectionType.self), "what was wrong", absentWhen: "nobody said"),
    .init("severity", .word(Severity.self), "how much it mattered", absentWhen: "nobody said"),
    .init("verify", VerifierSpecification.shape, "a program that judges", absentWhen: "there is none"),
    .init("pinned", .boolean, "the case must never get worse", absentWhen: "it may"),
    .init("source", .text, "where it came from", absentWhen: "nobody said"),
  ]

  private static let arrivalMembers: [ValueShape.Member] = [
    .init("revision", .integer(from: 1), "counts its changes"), .init("createdAt", .moment, "when it came in"),
  ]
}

extension VerifierSpecification {
  static let shape = ValueShape.record(
    "verifier",
    [
      .init("run", .list(.text), "program and arguments; {response} is the answer's file"),
      .init("stdin", .text, "what it reads", absentWhen: "it reads nothing"),
      .init("files", .map(.text), "files beside the answer, by name", absentWhen: "there are none"),
      .init("timeout", .number(unit: "seconds"), "how long it may take", absentWhen: "10 seconds are enough"),
    ])
}
