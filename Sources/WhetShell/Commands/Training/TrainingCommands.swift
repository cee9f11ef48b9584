/// The commands that train, and those that show runs and sessions.
enum TrainingCommands {
  static let all: [any ShellCommand] = [
    Train(), RunList(), RunShow(), SessionList(), SessionShow(), SessionResume(), Improve(), GateExplain(),
    StrategyList(), StrategyShow(), CriteriaList(),
  ]
}
