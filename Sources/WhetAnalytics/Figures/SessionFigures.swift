import WhetCore
import WhetStore

/// How sessions ended, and how much what was known before them improved their own cases.
public struct SessionFigures: Sendable, Equatable, Codable {
  public var all = 0
  /// Going on, or left by a process that died.
  public var open = 0
  public var finished = 0
  /// Stopped by an error; they can be resumed.
  public var failed = 0
  /// Ended by the user, or because their correction was removed.
  public var aborted = 0
  /// Finished sessions whose local improvement was measured. A correction that is trained again was known before, so
  /// only its first session counts: the others show recall.
  public var measured = 0
  /// Measured sessions with a local improvement above 0.
  public var successes = 0
  /// `successes` among `measured`, 0 to 1, with Wilson's interval.
  public var successRate: Estimate?
  /// The mean local improvement in points, with a bootstrap interval over groups of near-duplicates.
  public var improvement: Estimate?
}

extension SessionFigures {
  /// - Parameter groups: the group of near-duplicates of a case, where it is known; else a case is its own group.
  init(_ sessions: [SessionRecord], groups: [CorrectionID: CorrectionID]) {
    all = sessions.count
    for session in sessions {
      switch session.state {
      case .open: open += 1
      case .finished: finished += 1
      case .failed: failed += 1
      case .aborted: aborted += 1
      }
    }
    let values = LocalImprovement.all(in: sessions)
    measured = values.count
    successes = values.count { $0.points > 0 }
    successRate = .share(successes: successes, of: measured)
    improvement = .mean(of: LocalImprovement.grouped(values, by: groups))
  }

  var members: [JSONValue.Member] {
    let counts = [
      ("sessions", all), ("finished", finished), ("open", open), ("failed", failed), ("aborted", aborted),
      ("measured", measured), ("successes", successes),
    ]
    return counts.map { JSONValue.Member($0.0, JSONValue($0.1)) } + Estimate.members("successRate", successRate)
      + Estimate.members("improvement", improvement)
  }
}

/// The improvement of a session's own case by what was known before it.
struct LocalImprovement {
  var session: SessionRecord
  var points: Double

  /// Those of the finished sessions that measured one, in order, without what is mere recall.
  static func all(in sessions: [SessionRecord]) -> [LocalImprovement] {
    var learned: Set<CorrectionID> = []
    return sessions.compactMap { session in
      if let id = session.correction, let step = session.lastStep, step >= .adaptation {
        guard learned.insert(id).inserted else { return nil }
      }
      guard session.state == .finished, let points = session.improvement else { return nil }
      return LocalImprovement(session: session, points: points)
    }
  }

  /// The points by group, in the order of the groups' first members.
  static func grouped(_ values: [LocalImprovement], by groups: [CorrectionID: CorrectionID]) -> [[Double]] {
    var places: [String: Int] = [:]
    var result: [[Double]] = []
    for value in values {
      let name = value.session.correction.map { (groups[$0] ?? $0).rawValue } ?? "session \(value.session.id)"
      if let place = places[name] {
        result[place].append(value.points)
      } else {
        places[name] = result.count
        result.append([value.points])
      }
    }
    return result
  }
}
