import WhetCore
import WhetScript

/// `explain`: what an error code or a word of whet means.
struct Explain: ShellCommand {
  let specification = CommandSpecification(
    path: ["explain"], summary: "Explain an error code or a word of whet",
    parameters: [.positional("what", .named("code"), isRequired: false, "a code such as agent.conflict, or a word")],
    effect: .reads,
    examples: [.init("explain held-out", "explains a word"), .init("explain agent.conflict", "explains an error code")])

  func run(_ call: CommandCall) async throws -> CommandResult {
    guard let name = try call.text("what") else {
      let rows = Explanations.all.map { JSONValue.record(["name": .string($0.name), "text": .string($0.text)]) }
      let table = TableDescription([.init("name"), .init("text")], whenEmpty: "")
      return .list(rows, table)
    }
    guard let found = Explanations.explanation(of: name) else {
      let names = Explanations.all.map(\.name)
      throw WhetError(
        .notFound, "there is no explanation of '\(name)'",
        advice: DidYouMean.nearest(to: name, among: names).map { "did you mean '\($0)'?" } ?? "'explain' lists them all"
      )
    }
    return CommandResult(
      .record(["name": .string(name), "text": .string(found.text)]),
      as: .document([.heading(name), .paragraph(found.text)]))
  }
}
