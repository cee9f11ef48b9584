import Testing
import WhetCore

@testable import WhetStore

/// Changes that can be taken back, as tests make them.
struct SampleChange: Sendable, CustomTestStringConvertible {
  var name: String
  var words: String
  var kind: ChangeRecord.Kind
  var make: @Sendable (Store) throws -> Void

  var testDescription: String { name }

  /// One of each kind that is all in the store; each can be made in the store of `Store.journalled()`.
  static let all: [SampleChange] = [
    .init(name: "one added", words: "added correction new", kind: .added) {
      _ = try $0.add([Samples.draft(7, id: "new")])
    },
    .init(name: "several added", words: "added 4 corrections: n0, n1, n2, ...", kind: .added) { store in
      _ = try store.add((0..<4).map { try Samples.draft($0, id: "n\($0)", agent: "qa") })
    },
    .init(name: "imported", words: "imported 2 corrections from c.jsonl", kind: .imported) {
      _ = try $0.add([Samples.draft(7, id: "new"), Samples.draft(0, id: "k0"), Samples.draft(8)], from: "c.jsonl")
    },
    .init(name: "edited", words: "edited correction k1 (revision 2)", kind: .edited) {
      try $0.edit(CorrectionID("k1"), to: Samples.draft(1, agent: "qa", corrected: "better"))
    },
    .init(name: "removed", words: "removed corrections k0, k2", kind: .removed) {
      try $0.hide([CorrectionID("k0"), CorrectionID("gone"), CorrectionID("k2")])
    },
    .init(name: "brought back", words: "brought back correction gone", kind: .returned) {
      try $0.restore(CorrectionID("gone"))
    },
    .init(name: "lesson disabled", words: "made lesson l1 of engineer disabled", kind: .decided) {
      try $0.change("l1", reason: "disabled by the user") { $0.setDisabled(true) }
    },
    .init(name: "lesson worded", words: "gave lesson l1 of engineer other words", kind: .decided) {
      try $0.change("l1", reason: "worded") { $0.ownWords = "a person's words" }
    },
    .init(name: "lesson merged", words: "merged lesson l2 of engineer into l1", kind: .decided) {
      try $0.change("l2", reason: "merged") { $0.mergedInto = LessonID("l1") }
    },
    .init(name: "lessons enabled", words: "changed the status of 2 lessons: l1, l2", kind: .decided) { store in
      try store.change(
        ["l1", "l2"].map { id in
          var lesson = try store.lesson(matching: id)
          (lesson.status, lesson.standing) = (.active, nil)
          return LessonChange(lesson, reason: "enabled")
        })
    },
  ]
}

extension Store {
  /// A store with three corrections, a removed one and two lessons.
  static func journalled() throws -> Store {
    let store = try Store.sample()
    try store.fillJournal()
    return store
  }

  func fillJournal() throws {
    _ = try add(Samples.drafts(0..<3) + [Samples.draft(9, id: "gone")])
    try hide(CorrectionID("gone"))
    try change(["l1", "l2"].map { LessonChange(try Samples.lesson($0), reason: "learned") })
  }

  /// Changes one lesson as it is.
  func change(_ id: String, reason: String, _ body: (inout LessonRecord) -> Void) throws {
    var lesson = try lesson(matching: id)
    body(&lesson)
    try change([LessonChange(lesson, reason: reason)])
  }

  /// Takes the newest change back.
  func undoLast() throws {
    guard let change = try lastChange() else { throw WhetError(.undoNothing, "there is no change") }
    _ = try undo(change.id)
  }

  /// What commands show of corrections and lessons.
  func visible() throws -> [String] {
    let removed = try corrections(includeHidden: true, includeUndone: false).filter { try isHidden($0.id) }
    let lessons = try lessons().map {
      "lesson \($0.id) \($0.status) \($0.words) \($0.ownWords ?? "-") \($0.mergedInto?.rawValue ?? "-")"
    }
    return try corrections().map { "\($0)" } + removed.map { "removed \($0)" } + lessons
  }
}
