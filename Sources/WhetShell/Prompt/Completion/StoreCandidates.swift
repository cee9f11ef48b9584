import Foundation
import WhetCore
import WhetScript
import WhetStore
import WhetTraining

/// Ids from the store, newest first.
struct StoreCandidates {
  let shell: Shell

  /// The ids of a kind that go on from what was typed, and `last`; nothing where there is no store.
  func list(of kind: ParameterKind, _ typed: String) -> CandidateList {
    guard let store = Self.reader(shell) else { return CandidateList() }
    // One more than shown tells whether there are more.
    let limit = CompletionSource.limit + 1
    var found = (try? Self.records(of: kind, in: store, limit, typed)) ?? []
    if found.isEmpty { found = (try? Self.records(of: kind, in: store, limit, typed, ignoringCase: true)) ?? [] }
    var list = CandidateList(found.map { Candidate($0.id, "\($0.agent): \($0.words.prefix(200))") })
    if "last".hasPrefix(typed), let newest = try? Self.records(of: kind, in: store, 1, "").first {
      list.candidates.insert(Candidate("last", "the newest, \(newest.id)"), at: 0)
    }
    return list
  }

  private static func records(
    of kind: ParameterKind, in store: Store, _ limit: Int, _ typed: String, ignoringCase: Bool = false
  ) throws(WhetError) -> [RecordSummary] {
    // The store writes the letters of its own ids small.
    let counted = ignoringCase ? typed.lowercased() : typed
    return switch kind {
    case .correction: try store.newestCorrections(limit: limit, prefix: typed, ignoringCase: ignoringCase)
    case .lesson: try store.lessons(limit: limit, prefix: typed, ignoringCase: ignoringCase)
    case .lessonOrCorrection:
      try store.lessons(limit: limit, prefix: typed, ignoringCase: ignoringCase)
        + store.newestCorrections(limit: limit, prefix: typed, ignoringCase: ignoringCase)
    case .run: try store.newestRuns(limit: limit, prefix: counted)
    case .session: try store.newestSessions(limit: limit, prefix: counted)
    case .deployment: try store.newestDeployments(limit: limit, prefix: counted)
    default: []
    }
  }

  /// The store as it is now, opened for this look only: nothing stays open that would keep its log from being folded in,
  /// and a store that was replaced is not mistaken for the one before.
  static func reader(_ shell: Shell) -> Store? {
    guard let configuration = try? Services.load(shell.environment, shell.options).configuration(),
      FileManager.default.fileExists(atPath: configuration.storePath)
    else { return nil }
    return try? Store.reader(path: configuration.storePath)
  }
}
