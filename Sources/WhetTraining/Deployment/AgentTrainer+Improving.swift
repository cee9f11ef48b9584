import Foundation
import WhetAgents
public import WhetCore
public import WhetLearning
import WhetStore

/// An improved response and where the lessons came from.
public struct ImprovedResponse: Sendable, Equatable {
  public var improvement: Improvement
  /// `deployed version 3 (project)`, or `learned, not deployed`.
  public var source: String
  /// The lessons that were at hand.
  public var lessons: [Lesson]
}

extension AgentTrainer {
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
    let learned = try store.lessons(agent: agent, statuses: [.active]).map { try LearnedLesson($0).lesson }
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
}
