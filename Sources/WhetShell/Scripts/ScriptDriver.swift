import Foundation
import WhetCore
import WhetScript

/// Does what a running script asks for: runs its commands, shows what it says, waits for it.
struct ScriptDriver: Sendable {
  let shell: Shell
  let writer: ResultWriter
  let tests: TestReport
  /// Whether a failure says where in the text it was; a single command needs no place.
  let isPlaced: Bool

  /// Runs a prepared text to its end, to a failure, to `exit` or to its cancellation.
  ///
  /// - Returns: the session with the variables as they are then, and the exit status; failures were reported.
  func run(_ session: ScriptSession, _ entry: ScriptEntry) async -> (ScriptSession, ExitCode) {
    var session = session
    var machine = Machine(session, entry, surroundings: .of(shell))
    let code: ExitCode
    do {
      code = try await drive(&machine)
    } catch {
      let error = WhetError.wrapping(error)
      if error.exitCode != .closedPipe { shell.report(error) }
      code = error.exitCode
    }
    session.adopt(machine)
    return (session, code)
  }

  /// - Throws: what is not the script's failure: cancellation, and output that cannot be written.
  private func drive(_ machine: inout Machine) async throws -> ExitCode {
    let tracer = Tracer(shell: shell)
    var pending: MachineEvent?
    while !shell.isEnding {
      let event = pending ?? machine.run()
      pending = nil
      try Task.checkCancellation()
      switch event {
      case .command(let request): pending = try await answer(request, &machine, tracer)
      case .echo(let values): try echo(values, at: machine.location, tracer)
      case .sleep(let duration): try await Task.sleep(for: duration)
      case .testBegan: break
      case .testEnded(let outcome): try tests.end(outcome)
      case .assigned(let name, let value, let location): tracer.assigned(name, value, at: location)
      case .skipped(let what, let location): shell.note("dry run: \(location): \(what)")
      case .pause: await Task.yield()
      case .finished: return .success
      case .failed(let failure): return report(failure)
      }
    }
    if case .testEnded(let outcome)? = machine.abandonTest() { try tests.end(outcome) }
    return .success
  }

  /// Runs a command and gives the machine its value or its failure.
  private func answer(
    _ request: CommandRequest, _ machine: inout Machine, _ tracer: Tracer
  ) async throws -> MachineEvent? {
    do {
      if let refusal = SafeMode(shell).refusal(of: request.bound) { throw refusal }
      if shell.options.isDryRun, request.isUnknown || DryRun.leavesOut(request.bound) {
        shell.note("dry run: \(request.location): \(DryRun.text(of: request))")
        machine.answer(.unknown)
        return nil
      }
      let runner = CommandRunner(shell: shell, writer: writer)
      let value = try await tracer.following(request.bound, at: request.location) {
        try await runner.run(request.bound, isShown: !request.givesValue)
      }
      machine.answer(request.givesValue ? try ScriptValue(value) : .null)
      return nil
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      let error = HiddenSecrets(request.bound.secrets).hidden(in: .wrapping(error))
      // Nobody is left to read what a handler would say, and an interrupt is no failure of the script's.
      if error.exitCode == .closedPipe || error.exitCode == .interrupted { throw error }
      if shell.options.isDryRun, machine.isSpeculative {
        shell.note("dry run: \(request.location): '\(request.bound.expanded)' fails as things are: \(error.message)")
        machine.answer(.unknown)
        return nil
      }
      return machine.fail(error)
    }
  }

  private func echo(_ values: [ScriptValue], at location: SourceLocation, _ tracer: Tracer) throws {
    let text = values.map(\.text).joined(separator: " ")
    tracer.echoed(text, at: location)
    let value = values.count == 1 ? values[0].json : .string(text)
    let target = ResultWriter.Target(format: shell.output, file: nil)
    try writer.write(CommandResult(value, as: .exact(text + "\n")), to: target)
  }

  private func report(_ failure: ScriptFailure) -> ExitCode {
    guard failure.error.exitCode != .closedPipe else { return .closedPipe }
    shell.writeError(FailureText(shell: shell).text(of: failure, isPlaced: isPlaced))
    return failure.error.exitCode
  }
}

extension Surroundings {
  /// What a script can learn of the world the shell stands in.
  static func of(_ shell: Shell) -> Surroundings {
    let start = ContinuousClock.now
    return Surroundings(
      now: { .seconds(shell.environment.now().timeIntervalSince1970) }, elapsed: { ContinuousClock.now - start },
      environment: { shell.environment.variables[$0] },
      exists: { (path) throws(WhetError) in InputFile.exists(try shell.accessible(path)) },
      read: { (path) throws(WhetError) in try InputFile.text(shell.accessible(path, isInput: true), name: path) })
  }
}
