import WhetScript

/// The commands that the examples of the explanations use, as the shell declares them.
///
/// A test of the shell runs the same examples against its own table.
let exampleTable = CommandTable([
  CommandSpecification(path: ["agent", "list"], summary: "list the agents", effect: .reads),
  CommandSpecification(
    path: ["capture", "run"], summary: "run a program as an agent",
    parameters: [
      .option("agent", .agent, "whose answer"), .option("task", .text, isRequired: true, "the task"),
      .option("timeout", .duration, "how long"),
    ], passesThroughAfterDashes: true, effect: .writes),
  CommandSpecification(
    path: ["correction", "import"], summary: "import corrections", parameters: [.positional("file", .file, "a file")],
    effect: .writes),
  CommandSpecification(
    path: ["correction", "list"], summary: "list corrections", parameters: [.flag("removed", "those removed too")],
    effect: .reads),
  CommandSpecification(
    path: ["deploy"], summary: "deploy an agent",
    parameters: [
      .positional("agent", .agent, isRequired: false, "which one"),
      .option("tier", .choice(["project", "user", "system"]), "where"),
    ], effect: .writes),
  CommandSpecification(path: ["exit"], summary: "end", effect: .reads),
  CommandSpecification(path: ["gate", "explain"], summary: "explain the gate's decision", effect: .reads),
  CommandSpecification(
    path: ["history"], summary: "show lines", parameters: [.option("last", .integer, bounds: 1...1000, "how many")],
    effect: .reads),
  CommandSpecification(
    path: ["train"], summary: "train an agent",
    parameters: [
      .positional("agent", .agent, isRequired: false, "which one"), .option("correction", .correction, "only this one"),
    ], effect: .writes),
])
