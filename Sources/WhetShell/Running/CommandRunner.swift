import WhetCore
import WhetScript

/// Carries out one bound command and writes its result.
struct CommandRunner: Sendable {
  let shell: Shell
  let writer: ResultWriter

  /// - Throws: what the command throws, and its failure once its result is written.
  func run(_ bound: BoundCommand) async throws {
    let target = try writer.target(of: bound)
    let result = try await result(of: bound, target)
    try Task.checkCancellation()
    try writer.write(result, to: target)
    if let failure = result.failure { throw failure }
  }

  private func result(of bound: BoundCommand, _ target: ResultWriter.Target) async throws -> CommandResult {
    if bound.asksForHelp {
      let width = shell.streams.output.width() ?? 80
      return .text(HelpText(table: shell.registry.table, width: width).page(for: bound.specification))
    }
    guard let command = shell.registry.command(for: bound) else {
      throw WhetError(.unexpected, "'\(bound.specification.name)' is declared but not there")
    }
    let writer = writer
    let call = CommandCall(bound: bound, shell: shell) { try writer.tell($0, to: target) }
    return try await command.run(call)
  }
}
