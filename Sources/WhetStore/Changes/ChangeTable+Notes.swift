import Foundation
import GRDB
import WhetCore

/// Changes in the words of the journal.
extension ChangeTable {
  /// How many ids the words name.
  private static let shown = 3

  /// Notes that corrections were added together; nothing where none was.
  static func noteAddition(of ids: [CorrectionID], from file: String?, at: Date, _ db: Database) throws {
    guard !ids.isEmpty else { return }
    let words = file.map { "imported \(count(ids.count, "correction")) from \($0)" } ?? "added \(corrections(ids))"
    try insert(
      file == nil ? .added : .imported, .addition(CorrectionAddition(added: ids)), words: words, at: at, db)
  }

  /// Notes that a deployment or rollback was applied.
  static func note(_ record: DeploymentRecord, at: Date, _ db: Database) throws {
    let isRollback = record.kind == .rolledBack
    let words =
      isRollback
      ? "rolled \(record.agent) back in the \(record.tier) tier (\(record.id))"
      : "deployed version \(record.version) of \(record.agent) to the \(record.tier) tier (\(record.id))"
    try insert(isRollback ? .rolledBack : .deployed, .deployment(record.id), words: words, at: at, db)
  }

  /// Notes what a person decided of lessons; nothing where that is as it was.
  static func note(_ decisions: [LessonDecision], at: Date, _ db: Database) throws {
    guard let first = decisions.first else { return }
    let words = decisions.count == 1 ? first.phrase : words(of: decisions)
    try insert(.decided, .lessons(decisions), words: words, at: at, db)
  }

  /// What was decided of several lessons together.
  private static func words(of decisions: [LessonDecision]) -> String {
    let names =
      decisions.prefix(shown).map(\.id.rawValue).joined(separator: ", ")
      + (decisions.count > shown ? ", ..." : "")
    let all = count(decisions.count, "lesson")
    if decisions.allSatisfy({ $0.from.status != $0.to.status }) { return "changed the status of \(all): \(names)" }
    let isMerge = decisions.contains { $0.to.mergedInto != nil && $0.to.mergedInto != $0.from.mergedInto }
    return isMerge ? "merged \(all): \(names)" : "changed the words of \(all): \(names)"
  }

  /// `correction a`, `corrections a, b`, `5 corrections: a, b, c, ...`.
  static func corrections(_ ids: [CorrectionID]) -> String {
    let names = ids.prefix(shown).map(\.rawValue).joined(separator: ", ")
    if ids.count == 1 { return "correction \(names)" }
    return ids.count <= shown ? "corrections \(names)" : "\(count(ids.count, "correction")): \(names), ..."
  }

  private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
