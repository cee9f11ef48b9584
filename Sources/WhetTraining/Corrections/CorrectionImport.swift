public import Foundation
public import WhetCore
import WhetStore

/// What an import did.
public struct ImportReport: Sendable, Equatable {
  public var file: String
  public var added: [CorrectionID] = []
  /// Lines whose correction was there already.
  public var unchanged = 0
  /// Lines whose correction was removed earlier and stays so.
  public var removed = 0
  /// Lines that were skipped, each with file, line and reason.
  public var faults: [WhetError] = []
  /// Secrets that were replaced.
  public var redactions = 0
  /// Fields that mean nothing to whet, by name.
  public var ignoredFields: [String] = []
}

extension AgentTrainer {
  /// Adds the corrections of a JSON-lines file; bad lines are reported and skipped, the rest goes in together.
  ///
  /// - Parameter file: the name shown in faults.
  /// - Throws: `WhetError` of the store; then nothing was added.
  public nonisolated func importCorrections(_ bytes: Data, file: String) throws(WhetError) -> ImportReport {
    var report = ImportReport(file: file)
    var drafts: [(line: Int, draft: CorrectionDraft)] = []
    var ignored: Set<String> = []
    for (number, line) in JSONLines(bytes) {
      try WhetError.throwIfCancelled()
      do throws(WhetError) {
        let draft = try CorrectionDraft(json: line)
        ignored.formUnion(CorrectionLines.unknownFields(of: line))
        report.redactions += draft.redactions.values.reduce(0) { $0 + $1.count }
        drafts.append((number, draft))
      } catch {
        var fault = error
        fault.location = SourceLocation(file: file, line: number)
        report.faults.append(fault)
      }
    }
    report.ignoredFields = ignored.sorted()
    for ((line, _), addition) in zip(drafts, try store.add(drafts.map(\.draft), from: file)) {
      switch addition {
      case .added(let correction): report.added.append(correction.id)
      case .unchanged: report.unchanged += 1
      case .hidden: report.removed += 1
      case .conflict(var fault):
        fault.location = SourceLocation(file: file, line: line)
        report.faults.append(fault)
      }
    }
    report.faults.sort { ($0.location?.line ?? 0) < ($1.location?.line ?? 0) }
    return report
  }
}

/// What the names in a line of a corrections file say.
enum CorrectionLines {
  private static let fields: Set<String> = [
    "id", "agent", "task", "context", "original", "corrected", "feedback", "format", "language", "type", "severity",
    "verify", "pinned", "source",
  ]

  private struct AnyKey: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  private struct FieldNames: Decodable {
    var names: [String]
    init(from decoder: any Decoder) throws {
      names = try decoder.container(keyedBy: AnyKey.self).allKeys.map(\.stringValue)
    }
  }

  /// The names of a line's fields that a correction does not have.
  static func unknownFields(of line: Data) -> [String] {
    ((try? JSONDecoder().decode(FieldNames.self, from: line))?.names ?? []).filter { !fields.contains($0) }
  }
}
