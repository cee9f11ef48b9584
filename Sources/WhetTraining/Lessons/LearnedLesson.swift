public import Foundation
public import WhetCore
public import WhetLearning
public import WhetStore

/// A lesson with what the store knows of it.
public struct LearnedLesson: Sendable, Equatable {
  /// As it counts: with a person's words where they gave some, and with their decision as its status.
  public var lesson: Lesson
  public var agent: AgentName
  /// The instruction as the learner words it.
  public var learnedWords: String
  /// Whether the words are a person's.
  public var isOwnWords: Bool
  /// The lesson whose words stand for this one's in the agent's definition; `nil` for none.
  public var mergedInto: LessonID?
  /// What the learner makes of a lesson that a person disabled; `nil` for any other.
  public var standing: LessonRecord.Status?
  /// Sessions in which it raised the score, and in which it lowered it.
  public var helped: Int
  public var harmed: Int
  /// The session it was first learned in.
  public var createdIn: SessionID?
  public var updatedAt: Date

  /// Whether the session that taught it was taken back, so that nothing bears it out; it stays on record.
  public var isTakenBack: Bool { lesson.status == .retired && lesson.supports.isEmpty }

  /// - Throws: `WhetError` with code `session.artefact-unreadable`.
  init(_ record: LessonRecord) throws(WhetError) {
    lesson = try record.learned()
    lesson.status = Lesson.Status(rawValue: record.status.rawValue) ?? .candidate
    learnedWords = record.words
    isOwnWords = record.ownWords != nil
    lesson.words = record.ownWords ?? record.words
    (agent, mergedInto, standing) = (record.agent, record.mergedInto, record.standing)
    (helped, harmed, createdIn, updatedAt) = (record.helped, record.harmed, record.createdIn, record.updatedAt)
  }
}

extension LessonRecord {
  /// The lesson as the learner made it.
  ///
  /// - Throws: `WhetError` with code `session.artefact-unreadable`.
  func learned() throws(WhetError) -> Lesson {
    try StoredJSON.value(Lesson.self, from: body, what: "the lesson '\(id)'")
  }

  /// Whether a person decided something of it.
  var isDecided: Bool { status == .disabled || ownWords != nil || mergedInto != nil }
}

extension AgentTrainer {
  /// The lessons of an agent in the order they were first learned, each with its record.
  public nonisolated func lessons(of agent: AgentName? = nil) throws -> [LearnedLesson] {
    let agents = try agent.map { [$0] } ?? store.agents()
    return try agents.flatMap { agent in try store.lessons(agent: agent).map { try LearnedLesson($0) } }
  }

  /// The lesson whose id begins with a text.
  ///
  /// - Throws: `WhetError` with code `not-found` or `ambiguous`.
  public nonisolated func lesson(matching text: String, agent: AgentName? = nil) throws -> LearnedLesson {
    try LearnedLesson(store.lesson(matching: text, agent: agent))
  }
}
