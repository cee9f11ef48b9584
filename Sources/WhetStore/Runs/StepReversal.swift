public import WhetCore

extension WhetError.Code {
  /// The run stands at another session than the one that was named.
  public static let stepElsewhere = Self(rawValue: "step.elsewhere")
}

/// What happens to a session in one transaction when a person goes back or decides otherwise.
public struct StepReversal: Sendable {
  /// The step that stays the last one; later ones are taken back. `nil` takes back all.
  public var last: PipelineStep?
  /// Why, for the record of what was taken back.
  public var reason: String
  /// The numbers of the choices that cease to hold.
  public var withdrawn: [Int64]
  /// The choices that hold from now on.
  public var choices: [ChoiceDraft]
  /// Texts that the choices name by digest.
  public var texts: [ArtefactDraft]
  /// Lessons as they were before the session, where what it taught is taken back.
  public var lessons: [LessonChange]
  /// Whether the session ends here, as one that was given up.
  public var aborts: Bool

  public init(
    last: PipelineStep?, reason: String, withdrawn: [Int64] = [], choices: [ChoiceDraft] = [],
    texts: [ArtefactDraft] = [], lessons: [LessonChange] = [], aborts: Bool = false
  ) {
    self.last = last
    self.reason = reason
    self.withdrawn = withdrawn
    self.choices = choices
    self.texts = texts
    self.lessons = lessons
    self.aborts = aborts
  }
}
