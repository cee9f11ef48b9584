import WhetCore

/// An edit rule without its literals: rules of one form can be said in one instruction, each with its own pair.
struct RuleForm: Hashable {
  /// Where the rules apply, such as `In python`.
  private let place: String
  private let conditions: String
  /// What stands at each place of the two sides, a literal whatever it is.
  private let before: [Part]
  private let after: [Part]

  private enum Part: Hashable {
    case literal
    case other(PatternElement)
    case newline(Int)
    case kept(Int)
    case computed(ValueTransform, Int)
  }

  /// - Returns: `nil` for a lesson that is no edit rule.
  init?(_ lesson: Lesson) {
    guard case .edit(let rule) = lesson.body.form else { return nil }
    place = LessonWriter.place(of: rule)
    conditions = LessonWriter.conditions(of: rule)
    before = Self.withoutRepeats(
      rule.before.map { element in
        switch element {
        case .literal, .phrase, .forms: .literal
        case .newline, .hole, .same: .other(element)
        }
      })
    func hole(_ index: Int) -> Int { rule.before[..<index].count { !$0.isLiteral } }
    after = Self.withoutRepeats(
      rule.after.map { element in
        switch element {
        case .literal, .placed, .form: .literal
        case .newline(let columns): .newline(columns)
        case .computed(let transform, let index, _): .computed(transform, hole(index))
        case .kept(let index, _): rule.before[index].isLiteral ? .literal : .kept(hole(index))
        }
      })
  }

  /// The instruction for all the rules together.
  func words(for lessons: [Lesson]) -> String {
    let pairs = lessons.compactMap { lesson -> String? in
      guard case .edit(let rule) = lesson.body.form else { return nil }
      let texts = (lesson.example.map { [$0.before] } ?? []).map { TokenText($0, format: Self.format(of: rule)) }
      let wording = RuleWording(rule: rule, in: texts)
      return after.isEmpty ? "`\(wording.before)`" : "`\(wording.after)` instead of `\(wording.before)`"
    }
    let verb = after.isEmpty ? "leave out" : "write"
    return "\(place), \(verb) \(pairs.joined(separator: ", "))\(conditions)."
  }

  private static func format(of rule: EditRule) -> ResponseFormat {
    rule.scope.zones.allSatisfy { $0 == .code } ? .code : .documentation
  }

  /// Literals beside each other count as one: a phrase may be of any length.
  private static func withoutRepeats(_ parts: [Part]) -> [Part] {
    parts.enumerated().filter { $0.offset == 0 || $0.element != .literal || parts[$0.offset - 1] != .literal }
      .map(\.element)
  }
}
