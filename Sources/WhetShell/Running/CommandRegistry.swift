public import WhetScript

/// The commands of the shell with their implementations.
public struct CommandRegistry: Sendable {
  /// The declarations, for binding, completion and help.
  public let table: CommandTable
  private let commands: [[String]: any ShellCommand]

  /// Commands that `help` lists under one heading.
  public typealias Group = (title: String, commands: [any ShellCommand])

  public init(groups: [Group]) {
    table = CommandTable(
      groups: groups.map { CommandTable.Group($0.title, $0.commands.map(\.specification)) }, common: Self.common,
      formats: OutputFormat.ofCommands.map(\.rawValue),
      formatMeanings: Self.formatMeanings)
    commands = Dictionary(groups.flatMap(\.commands).map { ($0.specification.path, $0) }) { first, _ in first }
  }

  public init(_ commands: [any ShellCommand]) {
    self.init(groups: [("", commands)])
  }

  /// The implementation of a bound command.
  func command(for bound: BoundCommand) -> (any ShellCommand)? { commands[bound.specification.path] }

  /// Every command of this version, in the order `help` lists them.
  public static let standard = CommandRegistry(groups: [
    ("Corrections", CorrectionCommands.all), ("Training", TrainingCommands.all),
    ("Step by step", StepCommands.all), ("Lessons", LessonCommands.all),
    ("Deployment", DeploymentCommands.all), ("Agents", AgentCommands.all),
    ("Answers of other programs", CaptureCommands.all), ("Figures", InsightCommands.all),
    ("Measuring", MeasureCommands.all),
    ("Demos", DemoCommands.all), ("Store and settings", StoreCommands.all), ("The shell", ShellCommands.all),
    ("The system's shell", OutsideCommands.all),
  ])

  private static let formatMeanings = [
    "table": "tables and pages for people", "json": "one JSON value", "jsonl": "one JSON value a line",
    "csv": "rows with commas between the values", "tsv": "rows with tabs between the values",
    "markdown": "Markdown tables",
  ]

  private static let common = [Parameter.flag("yes", "answer questions with yes")]
}
