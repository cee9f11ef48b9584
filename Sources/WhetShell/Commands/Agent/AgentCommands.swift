import Foundation
import WhetAgents
import WhetCore
import WhetScript
import WhetStore
import WhetTraining

/// The commands on agent definitions.
enum AgentCommands {
  static let all: [any ShellCommand] = [AgentList(), AgentShow(), AgentNew(), AgentDiff(), AgentUse()]
}

/// `agent list`: one row for each definition file.
struct AgentList: ShellCommand {
  let specification = CommandSpecification(
    path: ["agent", "list"], summary: "List agent definitions of all tiers, built-in ones included", effect: .reads,
    examples: [.init("agent list", "lists the definitions, with the tier that wins where a name stands twice")],
    shape: .list(AgentListing.shape))

  static let table = TableDescription(
    [
      .init("agent", "name"), .init("tier"), .init("shadowed by", "shadowedBy"), .init("trained", "managed", .mark),
      .init("description"), .init("file", "path"), .init("fault", "error"),
    ],
    whenEmpty: "no agents")

  func run(_ call: CommandCall) async throws -> CommandResult {
    let listings = try await call.trainer().directory.list()
    for warning in listings.flatMap(\.warnings) { call.warn(warning.description) }
    return .list(listings.map(\.value), Self.table)
  }
}

extension AgentListing {
  var value: JSONValue {
    .record([
      "name": JSONValue(name?.rawValue), "tier": .string(tier.rawValue),
      "path": JSONValue(url?.path(percentEncoded: false)), "description": JSONValue(description),
      "shadowedBy": JSONValue(shadowedBy?.rawValue), "managed": .bool(hasManagedSection),
      "warnings": .array(warnings.map { .string($0.message) }), "error": JSONValue(error?.message),
    ])
  }
}

extension AgentListing {
  static let shape = ValueShape.record(
    "agent definition file",
    [
      .init("name", .text.orNull("the file cannot be read"), "the agent's"),
      .init("tier", .word(Tier.self), "where it lies"),
      .init("path", .text.orNull("it is built in"), "its file"),
      .init("description", .text.orNull("it has none"), "when the agent is to be used"),
      .init("shadowedBy", .word(Tier.self).orNull("it wins"), "the tier that wins over it"),
      .init("managed", .boolean, "whether lessons were deployed into it"),
      .init("warnings", .list(.text), "what is odd about it"),
      .init("error", .text.orNull("it is sound"), "why it cannot be used"),
    ])
}

/// `agent use`: chooses the agent that commands take when none is named.
struct AgentUse: ShellCommand {
  let specification = CommandSpecification(
    path: ["agent", "use"], summary: "Choose the agent that commands take when none is named",
    discussion: "Holds until this shell or script ends. Without a name the choice is dropped.",
    parameters: [.positional("agent", .agent, isRequired: false, "whom")], effect: .reads,
    examples: [.init("agent use engineer", "chooses the engineer")],
    shape: .record("chosen agent", [.init("agent", .text.orNull("none is chosen"), "its name")]))

  func run(_ call: CommandCall) async throws -> CommandResult {
    guard let name = try call.text("agent") else {
      call.shell.choose(nil)
      return CommandResult(.record(["agent": nil]), as: .text("no agent is chosen"))
    }
    let agent = try AgentName(name)
    let trainer = try await call.trainer()
    guard try trainer.store.agents().contains(agent) || trainer.directory.list().contains(where: { $0.name == agent })
    else {
      throw WhetError(
        .notFound, "there is no agent '\(agent)'", advice: "see 'agent list', or make it with 'agent new'")
    }
    call.shell.choose(agent)
    return CommandResult(.record(["agent": .string(agent.rawValue)]), as: .text("\(agent) is chosen"))
  }
}
