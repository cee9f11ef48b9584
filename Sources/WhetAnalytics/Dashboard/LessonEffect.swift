public import WhetCore
public import WhetStore

/// What one lesson did for better or worse.
public struct LessonEffect: Sendable, Equatable, Codable {
  public var id: LessonID
  /// The lesson as an instruction.
  public var words: String
  /// Only an active lesson is applied.
  public var status: LessonRecord.Status
  /// Sessions in which it was applied and the score rose.
  public var helped: Int
  /// Sessions in which it was applied and the score fell.
  public var harmed: Int
  /// Held-out cases of the newest run that were fixed and that it applies to; other lessons may apply to them too.
  public var heldOutFixed: Int
  /// Held-out cases of the newest run that were broken and that it applies to.
  public var heldOutBroken: Int

  var good: Int { helped + heldOutFixed }
  var bad: Int { harmed + heldOutBroken }

  /// One row.
  public var value: JSONValue {
    .record([
      "lesson": .string(id.rawValue), "status": .string(status.rawValue), "helped": JSONValue(helped),
      "harmed": JSONValue(harmed), "heldOutFixed": JSONValue(heldOutFixed),
      "heldOutBroken": JSONValue(heldOutBroken), "words": .string(words),
    ])
  }
}
