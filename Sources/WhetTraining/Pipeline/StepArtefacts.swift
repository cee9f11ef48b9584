public import WhetCore
public import WhetEvaluation
public import WhetLearning
public import WhetStore

// What each step of a session leaves behind. Long texts are named by digest; the store keeps each once.

/// Step 1: the checked input.
public struct InputArtefact: Sendable, Equatable, Codable {
  /// Where the response came from.
  public enum Subject: String, Sendable, Codable { case correction, response }

  /// Whether a correction or a bare response is trained.
  public var subject: Subject
  /// Who answered.
  public var agent: AgentName
  /// What the agent was asked to do.
  public var task: String
  /// What it knew besides the task.
  public var context: [String: String]
  /// What kind of text the response is.
  public var format: ResponseFormat
  /// Its language, if known.
  public var language: String?
  /// The agent's response.
  public var original: ArtefactDigest
  /// Earlier corrections that are near-duplicates of this one; they share its fold.
  public var nearDuplicates: [CorrectionID]
  /// Kept back from learning for the gate.
  public var isSealed: Bool
}

/// Step 2: the strategy and why it was chosen.
public struct StrategyArtefact: Sendable, Equatable, Codable {
  /// One strategy that was considered.
  public struct Option: Sendable, Equatable, Codable {
    /// The strategy's name.
    public var strategy: String
    /// Sessions with this strategy so far that could be measured, and how many of them improved.
    public var sessions: Int
    public var successes: Int
    /// The draw from its posterior, 0 to 1.
    public var draw: Double
  }

  public var strategy: String
  /// Why this one, in words.
  public var reason: String
  /// All that were considered.
  public var options: [Option]
  /// Who chose instead of the draw; `nil` where the draw decided.
  public var chosenBy: Chooser?
}

/// Step 3: the training prompt.
public struct PromptArtefact: Sendable, Equatable, Codable {
  /// The whole prompt.
  public var text: ArtefactDigest
  /// The lessons it lists: those the improver uses, as far as they are still there by then.
  public var lessons: [LessonID]
  /// Lessons that were known and that a person switched off; `nil` for none.
  public var switchedOff: [LessonID]?
  /// Who changed the prompt; `nil` where nobody did.
  public var chosenBy: Chooser?
  /// What a person's change does, in words; `nil` where there is none.
  public var note: String?
}

/// Step 4: the improved response.
public struct ResponseArtefact: Sendable, Equatable, Codable {
  /// What made it: `offline`, or `person`.
  public var improver: String
  public var text: ArtefactDigest
  /// Which lessons changed it, and how often.
  public var applications: [Improvement.Application]
  /// What happened, in words; says so where no lesson fitted.
  public var note: String
  /// Who gave the response instead of the improver; `nil` where the improver made it.
  public var chosenBy: Chooser?
  /// Lessons the prompt lists that were not there any more, because corrections changed meanwhile; `nil` for none.
  public var notUsable: [LessonID]?

  /// Whether a lesson changed the response.
  public var isChanged: Bool { !applications.isEmpty }
}

/// Step 5: both responses measured by the same evaluator.
public struct EvaluationArtefact: Sendable, Equatable, Codable {
  /// Both evaluations side by side.
  public var paired: PairedEvaluation
  /// Whether the lessons knew this correction already; then the gain is recall, and no improvement is recorded.
  public var isRecall: Bool
  public var note: String
  /// Who gave the response, left lessons out or set the strategy, where whet did not decide alone; then no improvement
  /// is recorded either.
  public var chosenBy: Chooser?
}

/// Step 6: what the correction taught.
public struct AdaptationArtefact: Sendable, Equatable, Codable {
  /// Which lessons came, were confirmed or went.
  public var report: LearningReport
  /// What was learned, or why nothing was.
  public var note: String
  /// Lessons whose use in this session raised or lowered the score.
  public var helped: [LessonID]
  /// Lessons whose use lowered it.
  public var harmed: [LessonID]
  /// Whether the lessons now make of the original exactly what the person made of it; shown, never an improvement.
  public var isRecalled: Bool?
}

/// Step 7: what was decided about deployment.
public struct DeploymentArtefact: Sendable, Equatable, Codable {
  public var note: String
}

/// All artefacts of a session, as far as it got.
public struct SessionArtefacts: Sendable, Equatable {
  public var input: InputArtefact?
  public var strategy: StrategyArtefact?
  public var prompt: PromptArtefact?
  public var response: ResponseArtefact?
  public var evaluation: EvaluationArtefact?
  public var adaptation: AdaptationArtefact?
  public var deployment: DeploymentArtefact?

  public init() {}
}
