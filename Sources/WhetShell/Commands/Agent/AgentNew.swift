import Foundation
import WhetAgents
import WhetCore
import WhetScript
import WhetTraining

/// `agent new`: a definition file.
struct AgentNew: ShellCommand {
  let specification = CommandSpecification(
    path: ["agent", "new"], summary: "Make a definition file for an agent",
    discussion: """
      Without --description and --prompt it begins as a copy of the agent's definition in another tier, if there is \
      one (built-in ones count), else as a form to fill in.
      """,
    parameters: [
      .positional("name", .agent, "the new agent's name"),
      .option("tier", .choice(Tier.writable), defaultText: "project", "where the file is made")
        .explaining(Tier.meanings),
      .option("description", .text, "when the agent is to be used"),
      .option("prompt", .text, "what it is told; @FILE reads a file"),
    ],
    effect: .writes,
    examples: [
      .init("agent new reviewer --tier user --description 'Reviews changes'", "makes an agent for all projects")
    ],
    shape: .record(
      "new definition",
      [
        .init("name", .text, "the agent's"), .init("tier", .word(Tier.writable), "where it was made"),
        .init("path", .text, "its file"),
        .init("shadowedBy", .word(Tier.self).orNull("it wins"), "the tier that wins over it"),
      ]))

  func run(_ call: CommandCall) async throws -> CommandResult {
    let name = try AgentName(call.required("name"))
    let plan = try await call.trainer().createAgent(
      name, tier: call.tier() ?? .project, description: call.text("description"), prompt: call.text("prompt"))
    let path = plan.definitionURL.path(percentEncoded: false)
    if let tier = plan.shadowedBy { call.warn("the definition in the \(tier.rawValue) tier still wins over this one") }
    return CommandResult(
      .record([
        "name": .string(name.rawValue), "tier": .string(plan.tier.rawValue), "path": .string(path),
        "shadowedBy": JSONValue(plan.shadowedBy?.rawValue),
      ]),
      as: .text("made \(path)"))
  }
}
