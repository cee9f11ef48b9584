import WhetCore
import WhetStore
import WhetTraining

extension ChangeRecord {
  static let shape = ValueShape.record(
    "change",
    [
      .init("id", .id("change"), "its id"), .init("kind", .word(ChangeRecord.Kind.self), "what was done, in a word"),
      .init("words", .text, "what was done"), .init("at", .moment, "when"),
    ])

  var members: [JSONValue.Member] {
    [
      .init("id", .string(id.rawValue)), .init("kind", .string(kind.rawValue)), .init("words", .string(words)),
      .init("at", MomentText.json(at)),
    ]
  }

  var value: JSONValue { .object(members) }
}

extension UndoReport {
  static let shape = ValueShape.record(
    "undo",
    ChangeRecord.shape.members + [
      .init("passed", .list(.id("change")), "newer changes that cannot be taken back, newest first"),
      .init("undoneAt", .moment, "when it was taken back"), .init("effect", .text, "what that does"),
      .init("remains", .list(.text), "what came of the change or after it and stays"),
      .init(
        "deployment", .id("deployment").orNull("no files of a deployment changed"), "the record of the files' change"),
    ])

  var value: JSONValue {
    .object(
      change.members + [
        .init("passed", .array(plan.passed.map { .string($0.change.id.rawValue) })),
        .init("undoneAt", MomentText.json(change.undoneAt)), .init("effect", .string(plan.effect)),
        .init("remains", .array(plan.remains.map { .string($0) })),
        .init("deployment", JSONValue(deployment?.record.id.rawValue)),
      ])
  }
}
