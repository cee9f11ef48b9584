public import WhetCore

/// What was learned from one pair: each of its edits with the lessons that make it, or why none does.
public struct PairExplanation: Sendable, Equatable {
  /// A place that was corrected, by lines.
  public struct Edit: Sendable, Equatable {
    /// In the original, from 1.
    public var line: Int
    public var before: String
    public var after: String
    /// The lessons without which the edit is not made.
    public var lessons: [LessonID]
    /// Why no lesson makes it; `nil` where one does.
    public var reason: String?
  }

  public var edits: [Edit]
  /// Whether the response was right as it was.
  public var isAccepted: Bool
  /// The lessons that would change what the person left alone, or put back what they undid.
  public var contradicts: [LessonID]
}

extension TrainingPair {
  /// The lessons whose work a person left alone here, or undid: they would change the text the person was content with.
  ///
  /// - Parameter lessons: of any status.
  public func contradicted(among lessons: [Lesson]) -> [LessonID] {
    let active = lessons.map { lesson in
      var lesson = lesson
      lesson.status = .active
      return lesson
    }
    let improvement = OfflineImprover(lessons: active).improve(corrected, format: format, language: language)
    return improvement.text == corrected ? [] : improvement.applications.map(\.lesson)
  }
}

extension OfflineLearner {
  /// Explains a pair by the lessons as they are now.
  ///
  /// - Returns: `nil` for a correction that was not learned.
  public func explanation(of id: CorrectionID) -> PairExplanation? {
    guard let pair = pairs.last(where: { $0.pair.id == id })?.pair else { return nil }
    let makers = EditMakers(pair: pair, lessons: lessons)
    var others: Set<LineEdit.Words>?
    return PairExplanation(
      edits: LineEdit.all(from: pair.original, to: pair.corrected).map { edit in
        let lessons = makers.lessons(making: edit)
        return PairExplanation.Edit(
          line: edit.line, before: edit.before, after: edit.after, lessons: lessons,
          reason: lessons.isEmpty ? reason(edit, pair, makers, &others) : nil)
      },
      isAccepted: pair.isAccepted, contradicts: pair.contradicted(among: lessons))
  }

  /// Why no lesson makes an edit, from what other pairs say.
  ///
  /// - Parameter others: the edits of the other pairs, found when they are first asked for.
  private func reason(
    _ edit: LineEdit, _ pair: TrainingPair, _ makers: EditMakers, _ others: inout Set<LineEdit.Words>?
  ) -> String {
    if makers.changesOtherwise(edit) { return "lessons change this place, but into something else" }
    let known = others ?? edits(besides: pair)
    others = known
    return edit.words.map(known.contains) ?? false
      ? "other corrections have an edit like it, but no rule makes them all and changes nothing that was left alone"
      : "no other correction has an edit like it yet, and what it has in common with others changes too little or too much"
  }
}

extension OfflineLearner {
  private func edits(besides pair: TrainingPair) -> Set<LineEdit.Words> {
    let others = pairs.map(\.pair).filter { $0.id != pair.id && $0.format == pair.format }
    return Set(others.flatMap { LineEdit.all(from: $0.original, to: $0.corrected).compactMap(\.words) })
  }
}

/// Which lessons make which edits of a pair.
private struct EditMakers {
  /// What all lessons together make of the original.
  private let made: Set<LineEdit>
  /// What they make of it where one is left out.
  private let without: [(lesson: LessonID, made: Set<LineEdit>)]

  init(pair: TrainingPair, lessons: [Lesson]) {
    func improvement(_ lessons: [Lesson]) -> Improvement {
      OfflineImprover(lessons: lessons).improve(pair.original, format: pair.format, language: pair.language)
    }
    let all = improvement(lessons)
    made = Set(LineEdit.all(from: pair.original, to: all.text))
    without = all.applications.map { application in
      let text = improvement(lessons.filter { $0.id != application.lesson }).text
      return (application.lesson, Set(LineEdit.all(from: pair.original, to: text)))
    }
  }

  func lessons(making edit: LineEdit) -> [LessonID] {
    guard made.contains(edit) else { return [] }
    let needed = without.filter { !$0.made.contains(edit) }.map(\.lesson)
    // Two that make the same edit are each not needed.
    return needed.isEmpty ? without.filter { $0.made != made }.map(\.lesson) : needed
  }

  func changesOtherwise(_ edit: LineEdit) -> Bool { made.contains { $0.line == edit.line && $0.before == edit.before } }
}

extension LineEdit {
  /// The words that only one side has: edits that leave out and put in the same words are alike.
  fileprivate struct Words: Hashable {
    var out: Set<Substring>
    var added: Set<Substring>
  }

  /// `nil` for an edit of signs and spaces only.
  fileprivate var words: Words? {
    let (old, new) = (Self.words(before), Self.words(after))
    let words = Words(out: old.subtracting(new), added: new.subtracting(old))
    return words.out.isEmpty && words.added.isEmpty ? nil : words
  }

  private static func words(_ text: String) -> Set<Substring> {
    Set(text.split { !($0.isLetter || $0.isNumber || $0 == "_") })
  }
}
