import WhetCore
import WhetScript

/// `explain`: what an error code or a word of whet means.
struct Explain: ShellCommand {
  let specification = CommandSpecification(
    path: ["explain"], summary: "Explain an error code or a word of whet",
    discussion: """
      Every error and every fault of a script shows its code between brackets. Its explanation says what the code means, \
      why it is so and what to do, with an example that gives the code and one that does not.
      """,
    parameters: [.positional("what", .named("code"), isRequired: false, "a code such as agent.conflict, or a word")],
    effect: .reads,
    examples: [
      .init("explain script.bare-word", "explains a code"), .init("explain held-out", "explains a word"),
      .init("explain", "lists all codes and words"),
    ], shape: .either([.init(when: "of one", Explain.pageShape), .init(when: "of all", .list(Explain.rowShape))]))

  func run(_ call: CommandCall) async throws -> CommandResult {
    guard let name = try call.text("what") else {
      return .list(
        Explanations.all.map { Self.value(of: $0, summary: $0.summary) },
        TableDescription([.init("name"), .init("summary")], whenEmpty: "nothing is explained"))
    }
    guard let found = Explanations.explanation(of: name) else {
      let names = Explanations.all.map(\.name)
      throw WhetError(
        .notFound, "there is no explanation of '\(name.prefix(60))'",
        advice: DidYouMean.nearest(to: name, among: names).map { "did you mean '\($0)'?" } ?? "'explain' lists them all"
      )
    }
    return CommandResult(Self.value(of: found), as: .document(Self.page(of: found)))
  }

  private static func value(of entry: Explanations.Entry, summary: String? = nil) -> JSONValue {
    .object(
      [.init("name", .string(entry.name))] + (summary.map { [.init("summary", .string($0))] } ?? []) + [
        .init("text", .string(entry.text)), .init("wrong", JSONValue(entry.wrong)),
        .init("right", JSONValue(entry.right)),
      ])
  }

  private static let parts: [ValueShape.Member] = [
    .init("text", .text, "what it means and what to do"),
    .init("wrong", .text.orNull("there is no example"), "an example that gives the code"),
    .init("right", .text.orNull("there is no example"), "one that does not"),
  ]

  static let pageShape = ValueShape.record("explanation", [.init("name", .text, "the code or word")] + parts)

  static let rowShape = ValueShape.record(
    "explanation with summary",
    [.init("name", .text, "the code or word"), .init("summary", .text, "in one sentence")] + parts)

  private static func page(of entry: Explanations.Entry) -> [DocumentBlock] {
    var blocks: [DocumentBlock] = [.heading(entry.name), .paragraph(entry.text)]
    if let wrong = entry.wrong { blocks += [.heading("Wrong"), .verbatim(wrong)] }
    if let right = entry.right { blocks += [.heading("Right"), .verbatim(right)] }
    return blocks
  }
}
