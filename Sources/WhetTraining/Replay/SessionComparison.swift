public import WhetCore
import WhetLearning

/// Two sessions beside each other.
public struct SessionComparison: Sendable {
  public var left: SessionReport
  public var right: SessionReport

  /// Whether a step left the same on both sides; `nil` where one side, or both, did not do it.
  public func isSame(_ step: PipelineStep) -> Bool? {
    func same<Artefact: Equatable>(_ artefact: (SessionArtefacts) -> Artefact?) -> Bool? {
      guard let left = artefact(left.artefacts), let right = artefact(right.artefacts) else { return nil }
      return left == right
    }
    return switch step {
    case .input: same(\.input)
    // The draws differ from session to session; what was chosen counts.
    case .strategy: same { $0.strategy?.strategy }
    case .prompt: same { $0.prompt?.text }
    case .response: same { $0.response?.text }
    case .evaluation: same { $0.evaluation?.paired }
    case .adaptation: same(\.adaptation)
    // It names the run, and so would always differ.
    case .deployment: same { $0.deployment.map { _ in true } }
    }
  }

  /// The lessons that the prompts list: only the left, only the right, both; each in the order of its prompt.
  public var lessons: (onlyLeft: [LessonID], onlyRight: [LessonID], both: [LessonID]) {
    let (before, after) = (left.artefacts.prompt?.lessons ?? [], right.artefacts.prompt?.lessons ?? [])
    return (
      before.filter { !after.contains($0) }, after.filter { !before.contains($0) }, before.filter(after.contains)
    )
  }

  /// The lessons that changed the responses: only the left, only the right, both.
  public var used: (onlyLeft: [LessonID], onlyRight: [LessonID], both: [LessonID]) {
    let before = left.artefacts.response?.applications.map(\.lesson) ?? []
    let after = right.artefacts.response?.applications.map(\.lesson) ?? []
    return (
      before.filter { !after.contains($0) }, after.filter { !before.contains($0) }, before.filter(after.contains)
    )
  }
}

/// A session as it was, on the left, and run again with the lessons of today, on the right; nothing of it is stored.
public struct SessionReplay: Sendable {
  public var comparison: SessionComparison

  /// Whether the lessons of today know the session's own correction; then the new score is recall, no improvement.
  public var isRecall: Bool { comparison.right.artefacts.evaluation?.isRecall ?? false }
}
