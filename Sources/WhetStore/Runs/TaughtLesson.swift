public import WhetCore

/// A lesson that a session changed, with what it was before.
public struct TaughtLesson: Sendable {
  /// The lesson as it is now.
  public var lesson: LessonRecord
  /// The session's change.
  public var event: LessonEvent
  /// What the lesson was before that change; `nil` for one that was not there.
  public var before: LessonEvent?
  /// Whether other sessions changed it since: then it cannot just be put back.
  public var isChangedElsewhere: Bool
}

extension LessonChange {
  private static let takingBack = "taken back with session "

  /// A lesson as it is to be once what a session taught does not count.
  public static func takingBack(_ lesson: LessonRecord, of session: SessionID) -> LessonChange {
    LessonChange(lesson, reason: takingBack + session.rawValue)
  }

  fileprivate static func isTakingBack(_ reason: String) -> Bool { reason.hasPrefix(takingBack) }
}

extension LessonEvent {
  /// Whether it took back what its session had taught.
  var isTakingBack: Bool { LessonChange.isTakingBack(reason) }
}
