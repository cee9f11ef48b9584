public import WhetCore

/// An original response and the text a person made of it; equal texts are an accepted response.
public struct TrainingPair: Sendable, Equatable {
  public var id: CorrectionID
  public var original: String
  public var corrected: String
  public var format: ResponseFormat
  public var language: String?

  public var isAccepted: Bool { original == corrected }

  public init(id: CorrectionID, original: String, corrected: String, format: ResponseFormat, language: String? = nil) {
    self.id = id
    self.original = original
    self.corrected = corrected
    self.format = format
    self.language = language
  }
}

/// One learned rule in words, with what a machine needs to apply it and the corrections it came from.
public struct Lesson: Sendable, Equatable, Codable, Identifiable {
  /// Where a lesson stands: only an active one is used.
  public enum Status: String, Sendable, Codable {
    case candidate, active, retired, disabled
  }

  /// The shortest real place the lesson was learned from.
  public struct Example: Sendable, Equatable, Codable {
    public var before: String
    public var after: String

    public init(before: String, after: String) {
      self.before = before
      self.after = after
    }
  }

  /// Derived from what the lesson does: the same lesson has the same id in every store.
  public var id: LessonID
  /// The kind of lesson, such as `edit-rule` or `required-section`.
  public var kind: String
  public var status: Status
  /// The lesson as an instruction that is complete without the rule.
  public var words: String
  public var example: Example?
  public var body: LessonBody
  /// The corrections it was learned from, in the order they were learned.
  public var supports: [CorrectionID]
  /// The corrections in which people left alone or undid what the lesson does, in order; newer ones win.
  public var against: [CorrectionID] = []

  /// The rule in one readable line.
  public var rule: String { body.summary }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(LessonID.self, forKey: .id)
    kind = try container.decode(String.self, forKey: .kind)
    status = try container.decode(Status.self, forKey: .status)
    words = try container.decode(String.self, forKey: .words)
    example = try container.decodeIfPresent(Example.self, forKey: .example)
    body = try container.decode(LessonBody.self, forKey: .body)
    supports = try container.decode([CorrectionID].self, forKey: .supports)
    // Lessons that were stored before have none.
    against = try container.decodeIfPresent([CorrectionID].self, forKey: .against) ?? []
  }

  init(
    id: LessonID, kind: String, status: Status, words: String, example: Example?, body: LessonBody,
    supports: [CorrectionID], against: [CorrectionID] = []
  ) {
    (self.id, self.kind, self.status, self.words) = (id, kind, status, words)
    (self.example, self.body, self.supports, self.against) = (example, body, supports, against)
  }

  /// What a person said about a response without correcting it: a candidate in their own words, whose effect nobody
  /// has measured.
  public static func instruction(_ feedback: String, from correction: CorrectionID) -> Lesson {
    LessonWriter.lesson(fromFeedback: feedback, correction)
  }
}
