public import WhetCore

/// A response after the lessons, and which lesson did what.
public struct Improvement: Sendable, Equatable, Codable {
  /// How often one lesson changed the response.
  public struct Application: Sendable, Equatable, Codable {
    public var lesson: LessonID
    public var count: Int

    public init(lesson: LessonID, count: Int) {
      self.lesson = lesson
      self.count = count
    }
  }

  /// One changed place, by lines.
  public struct Change: Sendable, Equatable, Codable {
    public var lesson: LessonID
    /// From 1, in the text as it was when the lesson changed it.
    public var line: Int
    /// The lines as they were; empty where lines are added only.
    public var before: String
    public var after: String
  }

  public var text: String
  /// The lessons that changed the text, in the order they were applied.
  public var applications: [Application]

  /// Each changed place, in the order they were changed.
  public var changes: [Change]

  public init(text: String, applications: [Application], changes: [Change] = []) {
    self.text = text
    self.applications = applications
    self.changes = changes
  }
}

/// Applies lessons to a response. A response that no lesson fits comes back byte for byte.
public struct OfflineImprover: Sendable {
  /// How often the whole list of lessons is gone through; what a rule makes may be what another waits for.
  static let maximumRounds = 3
  /// A response may not grow beyond this many bytes for each of its own, and as many kilobytes; what would is left out.
  static let mostGrowth = 8

  private let rules: [(id: LessonID, rule: EditRule)]
  private let documents: [(id: LessonID, form: DocumentForm)]

  /// Uses the active lessons of the list; the most literal rules go first.
  public init(lessons: [Lesson]) {
    let active = lessons.filter { $0.status == .active }
    rules = active.compactMap { lesson -> (id: LessonID, rule: EditRule)? in
      if case .edit(let rule) = lesson.body.form { (lesson.id, rule) } else { nil }
    }.sorted { ($1.rule.literalCount, $0.id) < ($0.rule.literalCount, $1.id) }
    documents = active.compactMap { lesson -> (id: LessonID, form: DocumentForm)? in
      if case .document(let form) = lesson.body.form { (lesson.id, form) } else { nil }
    }.sorted { (type(of: $0.form.lesson).phase, $0.id) < (type(of: $1.form.lesson).phase, $1.id) }
  }

  /// The response after the lessons.
  public func improve(_ response: String, format: ResponseFormat, language: String? = nil) -> Improvement {
    improve(response, format: format, language: language, check: {})
  }

  /// The response after the lessons, for work that may be given up.
  ///
  /// - Parameter check: called before each lesson; what it throws ends the work.
  public func improve(
    _ response: String, format: ResponseFormat, language: String?, check: () throws -> Void
  ) rethrows -> Improvement {
    var state = State(text: response, format: format)
    for _ in 0..<Self.maximumRounds {
      let before = state.text
      for (id, form) in documents where form.covers(format) && form.lesson.covers(language: language) {
        try check()
        state.apply(form.lesson, id)
      }
      for (id, rule) in rules where rule.scope.covers(language: language) {
        try check()
        state.apply(rule, id)
      }
      if state.text == before { break }
    }
    return Improvement(text: state.text, applications: state.applications, changes: state.changes)
  }

  private struct State {
    private(set) var text: String
    private(set) var applications: [Improvement.Application] = []
    private(set) var changes: [Improvement.Change] = []
    private var tokens: TokenText
    private let format: ResponseFormat
    private let mostBytes: Int

    init(text: String, format: ResponseFormat) {
      self.text = text
      mostBytes = (text.utf8.count + 1_024) * OfflineImprover.mostGrowth
      self.format = format
      tokens = TokenText(text, format: format)
    }

    mutating func apply(_ rule: EditRule, _ id: LessonID) {
      let renderer = RuleRenderer(text: tokens, rule: rule)
      let matches = RuleMatcher.matches(of: rule, in: tokens).filter { match in
        renderer.outputTokens(of: match) != tokens.tokens[match.range].map(\.text)
      }
      if !matches.isEmpty { replace(by: tokens.replacing(matches, by: rule), id, count: matches.count) }
    }

    mutating func apply(_ lesson: any DocumentLesson, _ id: LessonID) {
      if let changed = lesson.apply(to: tokens, format: format), changed != text { replace(by: changed, id, count: 1) }
    }

    private mutating func replace(by changed: String, _ id: LessonID, count: Int) {
      guard changed.utf8.count <= mostBytes else { return }
      changes += LineEdit.all(from: text, to: changed).map { edit in
        Improvement.Change(lesson: id, line: edit.line, before: edit.before, after: edit.after)
      }
      text = changed
      tokens = TokenText(changed, format: format)
      if let index = applications.firstIndex(where: { $0.lesson == id }) {
        applications[index].count += count
      } else {
        applications.append(.init(lesson: id, count: count))
      }
    }
  }
}
