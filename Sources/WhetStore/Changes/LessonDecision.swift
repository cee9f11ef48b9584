public import WhetCore

/// What a person decided of a lesson: how it stood before and after.
public struct LessonDecision: Codable, Sendable, Equatable {
  /// What people decide of a lesson, whatever the learner makes of it.
  public struct State: Sendable, Equatable {
    public var status: LessonRecord.Status
    /// What the learner makes of a disabled one.
    public var standing: LessonRecord.Status?
    /// A person's words; `nil` for none.
    public var words: String?
    /// The lesson whose words stand for this one's; `nil` for none.
    public var mergedInto: LessonID?

    init(_ lesson: LessonRecord) {
      (status, standing) = (lesson.status, lesson.standing)
      (words, mergedInto) = (lesson.ownWords, lesson.mergedInto)
    }

    /// Whether people decided the same.
    func isSame(as other: State) -> Bool {
      status == other.status && words == other.words && mergedInto == other.mergedInto
    }
  }

  public var agent: AgentName
  public var id: LessonID
  public var from: State
  public var to: State

  /// What was done, such as `made lesson l1 of engineer disabled`.
  public var phrase: String {
    if from.status != to.status { return "made lesson \(id) of \(agent) \(to.status)" }
    if let other = to.mergedInto, other != from.mergedInto { return "merged lesson \(id) of \(agent) into \(other)" }
    if to.mergedInto != from.mergedInto { return "made lesson \(id) of \(agent) stand for itself" }
    return to.words == nil
      ? "gave lesson \(id) of \(agent) the learner's words again" : "gave lesson \(id) of \(agent) other words"
  }
}

extension LessonDecision.State: Codable {
  private enum Key: String, CodingKey { case status, standing, words, mergedInto }

  /// Reads a journal that knew only the status as well.
  public init(from decoder: any Decoder) throws {
    if let status = try? decoder.singleValueContainer().decode(LessonRecord.Status.self) {
      self.status = status
      return
    }
    let container = try decoder.container(keyedBy: Key.self)
    status = try container.decode(LessonRecord.Status.self, forKey: .status)
    standing = try container.decodeIfPresent(LessonRecord.Status.self, forKey: .standing)
    words = try container.decodeIfPresent(String.self, forKey: .words)
    mergedInto = try container.decodeIfPresent(LessonID.self, forKey: .mergedInto)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(status, forKey: .status)
    try container.encodeIfPresent(standing, forKey: .standing)
    try container.encodeIfPresent(words, forKey: .words)
    try container.encodeIfPresent(mergedInto, forKey: .mergedInto)
  }
}

extension LessonDecision {
  /// The lesson as it is once the decision is taken back.
  ///
  /// - Returns: `nil` if what the decision left is not there any more.
  func reversed(on lesson: LessonRecord) -> LessonRecord? {
    let present = State(lesson)
    var lesson = lesson
    if from.status != to.status {
      guard present.status == to.status else { return nil }
      // The learner may have made something else of it while it was disabled.
      let isUntouched = to.status != .disabled || present.standing == to.standing
      lesson.status = isUntouched ? from.status : present.standing ?? from.status
      lesson.standing = from.standing
    }
    if from.words != to.words {
      guard present.words == to.words else { return nil }
      lesson.ownWords = from.words
    }
    if from.mergedInto != to.mergedInto {
      guard present.mergedInto == to.mergedInto else { return nil }
      lesson.mergedInto = from.mergedInto
    }
    return lesson
  }
}
