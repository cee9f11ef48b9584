import WhetCore
import WhetStore

/// How many corrections there are and where they stand; removed ones do not count.
public struct CorrectionFigures: Sendable, Equatable, Codable {
  public var all = 0
  /// Finished sessions have trained their present revision.
  public var trained = 0
  /// An open session of an unfinished run has them.
  public var inTraining = 0
  /// Nothing has trained their present revision yet.
  public var waiting = 0
  /// Responses a person found right as they were.
  public var accepted = 0
  /// Cases that must never get worse.
  public var pinned = 0
}

extension CorrectionFigures {
  init(_ corrections: [Correction], sessions: [SessionRecord], openRuns: Set<RunID>) {
    var trained: Set<Trained> = []
    var open: Set<Trained> = []
    for session in sessions {
      guard let key = Trained(session) else { continue }
      if session.state == .finished { trained.insert(key) }
      if session.state == .open, openRuns.contains(session.run) { open.insert(key) }
    }
    for correction in corrections {
      let key = Trained(id: correction.id, revision: correction.revision)
      all += 1
      if trained.contains(key) {
        self.trained += 1
      } else if open.contains(key) {
        inTraining += 1
      } else {
        waiting += 1
      }
      if correction.isAccepted { accepted += 1 }
      if correction.isPinned { pinned += 1 }
    }
  }

  /// A correction in the revision that a session has.
  private struct Trained: Hashable {
    var id: CorrectionID
    var revision: Int

    init(id: CorrectionID, revision: Int) {
      self.id = id
      self.revision = revision
    }

    init?(_ session: SessionRecord) {
      guard let id = session.correction, let revision = session.revision else { return nil }
      self.init(id: id, revision: revision)
    }
  }

  var members: [JSONValue.Member] {
    [
      ("corrections", all), ("trained", trained), ("inTraining", inTraining), ("waiting", waiting),
      ("accepted", accepted), ("pinned", pinned),
    ].map { JSONValue.Member($0.0, JSONValue($0.1)) }
  }
}
