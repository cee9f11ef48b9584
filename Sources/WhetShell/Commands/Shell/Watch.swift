import Foundation
import WhetCore
import WhetScript
import WhetTerminal

/// `watch`: a reading command again and again.
struct Watch: ShellCommand {
  let specification = CommandSpecification(
    path: ["watch"], summary: "Run a reading command again and again",
    discussion: """
      On a terminal the result is drawn anew in the same place, under a line with the time, until Ctrl-C. Elsewhere, and \
      in JSON, each result follows the one before. Only commands that change nothing can be watched. Flags that 'watch' \
      does not have are the command's.
      """,
    parameters: [
      .positional("command", .command, isRepeated: true, "the command with its arguments"),
      .option("every", .duration, defaultText: "2s", "how long to wait between two runs, from 100ms to 1d"),
      .option("count", .integer, bounds: 1...1_000_000, defaultText: "no end", "how often to run it"),
    ],
    effect: .reads,
    examples: [
      .init("watch stats --every 5s", "shows the figures every five seconds"),
      .init("watch session list --agent engineer --count 3", "lists the engineer's sessions three times"),
    ],
    // The last value of what was watched.
    shape: .any)

  func run(_ call: CommandCall) async throws -> CommandResult {
    let interval = try Self.interval(of: call)
    let inner = try command(of: call)
    let watching = Watching(
      shell: call.shell, command: inner, secrets: HiddenSecrets(call.bound.secrets), interval: interval,
      count: call.integer("count") ?? .max)
    return try await watching.isDrawn ? watching.draw() : watching.list(call.show)
  }

  private static func interval(of call: CommandCall) throws(WhetError) -> Duration {
    guard case .duration(let duration)? = call.bound["every"] else { return .seconds(2) }
    guard (.milliseconds(100))...(.seconds(86_400)) ~= duration else {
      throw WhetError(
        .usage, "'--every \(ScriptValue.spelling(of: duration))' is not from 100ms to 1d",
        advice: "for example: --every 5s", exitCode: .usage)
    }
    return duration
  }

  /// The command to be watched, bound as if it stood alone.
  private func command(of call: CommandCall) throws -> BoundCommand {
    let words = try call.bound.values("command").map { try call.text(of: $0) }
    let line = CommandLineWords(words, name: "watch")
    let binding = Binder.bind(line.command, call.shell.registry.table)
    guard var bound = binding.command else {
      let fault = binding.diagnostics.error(in: line.source)
      throw fault ?? WhetError(.usage, "there is no command to watch", exitCode: .usage)
    }
    let name = bound.specification.name
    guard bound.specification.effect == .reads, bound.specification.path != specification.path,
      !bound.specification.endsScript, !bound.specification.startsProcesses
    else {
      throw WhetError(
        .usage, "'\(name)' cannot be watched", advice: "only commands that read and end by themselves can",
        exitCode: .usage)
    }
    bound.format = call.bound.format
    if call.bound.redirection != nil {
      throw WhetError(
        .usage, "what is watched cannot be written to a file", advice: "leave out '>'", exitCode: .usage)
    }
    return bound
  }
}
