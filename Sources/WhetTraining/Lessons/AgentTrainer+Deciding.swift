public import WhetCore
import WhetLearning
import WhetStore

extension WhetError.Code {
  /// A lesson cannot be what a person asks for, such as merged into itself.
  public static let lessonInvalid = Self(rawValue: "lesson.invalid")
}

/// What a decision on lessons did.
public struct DecisionReport: Sendable {
  /// The lessons that were asked for, as they are now.
  public var lessons: [LearnedLesson]
  /// Whether anything is other than before.
  public var isChanged: Bool
  /// What a person should know besides, a sentence each.
  public var notes: [String]
}

/// What people decide of lessons. It holds whatever is learned later; `undo` takes it back.
extension AgentTrainer {
  /// The longest words a person may give a lesson, in bytes.
  static let longestWords = 2_000

  /// Takes lessons out of use: no training, no deployment and no `improve` uses them, and a lesson that does the same
  /// under another id is not used either.
  @discardableResult
  public nonisolated func disable(_ lessons: [LearnedLesson], reason: String? = nil) throws -> DecisionReport {
    var report = try decide(lessons, "disabled by a person" + Self.because(reason)) { $0.setDisabled(true) }
    for lesson in report.lessons {
      let others = try sameEdits(as: lesson) { $0.status == .active }
      if !others.isEmpty {
        report.notes.append("\(others.listed) makes the same edits as \(lesson.lesson.id) and stays in use")
      }
    }
    return report
  }

  /// Lets lessons be what the learner makes of them again. Lessons of other ids that were disabled because they do the
  /// same, and the one they were disabled for, are enabled with them.
  @discardableResult
  public nonisolated func enable(_ lessons: [LearnedLesson], reason: String? = nil) throws -> DecisionReport {
    let asked = Set(lessons.map(\.lesson.id))
    var all = lessons
    var notes: [String] = []
    for lesson in lessons where lesson.lesson.status == .disabled {
      for other in try sameEdits(as: lesson, where: { $0.status == .disabled })
      where !all.contains(where: { $0.lesson.id == other.id }) {
        all.append(try LearnedLesson(other))
        notes.append("\(other.id) does the same as \(lesson.lesson.id) and is enabled with it")
      }
    }
    var report = try decide(all, "enabled by a person" + Self.because(reason)) { $0.setDisabled(false) }
    report.lessons.removeAll { !asked.contains($0.lesson.id) }
    for lesson in report.lessons where lesson.lesson.status != .active {
      notes.append("\(lesson.lesson.id) is \(lesson.lesson.status): the learner does not use it now")
    }
    report.notes += notes
    return report
  }

  /// Gives a lesson other words; its rule stays.
  ///
  /// - Throws: `lesson.invalid` for words that are empty, too long or of several lines.
  @discardableResult
  public nonisolated func word(_ lesson: LearnedLesson, _ words: String) throws -> DecisionReport {
    let words = try Self.checked(words)
    return try decide([lesson], "words given by a person: \(words)") { $0.ownWords = words }
  }

  /// Gives a lesson the learner's words again and lets it stand for itself.
  @discardableResult
  public nonisolated func reset(_ lesson: LearnedLesson) throws -> DecisionReport {
    try decide([lesson], "words taken back to the learner's by a person") { ($0.ownWords, $0.mergedInto) = (nil, nil) }
  }

  /// Lets one lesson's words stand for others too; all rules stay as they are.
  ///
  /// - Parameter words: what the first one says from now on; `nil` leaves its words, and the others' are said with them.
  /// - Throws: `lesson.invalid` for lessons of two agents, or fewer than two.
  @discardableResult
  public nonisolated func merge(
    _ first: LearnedLesson, with others: [LearnedLesson], words: String? = nil
  ) throws -> DecisionReport {
    let head = first.lesson.id
    let others = others.filter { $0.lesson.id != head }
    guard !others.isEmpty else {
      throw WhetError(
        .lessonInvalid, "a merge needs two lessons", advice: "name the one that stays first, then the others")
    }
    if let other = others.first(where: { $0.agent != first.agent }) {
      throw WhetError(
        .lessonInvalid, "'\(other.lesson.id)' is a lesson of \(other.agent), '\(head)' one of \(first.agent)",
        advice: "lessons of one agent are merged")
    }
    let words = try words.map { try Self.checked($0) }
    let merged = Set(others.map(\.lesson.id))
    // What stood under the others stands under the first as well, or their words would be lost.
    let below = try lessons(of: first.agent).filter {
      $0.lesson.id != head && ($0.mergedInto.map { merged.contains($0) } ?? false) && !merged.contains($0.lesson.id)
    }
    return try decide([first] + others + below, "merged by a person into \(head)") { record in
      if record.id == head {
        record.mergedInto = nil
        record.ownWords = words ?? record.ownWords
      } else {
        record.mergedInto = head
      }
    }
  }

  // MARK: Parts

  private nonisolated func decide(
    _ lessons: [LearnedLesson], _ reason: String, _ change: (inout LessonRecord) -> Void
  ) throws -> DecisionReport {
    var isChanged = false
    let changes = try lessons.map { lesson in
      let known = try store.lesson(matching: lesson.lesson.id.rawValue, agent: lesson.agent)
      var record = known
      change(&record)
      isChanged = isChanged || record != known
      return LessonChange(record, reason: reason)
    }
    try store.change(changes)
    return DecisionReport(
      lessons: try lessons.map { try lesson(matching: $0.lesson.id.rawValue, agent: $0.agent) }, isChanged: isChanged,
      notes: [])
  }

  /// Other lessons that make the same edits on the corrections the two rest on.
  nonisolated func sameEdits(
    as lesson: LearnedLesson, where isMeant: (LessonRecord) -> Bool
  ) throws -> [LessonRecord] {
    let corrections = try Dictionary(
      uniqueKeysWithValues: store.corrections(agent: lesson.agent).map { ($0.id, $0) })
    return try store.lessons(agent: lesson.agent).filter { other in
      try other.id != lesson.lesson.id && isMeant(other)
        && LessonGuise.isSame(lesson.lesson, try other.learned()) { corrections[$0]?.trainingPair }
    }
  }

  private static func because(_ reason: String?) -> String { reason.map { ": \($0)" } ?? "" }

  /// Words for one line of a definition.
  private static func checked(_ words: String) throws(WhetError) -> String {
    let lines = words.split(whereSeparator: \.isNewline).map { $0.split(whereSeparator: \.isWhitespace) }
    let words = lines.joined().joined(separator: " ")
    guard !words.isEmpty, words.utf8.count <= longestWords, !words.utf8.contains(0) else {
      throw WhetError(
        .lessonInvalid, "the words are empty, have a NUL character or are longer than \(longestWords) bytes",
        advice: "say it in one or two sentences; 'lesson edit ID --reset' brings the learner's words back")
    }
    return words
  }
}

extension [LessonRecord] {
  fileprivate var listed: String { map(\.id.rawValue).joined(separator: ", ") }
}
