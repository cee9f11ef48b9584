import WhetCore
import WhetLearning
import WhetStore
import WhetTraining

extension LearnedLesson {
  static let shape = ValueShape.record(
    "lesson",
    [
      .init("id", .id("lesson"), "its id"), .init("agent", .text, "who learned it"),
      .init("kind", .text, "such as edit-rule"),
      .init("status", .word(LessonRecord.Status.self), "whether it is applied"),
      .init("words", .text, "as an instruction, as it counts"),
      .init("wordsBy", .word(["learner", "person"]), "whose words those are"),
      .init("learnedWords", .text, "as the learner words it"), .init("rule", .text, "how it is applied"),
      .init("example", example.orNull("there is none"), "from the corrections"),
      .init("supports", .list(.id("correction")), "what it was learned from"),
      .init("against", .list(.id("correction")), "in which people left alone or undid what it does"),
      .init("helped", .count, "sessions in which it raised a score"),
      .init("harmed", .count, "sessions in which it lowered a score"),
      .init(
        "mergedInto", .id("lesson").orNull("it stands for itself"), "whose words stand for its own in the definition"),
      .init("createdIn", .id("session"), "where it was learned"),
      .init("updatedAt", .moment, "its last change"),
    ])

  static let example = ValueShape.record(
    "example of a lesson", [.init("before", .text, "without it"), .init("after", .text, "with it")])

  var value: JSONValue {
    .record([
      "id": .string(lesson.id.rawValue), "agent": .string(agent.rawValue), "kind": .string(lesson.kind),
      "status": .string(lesson.status.rawValue), "words": .string(lesson.words),
      "wordsBy": .string(isOwnWords ? "person" : "learner"), "learnedWords": .string(learnedWords),
      "rule": .string(lesson.rule),
      "example": lesson.example.map { .record(["before": .string($0.before), "after": .string($0.after)]) } ?? .null,
      "supports": .ids(lesson.supports), "against": .ids(lesson.against), "helped": JSONValue(helped),
      "harmed": JSONValue(harmed), "mergedInto": JSONValue(mergedInto?.rawValue),
      "createdIn": JSONValue(createdIn?.rawValue), "updatedAt": MomentText.json(updatedAt),
    ])
  }

  /// What a person decided of it, as far as they did.
  var decidedFields: [(name: String, value: String)] {
    var fields: [(name: String, value: String)] = []
    if !lesson.against.isEmpty {
      fields.append(
        ("against", "\(lesson.against.count): " + lesson.against.map(\.rawValue).joined(separator: ", ")))
    }
    if let standing { fields.append(("would be", "\(standing), had nobody disabled it")) }
    if isOwnWords { fields += [("words by", "a person"), ("learned words", learnedWords)] }
    if let mergedInto { fields.append(("said by", "\(mergedInto), into which it was merged; its rule stays")) }
    return fields
  }
}

extension LessonEvent {
  static let shape = ValueShape.record(
    "change of a lesson",
    [
      .init("revision", .integer(from: 1), "counts its changes"), .init("at", .moment, "when"),
      .init("status", .word(LessonRecord.Status.self), "from then on"), .init("reason", .text, "why"),
      .init("session", .id("session").orNull("a person did it"), "which did it"),
      .init("helped", .count, "up to then"), .init("harmed", .count, "up to then"),
    ])

  var value: JSONValue {
    .record([
      "revision": JSONValue(revision), "at": MomentText.json(at), "status": .string(status.rawValue),
      "reason": .string(reason), "session": JSONValue(session?.rawValue), "helped": JSONValue(helped),
      "harmed": JSONValue(harmed),
    ])
  }
}
