import Foundation
import WhetAgents
import WhetCore
import WhetStore
import WhetTraining

extension DeploymentRecord {
  var members: [JSONValue.Member] {
    [
      .init("id", .string(id.rawValue)), .init("agent", .string(agent.rawValue)), .init("version", JSONValue(version)),
      .init("tier", .string(tier)), .init("kind", .string(kind.rawValue)), .init("state", .string(state.rawValue)),
      .init("run", JSONValue(run?.rawValue)), .init("definition", .string(definitionPath)),
      .init("rules", .string(rulesPath)), .init("at", MomentText.json(at)),
    ]
  }

  var value: JSONValue { .object(members) }
}

extension DeploymentReport {
  var value: JSONValue {
    .object(
      record.members + [
        .init("lessons", JSONValue(lessonCount)), .init("notes", .array(notes.map { .string($0) })),
      ])
  }

  /// What was done and what it changed.
  func document(_ title: String) -> [DocumentBlock] {
    [
      .heading(title),
      .fields([
        ("version", "\(record.version) (\(record.kind.rawValue))"), ("tier", record.tier),
        ("definition", record.definitionPath), ("rules", record.rulesPath), ("run", record.run?.rawValue ?? "none"),
      ]),
    ] + notes.map { .paragraph("  " + $0) } + change
  }

  /// The difference where there was a file; of a new file, which is a copy of another tier's, only what is ours.
  private var change: [DocumentBlock] {
    switch (definitionBefore, definitionAfter) {
    case (let before?, let after?):
      [
        .heading("what changed in the definition"),
        .difference(old: before, new: after, oldName: "before", newName: "after"),
      ]
    case (nil, let after?):
      [
        .heading("a new file; its managed section"),
        .verbatim((try? ManagedSection.text(in: Data(after.utf8))).flatMap { $0 } ?? ""),
      ]
    case (_, nil): [.paragraph("  the file is gone again, as it was before")]
    }
  }
}
