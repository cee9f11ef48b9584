import Foundation
import WhetCore
import WhetScript
import WhetTraining

/// The commands on the shipped demos.
enum DemoCommands {
  static let all: [any ShellCommand] = [DemoList(), DemoRun()]
}

/// `demo list`: the demos there are.
struct DemoList: ShellCommand {
  let specification = CommandSpecification(
    path: ["demo", "list"], summary: "List the demos", effect: .reads,
    examples: [.init("demo list", "lists the demos with their folders")],
    shape: .list(
      .record(
        "demo",
        [
          .init("name", .text, "what 'demo run' takes"), .init("title", .text, "what it shows"),
          .init("path", .text, "its folder"),
        ])))

  func run(_ call: CommandCall) async throws -> CommandResult {
    let demos = DemoFolder.all(in: call.shell.environment).map { demo in
      JSONValue.record([
        "name": .string(demo.name), "title": .string(demo.title),
        "path": .string(demo.url.path(percentEncoded: false)),
      ])
    }
    let table = TableDescription(
      [.init("name"), .init("title"), .init("folder", "path")],
      whenEmpty: "no demos found; set WHET_DEMOS to the folder that holds them")
    return .list(demos, table)
  }
}

/// `demo run`: the whole way of one agent type on real data, in a project and store of its own.
struct DemoRun: ShellCommand {
  let specification = CommandSpecification(
    path: ["demo", "run"], summary: "Train, prove, deploy and roll back an agent on shipped corrections",
    discussion: """
      Works in a temporary project with a store of its own; nothing of yours is touched. Fails (exit 3) if the strict \
      gate refuses, if fewer than half of the failing held-out cases are fixed, if one is broken, or if a case that \
      was right already changes.
      """,
    parameters: [
      .positional("name", .named("demo"), "the demo"), .flag("keep", "keep the temporary project and store"),
    ],
    effect: .writes, startsProcesses: true,
    examples: [.init("demo run engineer", "runs the engineer's demo")], shape: DemoFigures.shape)

  func run(_ call: CommandCall) async throws -> CommandResult {
    let demo = try DemoFolder.named(call.required("name"), in: call.shell.environment)
    let settings = try await call.shell.services.settings().configuration()
    let progress = TrainingProgress(shell: call.shell)
    defer { progress.finish() }
    let runner = DemoRunner(
      demo: demo, settings: settings, observer: progress.observer,
      tell: { blocks in
        progress.finish()
        try call.tell(blocks)
      })
    let workplace = try DemoWorkplace()
    defer { if !call.flag("keep") { workplace.remove() } }
    let figures = try await runner.run(in: workplace)
    if call.flag("keep") { call.note("kept \(workplace.folder.path(percentEncoded: false))") }
    return CommandResult(figures.value, as: .nothing, failure: figures.failure)
  }
}
