@testable import WhetScript

/// A small table with every kind of parameter.
let sampleTable = CommandTable(
  [
    CommandSpecification(
      path: ["agent", "list"], summary: "list the agents",
      parameters: [.option("tier", .choice(["project", "user", "system"]), "only this tier")], effect: .reads),
    CommandSpecification(
      path: ["agent", "show"], summary: "show an agent", parameters: [.positional("agent", .agent, "which one")],
      effect: .reads),
    CommandSpecification(
      path: ["correction", "import"], summary: "import corrections",
      discussion: "One JSON object a line.\n\nA line that is not valid is reported and skipped.",
      parameters: [
        .positional("file", .file, "JSON lines"), .option("agent", .agent, defaultText: "as in the file", "for whom"),
        .flag("yes", "ask nothing"),
      ], effect: .writes,
      examples: [.init("correction import fixes.jsonl --agent engineer", "imports a file")]),
    CommandSpecification(
      path: ["train"], summary: "train an agent",
      parameters: [
        .positional("agent", .agent, isRequired: false, "which one"),
        .option("mode", .choice(["continuous", "batch"]), "how"),
        .option("limit", .integer, bounds: 1...100, "at most so many sessions"),
        .option("weight", .number, "a weight"), .option("patience", .duration, "how long"),
        .option("response", .text, "a bare response"), .option("context", .value, "what the agent knew"),
        .option("tag", .text, isRepeated: true, "a tag"),
      ], effect: .spends),
    CommandSpecification(
      path: ["improve"], summary: "improve a response",
      parameters: [.positional("agent", .agent, isRequired: false, "whose"), .positional("text", .text, "what")],
      effect: .reads),
    CommandSpecification(
      path: ["capture", "run"], summary: "run a program as an agent",
      parameters: [.option("agent", .agent, isRequired: true, "whose answer")], passesThroughAfterDashes: true,
      effect: .writes),
    CommandSpecification(
      path: ["help"], summary: "help",
      parameters: [.positional("words", .commandWords, isRequired: false, isRepeated: true, "about what")],
      effect: .reads),
    CommandSpecification(path: ["report"], summary: "report", effect: .reads),
    CommandSpecification(path: ["report", "compare"], summary: "compare", effect: .reads),
    CommandSpecification(path: ["forecast"], summary: "forecast", effect: .reads),
  ],
  common: [.option("output", .choice(["table", "json", "jsonl"]), "how results are shown")])

func parse(_ text: String) -> Script { Parser.parse(text, name: "test.whet") }

func codes(_ text: String) -> [DiagnosticCode] { parse(text).diagnostics.map(\.code) }

func bind(_ text: String) -> Binder.Binding {
  let script = parse(text)
  guard case .command(let command) = script.statements.first else {
    return Binder.Binding(command: nil, diagnostics: script.diagnostics)
  }
  return Binder.bind(command, sampleTable)
}
