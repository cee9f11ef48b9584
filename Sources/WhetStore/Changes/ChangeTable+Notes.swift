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

  /// Notes what a person decided of lessons; nothing where no status changed.
  static func note(_ decisions: [LessonStatusChange], at: Date, _ db: Database) throws {
    guard let first = decisions.first else { return }
    let words =
      decisions.count == 1
      ? "made lesson \(first.id) of \(first.agent) \(first.to.rawValue)"
      : "changed the status of \(count(decisions.count, "lesson"))"
    try insert(.decided, .lessonStatus(decisions), words: words, at: at, db)
  }

  /// `correction a`, `corrections a, b`, `5 corrections: a, b, c, ...`.
  static func corrections(_ ids: [CorrectionID]) -> String {
    let names = ids.prefix(shown).map(\.rawValue).joined(separator: ", ")
    if ids.count == 1 { return "correction \(names)" }
    return ids.count <= shown ? "corrections \(names)" : "\(count(ids.count, "correction")): \(names), ..."
  }

  private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
