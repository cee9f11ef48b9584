public import WhetCore

/// One thing to do next, with its reason in the agent's own numbers.
public struct Suggestion: Sendable, Equatable, Codable {
  /// Stable names for scripts, most urgent first.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    case resumeSession = "resume-session"
    case inspectPinnedCase = "inspect-pinned-case"
    case inspectLesson = "inspect-lesson"
    case importCorrections = "import-corrections"
    case train
    case switchLearnerOn = "switch-learner-on"
    case addCases = "add-cases"
    case deploy
  }

  public var kind: Kind
  /// One or two sentences.
  public var reason: String
  /// The command that does it; capital words stand for what only the user knows.
  public var command: String

  /// One row.
  public var value: JSONValue {
    .record(["kind": .string(kind.rawValue), "command": .string(command), "reason": .string(reason)])
  }
}
