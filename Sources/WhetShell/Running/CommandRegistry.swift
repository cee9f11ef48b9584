public import WhetScript

/// The commands of the shell with their implementations.
public struct CommandRegistry: Sendable {
  /// The declarations, for binding, completion and help.
  public let table: CommandTable
  private let commands: [[String]: any ShellCommand]

  public init(_ commands: [any ShellCommand]) {
    table = CommandTable(
      commands.map(\.specification), common: Self.common, formats: OutputFormat.ofCommands.map(\.rawValue),
      formatMeanings: Self.formatMeanings)
    self.commands = Dictionary(commands.map { ($0.specification.path, $0) }) { first, _ in first }
  }

  /// The implementation of a bound command.
  func command(for bound: BoundCommand) -> (any ShellCommand)? { commands[bound.specification.path] }

  /// Every command of this version, in the order `help` lists them.
  public static let standard = CommandRegistry(
    CorrectionCommands.all + TrainingCommands.all + StepCommands.all + LessonCommands.all + DeploymentCommands.all
      + AgentCommands.all
      + CaptureCommands.all + InsightCommands.all + DemoCommands.all + StoreCommands.all + ShellCommands.all)

  private static let formatMeanings = [
    "table": "tables and pages for people", "json": "one JSON value", "jsonl": "one JSON value a line",
    "csv": "rows with commas between the values", "tsv": "rows with tabs between the values",
    "markdown": "Markdown tables",
  ]

  private static let common = [Parameter.flag("yes", "answer questions with yes")]
}
