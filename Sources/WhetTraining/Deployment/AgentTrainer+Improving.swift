public import Foundation
import WhetAgents
public import WhetCore
public import WhetLearning
import WhetStore

/// A lesson with what the store knows of it.
public struct LearnedLesson: Sendable, Equatable {
  public var lesson: Lesson
  public var agent: AgentName
  /// Sessions in which it raised the score, and in which it lowered it.
  public var helped: Int
  public var harmed: Int
  /// The session it was first learned in.
  public var createdIn: SessionID?
  public var updatedAt: Date

  /// Whether the session that taught it was taken back, so that nothing bears it out; it stays on record.
  public var isTakenBack: Bool { lesson.status == .retired && lesson.supports.isEmpty }
}

/// An improved response and where the lessons came from.
public struct ImprovedResponse: Sendable, Equatable {
  public var improvement: Improvement
  /// `deployed version 3 (project)`, or `learned, not deployed`.
  public var source: String
  /// The lessons that were at hand.
  public var lessons: [Lesson]
}

extension AgentTrainer {
  /// The lessons of an agent, active ones first, each with its record.
  public nonisolated func lessons(of agent: AgentName? = nil) throws -> [LearnedLesson] {
    let agents = try agent.map { [$0] } ?? store.agents()
    return try agents.flatMap { agent in
      try store.lessons(agent: agent).map { try Self.learned($0) }
    }
  }

  /// The lesson whose id begins with a text.
  ///
  /// - Throws: `WhetError` with code `not-found` or `ambiguous`.
  public nonisolated func lesson(matching text: String, agent: AgentName? = nil) throws -> LearnedLesson {
    try Self.learned(store.lesson(matching: text, agent: agent))
  }

  /// Improves a response by the agent's deployed rules; where none are deployed, by the lessons the store has.
  ///
  /// - Throws: `WhetError` with code `response.invalid`; with code `not-found` for an agent nobody knows.
  public nonisolated func improve(
    _ response: String, agent: AgentName, format: ResponseFormat? = nil, language: String? = nil
  ) throws -> ImprovedResponse {
    try Self.check(response: response)
    let (lessons, source) = try lessonsAtHand(for: agent)
    let improvement = try OfflineImprover(lessons: lessons).improve(
      response, format: format ?? ResponseFormat.detect(in: response, language: language),
      language: language?.lowercased(), check: Task.checkCancellation)
    return ImprovedResponse(improvement: improvement, source: source, lessons: lessons)
  }

  private nonisolated func lessonsAtHand(for agent: AgentName) throws -> ([Lesson], String) {
    let known = try definition(for: agent)
    // Rules that do not belong to the definition's section are of a deployment that never came to its end.
    if let known, let rules = try directory.deployedRules(with: known), rules.isPaired {
      let lessons = try rules.file.lessons.map {
        try StoredJSON.value(Lesson.self, from: $0, what: "a rule of \(rules.url.lastPathComponent)")
      }
      return (lessons, "deployed version \(rules.file.version) (\(known.tier.rawValue))")
    }
    let learned = try store.lessons(agent: agent).map { try Self.learned($0).lesson }.filter { $0.status == .active }
    guard known != nil || !learned.isEmpty else {
      throw WhetError(.notFound, "there is no agent '\(agent)'", advice: "see 'agent list'")
    }
    return (learned, learned.isEmpty ? "nothing learned" : "learned, not deployed")
  }

  private nonisolated func definition(for agent: AgentName) throws -> AgentDefinition? {
    do throws(WhetError) {
      return try directory.definition(for: agent)
    } catch {
      guard error.code == .notFound else { throw error }
      return nil
    }
  }

  private static func learned(_ record: LessonRecord) throws -> LearnedLesson {
    var lesson = try StoredJSON.value(Lesson.self, from: record.body, what: "the lesson '\(record.id)'")
    lesson.status = Lesson.Status(rawValue: record.status.rawValue) ?? .candidate
    return LearnedLesson(
      lesson: lesson, agent: record.agent, helped: record.helped, harmed: record.harmed, createdIn: record.createdIn,
      updatedAt: record.updatedAt)
  }
}
