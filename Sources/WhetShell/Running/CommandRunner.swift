import WhetCore
import WhetScript

/// Carries out one bound command and writes its result.
struct CommandRunner: Sendable {
  let shell: Shell
  let writer: ResultWriter

  /// Runs a command and writes its result, unless only its value is wanted; a file after `>` is written all the same.
  ///
  /// - Returns: the result's value.
  /// - Throws: what the command throws, and its failure once its result is written.
  func run(_ bound: BoundCommand, isShown: Bool = true) async throws -> JSONValue {
    var result = try await result(of: bound, isShown ? try writer.target(of: bound) : nil)
    // Not before: 'output' has changed it.
    let target = try writer.target(of: bound)
    #if DEBUG
      checkShape(of: result.value, bound)
    #endif
    result = HiddenSecrets(bound.secrets).hidden(in: result)
    try Task.checkCancellation()
    if isShown || target.file != nil { try await writer.show(result, to: target) }
    if let failure = result.failure { throw failure }
    return result.value
  }

  #if DEBUG
    /// Every test that runs a command proves so that its value is what its help page promises.
    private func checkShape(of value: JSONValue, _ bound: BoundCommand) {
      guard !bound.asksForHelp, let shape = bound.specification.shape else { return }
      for fault in shape.faults(in: value) {
        shell.onDefect("the value of '\(bound.specification.name)' is not as declared: \(fault)")
      }
    }
  #endif

  func result(of bound: BoundCommand, _ target: ResultWriter.Target?) async throws -> CommandResult {
    if bound.asksForHelp { return HelpPages(shell).page(for: bound.specification).result }
    guard let command = shell.registry.command(for: bound) else {
      throw WhetError(.unexpected, "'\(bound.specification.name)' is declared but not there")
    }
    let writer = writer
    let call = CommandCall(
      bound: bound, shell: shell, tell: { blocks in if let target { try writer.tell(blocks, to: target) } },
      show: { result in if let target { try writer.write(result, to: target) } })
    return try await command.run(call)
  }
}
