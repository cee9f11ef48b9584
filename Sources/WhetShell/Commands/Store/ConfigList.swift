import WhetCore
import WhetScript
import WhetTraining

/// `config list`: every setting and where its value comes from.
struct ConfigList: ShellCommand {
  let specification = CommandSpecification(
    path: ["config", "list"], summary: "List settings with their values and where each comes from",
    discussion: """
      Later ones win: defaults, $XDG_CONFIG_HOME/whet/config.yaml, .whet/config.yaml of the project, WHET_* in the \
      environment, --set NAME=VALUE.
      """,
    effect: .reads, examples: [.init("config list", "lists all settings")],
    shape: .list(
      .record(
        "setting",
        [
          .init("name", .text, "its name"), .init("value", .text, "as it holds now"),
          .init("source", .text, "default, flag, a variable or a file"), .init("summary", .text, "what it means"),
          .init("variable", .text, "of the environment"),
        ])))

  func run(_ call: CommandCall) async throws -> CommandResult {
    let entries = try await call.shell.services.settings().entries
    let rows = entries.map { entry in
      JSONValue.record([
        "name": .string(entry.key.rawValue), "value": .string(entry.value), "source": .string(entry.source),
        "summary": .string(entry.key.summary), "variable": .string(entry.key.variable),
      ])
    }
    let table = TableDescription(
      [.init("name"), .init("value"), .init("source"), .init("meaning", "summary")], whenEmpty: "no settings")
    return .list(rows, table)
  }
}
