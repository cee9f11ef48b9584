import Foundation
import WhetCore
import WhetStore

/// What taking a change back does and what it leaves, in words.
extension AgentTrainer {
  nonisolated func effect(of change: ChangeRecord) throws -> String {
    switch change.content {
    case .addition(let addition):
      let subject = addition.ids.count == 1 ? "the correction is" : "the \(addition.ids.count) corrections are"
      return "\(subject) taken out of lists and training, as before"
    case .removal(let ids): return ids.count == 1 ? "the correction is back" : "the \(ids.count) corrections are back"
    case .edit(let edit): return "revision \(edit.from) of the correction counts again"
    case .lessons(let decisions): return Self.effect(of: decisions)
    case .deployment(let id):
      let record = try store.deployment(matching: id.rawValue)
      let path = record.definitionPath
      return record.definitionBefore == nil
        ? "'\(path)' is removed, with its rules"
        : "'\(path)' and its rules are as they were before"
    case .agentFile(let file): return "'\(file.definitionPath)' is removed"
    }
  }

  nonisolated func remains(of change: ChangeRecord) throws -> [String] {
    var remains: [String] = []
    if let trained = try trainedNote(change) { remains.append(trained) }
    let runs = try store.runs(since: change)
    if !runs.isEmpty {
      let names = runs.prefix(3).map(\.rawValue).joined(separator: ", ") + (runs.count > 3 ? ", ..." : "")
      remains.append(
        runs.count == 1
          ? "The run \(names) was at work after it; a training is history and stays."
          : "The \(runs.count) runs \(names) were at work after it; training is history and stays.")
    }
    return remains
  }

  static func again(_ change: ChangeRecord, _ store: Store) throws -> String {
    switch change.content {
    case .addition:
      return change.kind == .imported
        ? "'correction import' of the same file brings them back"
        : "'correction add' of the same brings it back"
    case .removal(let ids):
      let names = ids.prefix(3).map(\.rawValue).joined(separator: " ") + (ids.count > 3 ? " ..." : "")
      return "'correction remove \(names)' removes \(ids.count == 1 ? "it" : "them") again"
    case .edit(let edit): return "'correction edit \(edit.id)' changes it again"
    case .lessons(let decisions): return Self.again(decisions)
    case .deployment(let id):
      let agent = try store.deployment(matching: id.rawValue).agent
      return change.kind == .rolledBack ? "'rollback \(agent)' takes it back again" : "'deploy \(agent)' makes it again"
    case .agentFile(let file): return "'agent new \(file.agent)' makes it again"
    }
  }

  private static func effect(of decisions: [LessonDecision]) -> String {
    guard decisions.count == 1, let only = decisions.first else { return "each lesson is as it was before" }
    if only.from.status != only.to.status {
      return only.to.status == .disabled
        ? "the lesson is what the learner makes of it again" : "the lesson is \(only.from.status) again"
    }
    if only.from.mergedInto != only.to.mergedInto {
      return only.from.mergedInto.map { "its words stand under \($0) again" } ?? "the lesson stands for itself again"
    }
    return only.from.words == nil
      ? "the lesson has the learner's words again" : "the lesson has its earlier words again"
  }

  private static func again(_ decisions: [LessonDecision]) -> String {
    guard let only = decisions.first, decisions.count == 1 else {
      return "'lesson list' shows the lessons as they are"
    }
    if only.from.status != only.to.status {
      let verb = only.to.status == .disabled ? "disable" : "enable"
      return "'lesson \(verb) \(only.id)' does it again"
    }
    if let other = only.to.mergedInto, other != only.from.mergedInto {
      return "'lesson merge \(other) \(only.id)' merges them again"
    }
    return "'lesson edit \(only.id)' changes it again"
  }

  private nonisolated func trainedNote(_ change: ChangeRecord) throws -> String? {
    let corrections: [CorrectionID]
    switch change.content {
    case .addition(let addition): corrections = addition.ids
    case .edit(let edit): corrections = [edit.id]
    default: return nil
    }
    let count = try store.learnedSessionCount(of: corrections)
    guard count > 0 else { return nil }
    return
      "\(count) session\(count == 1 ? "" : "s") trained with it and stay\(count == 1 ? "s" : ""); a lesson that "
      + "nothing else supports is retired when the agent next learns from a correction, but one made of feedback in "
      + "words stays."
  }
}
