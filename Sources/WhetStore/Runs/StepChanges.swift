public import WhetCore

extension WhetError.Code {
  /// The step is not the one after the session's last: it was committed before, or another is missing.
  public static let sessionStepOrder = Self(rawValue: "session.step-order")
  /// The session is finished or aborted.
  public static let sessionClosed = Self(rawValue: "session.closed")
  /// The run has a session on that correction.
  public static let sessionDuplicate = Self(rawValue: "session.duplicate")
}

/// What a step changes besides its own artefact; all of it is committed with the step, or none.
public struct StepChanges: Sendable {
  /// Texts the artefact names by digest. One without a basis is stored as its difference from what the session
  /// trains.
  public var texts: [ArtefactDraft]
  /// The session's scores; `nil` leaves them.
  public var scores: Scores?
  /// The session's state after the step; `nil` means finished after the last step, else open.
  public var state: SessionRecord.State?
  /// Lessons as they are after the step; equal ones are left alone.
  public var lessons: [LessonChange]

  /// The two overall scores, 0 to 100, and their difference in points; `nil` where nothing was measured.
  public struct Scores: Sendable, Equatable {
    /// Of the original response.
    public var overallBefore: Double?
    /// Of the improved response.
    public var overallAfter: Double?
    /// After less before.
    public var improvement: Double?

    public init(overallBefore: Double?, overallAfter: Double?, improvement: Double?) {
      self.overallBefore = overallBefore
      self.overallAfter = overallAfter
      self.improvement = improvement
    }
  }

  /// Nothing but the artefact, unless something is given.
  public init(
    texts: [ArtefactDraft] = [], scores: Scores? = nil, state: SessionRecord.State? = nil, lessons: [LessonChange] = []
  ) {
    self.texts = texts
    self.scores = scores
    self.state = state
    self.lessons = lessons
  }
}
