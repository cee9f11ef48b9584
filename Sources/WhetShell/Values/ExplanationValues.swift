import WhetCore
import WhetLearning
import WhetStore
import WhetTerminal
import WhetTraining

extension LessonExplanation {
  static let shape = ValueShape.record(
    "lesson explained",
    LearnedLesson.shape.members + [
      .init("place", .text.orNull("it is of the whole text"), "where it applies"),
      .init("conditions", .list(.text), "what must hold there"),
      .init("for", .list(evidence), "the corrections it was learned from"),
      .init("contradicted", .list(evidence), "the corrections in which people left alone or undid what it does"),
      .init("standsFor", .list(.id("lesson")), "lessons that its words stand for"),
      .init("alike", .list(.id("lesson")), "lessons that make the same edits"),
      .init("history", .list(LessonEvent.shape), "oldest first"),
    ])

  private static let evidence = ValueShape.record(
    "evidence on a lesson",
    [
      .init("correction", .id("correction"), "its id"), .init("task", .text, "what the agent was asked"),
      .init("removed", .boolean, "whether it was removed since"),
    ])

  var value: JSONValue {
    guard case .object(let members) = learned.value else { return learned.value }
    return .object(
      members + [
        .init("place", JSONValue(learned.lesson.place)),
        .init("conditions", .array(learned.lesson.conditions.map { .string($0) })),
        .init("for", .array(supports.map(\.value))), .init("contradicted", .array(against.map(\.value))),
        .init("standsFor", .ids(standsFor)), .init("alike", .ids(alike)),
        .init("history", .array(history.map(\.value))),
      ])
  }

  var document: [DocumentBlock] {
    let lesson = learned.lesson
    var blocks: [DocumentBlock] = [
      .heading("lesson \(lesson.id) of \(learned.agent)"), .paragraph(lesson.words), .fields(fields),
    ]
    if let example = lesson.example {
      blocks += [
        .heading("example"),
        .difference(old: example.before + "\n", new: example.after + "\n", oldName: "before", newName: "after"),
      ]
    }
    blocks += [.heading("speaks for it"), .table(Self.table("nothing any more"), rows: supports.map(\.value))]
    if !against.isEmpty {
      blocks += [.heading("speaks against it"), .table(Self.table("nothing"), rows: against.map(\.value))]
    }
    return blocks + [.heading("history"), .table(LessonShow.history, rows: history.map(\.value))]
  }

  private var fields: [(name: String, value: String)] {
    let lesson = learned.lesson
    var fields: [(name: String, value: String)] = [
      ("rule", lesson.rule), ("kind", lesson.kind), ("status", lesson.status.rawValue),
    ]
    if let place = lesson.place { fields.append(("applies", place.prefix(1).lowercased() + place.dropFirst())) }
    if !lesson.conditions.isEmpty { fields.append(("only if", lesson.conditions.joined(separator: " and "))) }
    fields.append(("helped", "\(NumberText.count(learned.helped, "session")), harmed \(learned.harmed)"))
    if !standsFor.isEmpty { fields.append(("says also", standsFor.map(\.rawValue).joined(separator: ", "))) }
    if !alike.isEmpty { fields.append(("does as", alike.map(\.rawValue).joined(separator: ", "))) }
    return fields + learned.decidedFields
  }

  private static func table(_ empty: String) -> TableDescription {
    TableDescription([.init("correction"), .init("removed", nil, .mark), .init("task")], whenEmpty: empty)
  }
}

extension LessonEvidence {
  var value: JSONValue {
    .record([
      "correction": .string(correction.rawValue), "task": .string(task), "removed": .bool(isRemoved),
    ])
  }
}

extension CorrectionExplanation {
  static let shape = ValueShape.record(
    "correction explained",
    [
      .init("correction", .id("correction"), "its id"), .init("agent", .text, "whose answer it was"),
      .init("task", .text, "what the agent was asked"),
      .init("state", .word(State.allCases.map(\.rawValue)), "how far learning got with it"),
      .init("accepted", .boolean, "whether the answer was right as it was"),
      .init("note", .text, "in a sentence"),
      .init("edits", .list(edit), "what was changed in it"),
      .init("contradicts", .list(lesson), "lessons that do what it left alone or undid"),
      .init("lessons", .list(lesson), "the lessons that rest on it"),
    ])

