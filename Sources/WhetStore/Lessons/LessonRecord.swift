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
  /// What the learner makes of it while a person has disabled it, and what it becomes when they enable it; `nil` for a
  /// lesson that is not disabled.
  public var standing: Status?
  /// The instruction as the learner words it.
  public var words: String
  /// The instruction in a person's words, where they gave some: they stand for the learner's.
  public var ownWords: String?
  /// The lesson of the same agent whose words stand for this one's too; its rule stays.
  public var mergedInto: LessonID?
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
    standing = nil
    ownWords = nil
    mergedInto = nil
    self.body = body
    self.helped = helped
    self.harmed = harmed
    self.supports = supports
    createdIn = nil
    revision = 0
    updatedAt = Date(milliseconds: 0)
  }
}

extension LessonRecord {
  /// Gives the lesson another status, as the learner would: one that a person disabled stays so.
  public mutating func setStanding(_ new: Status) {
    if status == .disabled { standing = new == .disabled ? standing : new } else { status = new }
  }

  /// Takes the lesson out of use, or lets it be what the learner makes of it again.
  public mutating func setDisabled(_ isDisabled: Bool) {
    guard isDisabled != (status == .disabled) else { return }
    (status, standing) = isDisabled ? (.disabled, status) : (standing ?? .active, nil)
  }
}

/// A lesson as it shall be, and why. What is equal to the stored lesson changes nothing and makes no event.
public struct LessonChange: Sendable {
  /// The whole lesson after the change; `createdIn`, `revision` and `updatedAt` are not looked at.
  public var lesson: LessonRecord
  /// A few words for the lesson's history, such as `learned` or `disabled by the user`.
  public var reason: String
  /// The lesson that another took the place of: what was merged into it is merged into `lesson.mergedInto` from now on.
  /// `nil` leaves in a session's change what a person merged.
  public var movesMergeFrom: LessonID?

  public init(_ lesson: LessonRecord, reason: String, movesMergeFrom: LessonID? = nil) {
    self.lesson = lesson
    self.reason = reason
    self.movesMergeFrom = movesMergeFrom
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
