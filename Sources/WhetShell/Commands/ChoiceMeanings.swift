import WhetAgents
import WhetCore
import WhetScript
import WhetStore
import WhetTraining

/// A few words on each value of a choice, shown beside it by completion.
protocol ExplainedChoice: CaseIterable {
  /// As it is typed.
  var word: String { get }
  var meaning: String { get }
}

extension ExplainedChoice {
  static var meanings: [String: String] {
    Dictionary(allCases.map { ($0.word, $0.meaning) }) { first, _ in first }
  }
}

extension ExplainedChoice where Self: RawRepresentable<String> {
  var word: String { rawValue }
}

extension ResponseFormat: ExplainedChoice {
  var meaning: String {
    switch self {
    case .code: "a program or a part of one"
    case .documentation: "a document with headings"
    case .analysis: "findings and their reasons"
    case .conversation: "an answer in plain words"
    case .mixed: "text and code together"
    }
  }
}

extension CorrectionType: ExplainedChoice {
  var meaning: String {
    switch self {
    case .content: "what it said was wrong"
    case .approach: "the way it was done was wrong"
    case .missingInformation: "something was left out"
    case .misinterpretation: "the task was understood wrongly"
    case .quality: "right but not good enough"
    case .formatting: "the form was wrong"
    case .technical: "it did not work"
    }
  }
}

extension Severity: ExplainedChoice {
  var meaning: String {
    switch self {
    case .low: "a matter of taste"
    case .medium: "worth correcting"
    case .high: "it could not be used"
    case .critical: "it did or could do harm"
    }
  }
}

extension LessonRecord.Status: ExplainedChoice {
  var meaning: String {
    switch self {
    case .candidate: "waits for proof"
    case .active: "is applied"
    case .retired: "given up by the learner"
    case .disabled: "switched off by a person"
    }
  }
}

extension TrainingMode: ExplainedChoice {
  var meaning: String {
    switch self {
    case .continuous: "one correction after the other, as they came"
    }
  }
}

extension Tier: ExplainedChoice {
  var meaning: String {
    switch self {
    case .project: "this project's agents"
    case .user: "your agents in every project"
    case .system: "everyone's agents on this machine"
    case .builtIn: "the definitions that whet brings"
    }
  }
}

extension PipelineStep: ExplainedChoice {
  var word: String { name }

  var meaning: String {
    switch self {
    case .input: "1: the correction as it was taken in"
    case .strategy: "2: how the agent is trained, and why so"
    case .prompt: "3: instructions and lessons"
    case .response: "4: the improved response"
    case .evaluation: "5: scores before and after"
    case .adaptation: "6: what was learned"
    case .deployment: "7: whether it was deployed"
    }
  }
}
