import WhetCore
import WhetScript

@testable import WhetShell

/// A command whose result a test decides.
struct Probe: ShellCommand {
  let specification: CommandSpecification
  let body: @Sendable (CommandCall) async throws -> CommandResult

  init(
    _ name: String, effect: CommandSpecification.Effect = .reads, startsProcesses: Bool = false,
    _ body: @escaping @Sendable (CommandCall) async throws -> CommandResult
  ) {
    specification = CommandSpecification(
      path: [name], summary: "A probe",
      parameters: [
        .positional("text", .text, isRequired: false, "any text"), .option("tag", .text, isRepeated: true, "any text"),
        .option("file", .file, "a file"), .option("count", .integer, "a number"), .flag("loud", "in capitals"),
      ], effect: effect, startsProcesses: startsProcesses)
    self.body = body
  }

  func run(_ call: CommandCall) async throws -> CommandResult { try await body(call) }

  /// Rows, a text, a failure, a refusal, a partial success, and a cancellation.
  static let registry = CommandRegistry(all)

  static let all: [any ShellCommand] = [
    Probe("rows") { _ in
      .list(
        [.record(["id": "a", "score": 91.25]), .record(["id": "b", "score": nil])],
        TableDescription([.init("id"), .init("score", nil, .score)], whenEmpty: "nothing"))
    },
    Probe("say") { .text(try $0.text("text") ?? "hello") },
    Probe("exactly") { CommandResult(.string("x"), as: .exact(try $0.text("text") ?? "")) },
    Probe("fail") { _ in throw WhetError(.notFound, "there is nothing") },
    Probe("refuse") { _ in throw WhetError(.notFound, "the gate refuses", exitCode: .refused) },
    Probe("partly") { _ in
      CommandResult(.record(["bad": 1]), as: .text("one is bad"), failure: WhetError(.importPartial, "one was bad"))
    },
    Probe("stop") { _ in throw CancellationError() },
    Probe("ask") { call in
      try await call.shell.confirm("really?", isAnswered: call.flag("yes"))
      return .text("done")
    },
    Probe("spin") { _ in
      while true {
        try Task.checkCancellation()
        await Task.yield()
      }
    },
    End(word: "exit"),
    Probe("write", effect: .writes) { .text("wrote \(try $0.text("text") ?? "")") },
    Probe("spawn", startsProcesses: true) { _ in .text("spawned") },
    // Gives back what it was given, by name.
    Probe("given") { call in
      let tags = try call.bound.values("tag").map { JSONValue.string(try call.text(of: $0)) }
      return CommandResult(
        .record([
          "text": JSONValue(try call.text("text")), "tags": .array(tags), "file": JSONValue(call.bound.text("file")),
          "count": call.integer("count").map { JSONValue($0) } ?? .null, "loud": .bool(call.flag("loud")),
        ]), as: .text("given"))
    },
  ]
}
