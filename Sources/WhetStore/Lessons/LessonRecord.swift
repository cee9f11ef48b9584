public import Foundation
public import WhetCore

/// A lesson as it is now.
public struct LessonRecord: Sendable, Equatable {
  /// Candidates wait for proof; active ones are applied; the learner retires, the user disables.
  public enum Status: String, Sendable, Codable, CaseIterable {
    case candidate, active, retired, disabled
  }

  /// Unique among the agent's lessons.
  public var id: LessonID
  /// Whose lesson it is; lessons of other agents may have the same id.
  public var agent: AgentName
  public var status: Status
  /// The learner's word for the form of the body, such as `edit`.
  public var kind: String
  /// The instruction.
  public var words: String
  /// What the learner needs to apply it, as JSON.
  public var body: Data
  /// How often it made a response better.
  public var helped: Int
  /// How often it made a response worse.
  public var harmed: Int
  /// The corrections that show it, in order of arrival.
  public var supports: [CorrectionID]
  /// The session that learned it; set by the store when that session's commit brings the lesson first.
  public internal(set) var createdIn: SessionID?
  /// Counts the changes, from 1; set by the store.
  public internal(set) var revision: Int
  /// The time of the last change; set by the store.
  public internal(set) var updatedAt: Date

  /// A lesson as the learner has it; what the store sets is empty.
  public init(
    id: LessonID, agent: AgentName, status: Status, kind: String, words: String, body: Data, helped: Int = 0,
    harmed: Int = 0, supports: [CorrectionID] = []
  ) {
    self.id = id
    self.agent = agent
    self.status = status
    self.kind = kind
    self.words = words
    self.body = body
    self.helped = helped
    self.harmed = harmed
    self.supports = supports
    createdIn = nil
    revision = 0
    updatedAt = Date(milliseconds: 0)
  }
}

/// A lesson as it shall be, and why. What is equal to the stored lesson changes nothing and makes no event.
public struct LessonChange: Sendable {
  /// The whole lesson after the change; `createdIn`, `revision` and `updatedAt` are not looked at.
  public var lesson: LessonRecord
  /// A few words for the lesson's history, such as `learned` or `disabled by the user`.
  public var reason: String

  public init(_ lesson: LessonRecord, reason: String) {
    self.lesson = lesson
    self.reason = reason
  }
}

/// One entry of a lesson's history: what the lesson was after a change.
public struct LessonEvent: Sendable, Equatable {
  /// The lesson's revision that the change made, from 1.
  public var revision: Int
  /// The session whose step made it; `nil` for a change by the user.
  public var session: SessionID?
  /// What the change was made with.
  public var reason: String
  public var status: LessonRecord.Status
  /// The body after the change, as JSON.
  public var body: Data
  /// The count after the change.
  public var helped: Int
  /// The count after the change.
  public var harmed: Int
  public var at: Date
}
