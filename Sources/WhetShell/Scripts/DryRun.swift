import WhetCore
import WhetScript

/// What a dry run does with commands: those that only read run, the others say what they would do.
enum DryRun {
  /// Whether a command is not run: it changes something, or writes its result to a file.
  static func leavesOut(_ bound: BoundCommand) -> Bool {
    !bound.asksForHelp && (bound.specification.effect != .reads || bound.redirection != nil)
  }

  /// What a script's command would do.
  static func text(of request: CommandRequest) -> String {
    request.isUnknown
      ? "would run '\(request.bound.specification.name)' with values that are known only in a real run"
      : "would run '\(request.bound.expanded)'" + verb(request.bound.specification.effect)
  }

  /// What the program's only command would do, as its result.
  static func result(of bound: BoundCommand) -> CommandResult {
    CommandResult(
      .record(["dryRun": true, "command": .string(bound.expanded)]),
      as: .text("dry run: would run '\(bound.expanded)'" + verb(bound.specification.effect)))
  }

  private static func verb(_ effect: CommandSpecification.Effect) -> String {
    switch effect {
    case .reads: ", which only reads, and write its result to a file"
    case .writes: ", which writes"
    case .spends: ", which may spend money"
    }
  }
}