  private static let edit = ValueShape.record(
    "edit of a correction",
    [
      .init("line", .integer(from: 1), "of the original"), .init("before", .text, "as the agent had it"),
      .init("after", .text, "as it was corrected"), .init("lessons", .list(.id("lesson")), "that make it now"),
      .init("reason", .text.orNull("a lesson makes it"), "why none does"),
    ])

  private static let lesson = ValueShape.record(
    "lesson in short",
    [
      .init("id", .id("lesson"), "its id"), .init("status", .word(LessonRecord.Status.self), "whether it is applied"),
      .init("words", .text, "as an instruction"),
      .init("supports", .list(.id("correction")), "what it was learned from"),
    ])

  private var contradicted: [LearnedLesson] {
    lessons.filter { contradicts.contains($0.lesson.id) }
  }

  private var resting: [LearnedLesson] { lessons.filter { $0.lesson.supports.contains(correction.id) } }

  var value: JSONValue {
    .record([
      "correction": .string(correction.id.rawValue), "agent": .string(correction.agent.rawValue),
      "task": .string(correction.task), "state": .string(state.rawValue), "accepted": .bool(correction.isAccepted),
      "note": .string(note), "edits": .array((pair?.edits ?? []).map(\.value)),
      "contradicts": .array(contradicted.map(Self.short)), "lessons": .array(resting.map(Self.short)),
    ])
  }

  private static func short(_ learned: LearnedLesson) -> JSONValue {
    .record([
      "id": .string(learned.lesson.id.rawValue), "status": .string(learned.lesson.status.rawValue),
      "words": .string(learned.lesson.words), "supports": .ids(learned.lesson.supports),
    ])
  }

  /// What became of it, in a sentence.
  private var note: String {
    switch state {
    case .removed: "It was removed, so nothing is learned from it."
    case .sealed: "It is kept back for the gate, so nothing is learned from it."
    case .untrained: "No session has learned from it in its present form yet: 'train \(correction.agent)' does."
    case .uncorrected:
      correction.feedback == nil
        ? "It has no corrected text, so there is nothing to learn but what its verifier measures."
        : "It has words only; they are kept as a lesson in words, whose effect nobody has measured."
    case .learned:
      if correction.isAccepted {
        "The answer was right as it was: no lesson may change it."
      } else if let pair {
        Self.note(pair)
      } else {
        "It was learned from."
      }
    }
  }

  private static func note(_ pair: PairExplanation) -> String {
    let made = pair.edits.count { !$0.lessons.isEmpty }
    let all = NumberText.count(pair.edits.count, "change")
    if made == pair.edits.count { return "\(all); lessons make \(made == 1 ? "it" : "them all") now." }
    return made == 0 ? "\(all); no lesson makes any of them yet." : "\(all); lessons make \(made) of them now."
  }

  var document: [DocumentBlock] {
    var blocks: [DocumentBlock] = [
      .heading("correction \(correction.id) of \(correction.agent)"), .paragraph(correction.task), .paragraph(note),
    ]
    for edit in pair?.edits ?? [] {
      let makers = edit.lessons.map(\.rawValue).joined(separator: ", ")
      blocks += [
        .heading("line \(edit.line)"),
        .difference(old: edit.before + "\n", new: edit.after + "\n", oldName: "before", newName: "after"),
        .paragraph(makers.isEmpty ? "no lesson makes it: \(edit.reason ?? "nobody knows why")" : "made by \(makers)"),
      ]
    }
    if !contradicted.isEmpty {
      blocks += [
        .heading("contradicts"), .table(Self.table, rows: contradicted.map(Self.short)),
        .paragraph("Of corrections that contradict each other the newer counts.", style: .dim),
      ]
    }
    if !resting.isEmpty {
      blocks += [.heading("lessons that rest on it"), .table(Self.table, rows: resting.map(Self.short))]
    }
    return blocks
  }

  private static let table = TableDescription(
    [.init("id"), .init("status", nil, .state), .init("supports"), .init("words")], whenEmpty: "none")
}

extension PairExplanation.Edit {
  var value: JSONValue {
    .record([
      "line": JSONValue(line), "before": .string(before), "after": .string(after), "lessons": .ids(lessons),
      "reason": JSONValue(reason),
    ])
  }
}
