import WhetCore

extension Lesson {
  /// What the lesson does to the first line it changes of a response; an empty side is a line that is added or left out.
  ///
  /// - Returns: `nil` where it changes nothing, or the lines are too long to show.
  public func example(in pair: TrainingPair) -> Example? {
    var lesson = self
    lesson.status = .active
    let improver = OfflineImprover(lessons: [lesson])
    let changed = improver.improve(pair.original, format: pair.format, language: pair.language).text
    var before = Self.lines(pair.original)[...]
    var after = Self.lines(changed)[...]
    while let first = before.first, first == after.first {
      before.removeFirst()
      after.removeFirst()
    }
    while let last = before.last, last == after.last {
      before.removeLast()
      after.removeLast()
    }
    let example = Example(before: Self.first(before), after: Self.first(after))
    guard example.before != example.after, max(example.before.count, example.after.count) <= LessonWriter.longestExample
    else { return nil }
    return example
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
  }

  private static func first(_ lines: ArraySlice<String>) -> String {
    lines.first { line in line.contains { !$0.isWhitespace } }?.trimmed ?? ""
  }
}
