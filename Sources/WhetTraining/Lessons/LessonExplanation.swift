public import WhetCore
public import WhetLearning
public import WhetStore

/// A correction as evidence on a lesson.
public struct LessonEvidence: Sendable, Equatable {
  public var correction: CorrectionID
  public var task: String
  /// Whether it was removed since.
  public var isRemoved: Bool
}

/// Everything there is to know of one lesson.
public struct LessonExplanation: Sendable {
  public var learned: LearnedLesson
  /// The corrections it was learned from.
  public var supports: [LessonEvidence]
  /// The corrections in which people left alone or undid what it does.
  public var against: [LessonEvidence]
  /// The lessons that stand under its words.
  public var standsFor: [LessonID]
  /// Other lessons of the agent that make the same edits where both are at work.
  public var alike: [LessonID]
  /// Oldest first.
  public var history: [LessonEvent]
}

/// What was learned from one correction and, where nothing was, why not.
public struct CorrectionExplanation: Sendable {
  /// How far learning got with a correction.
  public enum State: String, Sendable, CaseIterable {
    case learned
    /// No session has learned its present revision.
    case untrained
    /// Kept back for the gate; nothing is learned from it, ever.
    case sealed
    /// There is no corrected text to learn from.
    case uncorrected
    case removed
  }

  public var correction: Correction
  public var state: State
  /// What its text was learned as; `nil` where it was not.
  public var pair: PairExplanation?
  /// The lessons that do what it left alone or undid, those that were given up for it too.
  public var contradicts: [LessonID]
  /// The lessons that the explanation names or that rest on the correction, as they are now.
  public var lessons: [LearnedLesson]
}

extension AgentTrainer {
  /// Explains a lesson by its record and the corrections it rests on.
  public nonisolated func explanation(of learned: LearnedLesson) throws -> LessonExplanation {
    let agent = learned.agent
    let corrections = try Dictionary(
      uniqueKeysWithValues: store.corrections(agent: agent, includeHidden: true).map { ($0.id, $0) })
    func evidence(_ ids: [CorrectionID]) throws -> [LessonEvidence] {
      try ids.map { id in
        LessonEvidence(
          correction: id, task: try corrections[id]?.task ?? store.correction(id).task,
          isRemoved: try store.isHidden(id))
      }
    }
    let records = try store.lessons(agent: agent)
    return LessonExplanation(
      learned: learned, supports: try evidence(learned.lesson.supports),
      against: try evidence(learned.lesson.against),
      standsFor: records.filter { $0.mergedInto == learned.lesson.id }.map(\.id),
      alike: try sameEdits(as: learned) { $0.status != .retired }.map(\.id),
      history: try store.history(ofLesson: learned.lesson.id, agent: agent))
  }

  /// Explains a correction by learning the agent's history anew, as each run does.
  public func explanation(of correction: Correction) async throws -> CorrectionExplanation {
    let memory = try await AgentMemory.load(correction.agent, from: store, configuration: configuration)
    let state: CorrectionExplanation.State =
      if memory.corrections[correction.id] == nil {
        .removed
      } else if correction.corrected == nil {
        .uncorrected
      } else if memory.sealed.contains(correction.id) {
        .sealed
      } else if !memory.learner.history.contains(correction.id) {
        .untrained
      } else {
        .learned
      }
    let pair = state == .learned ? memory.learner.explanation(of: correction.id) : nil
    let all = try lessons(of: correction.agent)
    let against = all.filter { $0.lesson.against.contains(correction.id) }.map(\.lesson.id)
    let contradicts = (pair?.contradicts ?? []) + against.filter { !(pair?.contradicts ?? []).contains($0) }
    let named = Set((pair?.edits.flatMap(\.lessons) ?? []) + contradicts)
    let lessons = all.filter { named.contains($0.lesson.id) || $0.lesson.supports.contains(correction.id) }
    return CorrectionExplanation(
      correction: correction, state: state, pair: pair, contradicts: contradicts, lessons: lessons)
  }
}
