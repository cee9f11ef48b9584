public import WhetCore
import WhetLearning
public import WhetTraining

/// A program's answer, kept as a response session: an original response to correct and train.
public struct CapturedResponse: Sendable, Equatable {
  public var agent: AgentName
  public var task: String
  /// The program and its arguments, secrets replaced.
  public var command: [String]
  /// The answer as it is stored: secrets replaced, what was not UTF-8 made visible as U+FFFD.
  public var text: String
  /// Whether bytes had to be replaced because they were not UTF-8.
  public var isRepaired: Bool
  /// Secrets replaced in the answer.
  public var redactions: Int
  /// 0 to 255; 128 and the signal's number for a program that a signal ended.
  public var exitStatus: Int
  /// Wall-clock time.
  public var seconds: Double
  /// The end of standard error; untrusted text, not stored.
  public var errorTail: String
  public var runID: RunID
  /// The session that holds the answer.
  public var sessionID: SessionID
  /// The answer after the agent's deployed rules, if it was asked for.
  public var improved: ImprovedResponse?

  /// As `value`.
  public static let shape = ValueShape.record(
    "captured response",
    [
      .init("agent", .text, "whose answer it is"), .init("task", .text, "what was asked"),
      .init("command", .list(.text), "program and arguments, secrets replaced"),
      .init("session", .id("session"), "that holds it"), .init("run", .id("run"), "of the session"),
      .init("exitStatus", .count, "of the program"), .init("seconds", .number(unit: "seconds"), "it took"),
      .init("repaired", .boolean, "whether it was not valid UTF-8"),
      .init("redactions", .count, "secrets replaced in it"), .init("text", .text, "the answer"),
      .init("improved", .text.orNull("it was not asked for"), "after the agent's rules"),
      .init("improvedBy", .text.orNull("it was not asked for"), "whose rules were applied"),
      .init("lessons", .list(.id("lesson")), "that changed it"),
      .init("errorTail", .text, "the end of its standard error"),
    ])

  /// The capture as commands return it.
  public var value: JSONValue {
    .record([
      "agent": .string(agent.rawValue), "task": .string(task), "command": .array(command.map { .string($0) }),
      "session": .string(sessionID.rawValue), "run": .string(runID.rawValue), "exitStatus": JSONValue(exitStatus),
      "seconds": .number((seconds * 1000).rounded() / 1000), "repaired": .bool(isRepaired),
      "redactions": JSONValue(redactions), "text": .string(text), "improved": JSONValue(improved?.improvement.text),
      "improvedBy": JSONValue(improved?.source),
      "lessons": .array((improved?.improvement.applications ?? []).map { .string($0.lesson.rawValue) }),
      "errorTail": .string(errorTail),
    ])
  }
}
