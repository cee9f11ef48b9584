import Foundation
import WhetAgents
import WhetCore
import WhetScript
import WhetStore
import WhetTerminal
import WhetTraining

/// `agent diff`: what a deployment would change, or what changed between two versions.
struct AgentDiff: ShellCommand {
  let specification = CommandSpecification(
    path: ["agent", "diff"], summary: "Show what deploying would change in a definition, or what versions changed",
    parameters: [
      .positional("agent", .agent, isRequired: false, "whose; the chosen agent unless told"),
      .option("run", .run, defaultText: "the newest finished one", "the run that would be deployed"),
      .option("tier", .choice(Tier.writable), defaultText: "project", "where it would be deployed")
        .explaining(Tier.meanings),
      .option("from", .integer, bounds: 0...1_000_000, "show from this deployed version; 0 is before the first"),
      .option("to", .integer, bounds: 0...1_000_000, defaultText: "the newest", "show up to this deployed version"),
      .flag("words", "show what changes by words"),
    ],
    effect: .reads,
    examples: [
      .init("agent diff engineer", "shows what 'deploy engineer' would write"),
      .init("agent diff engineer --from 1 --to 2", "shows what the second version changed"),
    ],
    shape: .record(
      "difference of definitions",
      [
        .init("agent", .text, "whose"), .init("old", .text, "name of the old side"),
        .init("new", .text, "name of the new side"), .init("added", .count, "lines"), .init("removed", .count, "lines"),
        .init("diff", .list(.text), "lines of a unified diff"),
      ]))

  private struct Change {
    var old: String
    var new: String
    var oldName: String
    var newName: String
  }

  func run(_ call: CommandCall) async throws -> CommandResult {
    let agent = try call.agent()
    let trainer = try await call.trainer()
    let isBetweenVersions = call.bound["from"] != nil || call.bound["to"] != nil
    let change = isBetweenVersions ? try versions(of: agent, trainer, call) : try await planned(agent, trainer, call)
    let diff = TextDiff(old: change.old, new: change.new)
    let plain = diff.unified(oldName: change.oldName, newName: change.newName)
    return CommandResult(
      .record([
        "agent": .string(agent.rawValue), "old": .string(change.oldName), "new": .string(change.newName),
        "added": JSONValue(diff.counts.added), "removed": JSONValue(diff.counts.removed),
        "diff": .array(plain.map { .string($0.plain) }),
      ]),
      as: .document([
        diff.isEmpty
          ? .paragraph("nothing differs", style: .dim)
          : .difference(
            old: change.old, new: change.new, oldName: change.oldName, newName: change.newName,
            form: call.flag("words") ? .words : .patch)
      ]))
  }

  private func planned(_ agent: AgentName, _ trainer: AgentTrainer, _ call: CommandCall) async throws -> Change {
    let run = try call.text("run").map { try trainer.store.run(matching: $0).id }
    let plan = try await trainer.plan(agent: agent, run: run, tier: call.tier() ?? .project)
    let path = plan.definitionURL.path(percentEncoded: false)
    return Change(
      old: Self.text(plan.definitionBefore), new: Self.text(plan.definitionAfter),
      oldName: plan.definitionBefore == nil ? "/dev/null" : path, newName: path)
  }

  private func versions(of agent: AgentName, _ trainer: AgentTrainer, _ call: CommandCall) throws -> Change {
    let applied = try trainer.store.deployments(agent: agent).filter { $0.state == .applied }
    guard let newest = applied.last else {
      throw WhetError(.notFound, "the agent '\(agent)' has no deployed version", advice: "see 'deployment list'")
    }
    let from = call.integer("from") ?? newest.version - 1
    let to = call.integer("to") ?? newest.version
    return Change(
      old: try text(ofVersion: from, applied, trainer.store), new: try text(ofVersion: to, applied, trainer.store),
      oldName: "version \(from)", newName: "version \(to)")
  }

  private func text(ofVersion version: Int, _ applied: [DeploymentRecord], _ store: Store) throws -> String {
    if version == 0, let first = applied.first {
      return Self.text(try first.definitionBefore.map { try store.artefact($0) })
    }
    guard let record = applied.last(where: { $0.version == version }) else {
      let known = applied.map { String($0.version) }.joined(separator: ", ")
      throw WhetError(.notFound, "there is no deployed version \(version)", advice: "the versions are 0, \(known)")
    }
    return Self.text(try record.definitionAfter.map { try store.artefact($0) })
  }

  private static func text(_ bytes: Data?) -> String { bytes.map { String(decoding: $0, as: UTF8.self) } ?? "" }
}
