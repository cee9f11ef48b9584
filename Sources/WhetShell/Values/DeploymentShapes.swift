import WhetCore
import WhetStore
import WhetTraining

extension DeploymentRecord {
  static let shape = ValueShape.record(
    "deployment",
    [
      .init("id", .id("deployment"), "its id"), .init("agent", .text, "whose definition"),
      .init("version", .integer(from: 0), "counts the agent's deployments; 0 is what was before the first"),
      .init("tier", .text, "where the definition lies"),
      .init("kind", .word(DeploymentDraft.Kind.self), "on whose word"),
      .init("state", .word(DeploymentRecord.State.self), "whether the files are written"),
      .init("run", .id("run"), "whose lessons"),
      .init("definition", .text, "the definition's file"), .init("rules", .text, "the rules' file"),
      .init("at", .moment, "when"),
    ])
}

extension DeploymentReport {
  static let shape = ValueShape.record(
    "deployment report",
    DeploymentRecord.shape.members + [
      .init("lessons", .count, "how many were written"), .init("notes", .list(.text), "what there is to know of it"),
    ])
}
