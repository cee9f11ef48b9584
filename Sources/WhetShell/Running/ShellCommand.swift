public import WhetScript

/// One command: what it is called and takes, and what it does.
///
/// A command returns a value and never writes to standard output; notes and progress go to the shell's notes.
public protocol ShellCommand: Sendable {
  /// The declaration that binding, completion and help are made from.
  var specification: CommandSpecification { get }

  /// Carries the command out. Cancelling the task stops it between two steps of its work.
  ///
  /// - Throws: `WhetError`, or `CancellationError`.
  func run(_ call: CommandCall) async throws -> CommandResult
}
