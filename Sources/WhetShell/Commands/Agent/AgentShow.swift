import Foundation
import WhetAgents
import WhetCore
import WhetScript
import WhetTraining

/// `agent show`: a definition and what was deployed into it.
struct AgentShow: ShellCommand {
  let specification = CommandSpecification(
    path: ["agent", "show"], summary: "Show an agent's definition and deployed rules",
    parameters: [
      .positional("agent", .agent, isRequired: false, "whose; the chosen agent unless told"),
      .option("tier", .choice(Tier.allCases.map(\.rawValue)), defaultText: "the one that wins", "which tier's")
        .explaining(Tier.meanings),
    ],
    effect: .reads,
    examples: [.init("agent show engineer", "shows the definition that wins")], shape: AgentShow.shape)

  func run(_ call: CommandCall) async throws -> CommandResult {
    let directory = try await call.trainer().directory
    let definition = try directory.definition(for: call.agent(), in: call.tier())
    for warning in definition.warnings { call.warn(warning.description) }
    let rules = try directory.deployedRules(with: definition)
    return CommandResult(value(definition, rules), as: .document(document(definition, rules)))
  }

  private func value(_ definition: AgentDefinition, _ rules: DeployedRules?) -> JSONValue {
    .record([
      "name": .string(definition.name.rawValue), "tier": .string(definition.tier.rawValue),
      "path": JSONValue(definition.url?.path(percentEncoded: false)),
      "fields": .object(definition.frontMatter.fields.map { .init($0.name, .string($0.value)) }),
      "body": .string(definition.body), "managed": JSONValue(try? ManagedSection.text(in: definition.bytes)),
      "rules": rules.map(value) ?? .null,
      "warnings": .array(definition.warnings.map { .string($0.message) }),
    ])
  }

  static let shape = ValueShape.record(
    "agent definition",
    [
      .init("name", .text, "the agent's"), .init("tier", .word(Tier.self), "where it lies"),
      .init("path", .text.orNull("it is built in"), "its file"), .init("fields", .map(.text), "of its front matter"),
      .init("body", .text, "its prompt"), .init("managed", .text.orNull("nothing was deployed"), "its managed section"),
      .init("rules", rulesShape.orNull("nothing was deployed"), "the rules beside it"),
      .init("warnings", .list(.text), "what is odd about it"),
    ])

  private static let rulesShape = ValueShape.record(
    "deployed rules",
    [
      .init("path", .text, "their file"), .init("version", .integer(from: 1), "of the deployment"),
      .init("run", .id("run").orNull("no run made them"), "whose lessons"), .init("lessons", .count, "how many"),
      .init("paired", .boolean, "whether they are those of the managed section"),
    ])

  private func value(_ rules: DeployedRules) -> JSONValue {
    .record([
      "path": .string(rules.url.path(percentEncoded: false)), "version": JSONValue(rules.file.version),
      "run": JSONValue(rules.file.run?.rawValue), "lessons": JSONValue(rules.file.lessons.count),
      "paired": .bool(rules.isPaired),
    ])
  }

  private func document(_ definition: AgentDefinition, _ rules: DeployedRules?) -> [DocumentBlock] {
    var fields = [
      (name: "tier", value: definition.tier.rawValue),
      (name: "file", value: definition.url?.path(percentEncoded: false) ?? "built in"),
    ]
    fields += definition.frontMatter.fields.map { (name: $0.name, value: $0.value) }
    if let rules {
      let pairing = rules.isPaired ? "" : "; not those of the managed section: deploy again"
      fields.append(
        ("rules", "version \(rules.file.version), \(NumberText.count(rules.file.lessons.count, "lesson"))\(pairing)"))
    } else {
      fields.append(("rules", "none deployed"))
    }
    return [
      .heading("agent \(definition.name)"), .fields(fields), .heading("prompt"), .verbatim(definition.body),
    ]
  }
}
