import WhetCore

/// Puts a learned rule into words that are complete without the rule.
enum LessonWriter {
  /// The longest example shown, in characters of one side.
  static let longestExample = 120
  /// How many corrections are searched for an example.
  static let longestSearch = 8

  static func lesson(for rule: EditRule, supports: [PreparedPair]) -> Lesson {
    let body = LessonBody(.edit(rule))
    let example = supports.prefix(longestSearch).lazy.compactMap { self.example(of: rule, in: $0) }.min {
      $0.before.count < $1.before.count
    }
    return Lesson(
      id: id(of: body), kind: body.kind, status: .active, words: words(for: rule, supports), example: example,
      body: body,
      supports: supports.map(\.pair.id))
  }

  static func lesson(
    for form: LessonBody.Form, supports: [CorrectionID], against: [CorrectionID] = []
  ) -> Lesson {
    let body = LessonBody(form)
    return Lesson(
      id: id(of: body), kind: body.kind, status: .active, words: body.document?.words ?? "", example: nil, body: body,
      supports: supports, against: against)
  }

  static func lesson(fromFeedback feedback: String, _ id: CorrectionID) -> Lesson {
    let body = LessonBody(.instruction(feedback))
    return Lesson(
      id: self.id(of: body), kind: body.kind, status: .candidate, words: feedback, example: nil, body: body,
      supports: [id])
  }

  /// The same for the same lesson in every store.
  private static func id(of body: LessonBody) -> LessonID {
    let hash =
      switch body.form {
      case .edit(let rule): rule.stableHash
      case .instruction(let text): StableHash.of(body.kind + "\n" + text)
      default: StableHash.of(body.kind + "\n" + (body.document?.identity ?? ""))
      }
    let digits = String(hash, radix: 16)
    return LessonID("l" + String(repeating: "0", count: 16 - digits.count) + digits.prefix(16)).shortened
  }

  private static func words(for rule: EditRule, _ supports: [PreparedPair]) -> String {
    let wording = RuleWording(rule: rule, in: supports.prefix(longestSearch).map(\.analysis.source))
    let (place, conditions) = (place(of: rule), conditions(of: rule))
    if wording.after.isEmpty { return "\(place), leave out `\(wording.before)`\(conditions)." }
    return "\(place), write `\(wording.after)` instead of `\(wording.before)`\(conditions)."
  }

  /// Where a rule applies, such as `In headings`.
  static func place(of rule: EditRule) -> String {
    let zones = rule.scope.zones
    return zones == [.code]
      ? "In \(rule.scope.language ?? "code")" : zones.count == 1 ? "In \(zones[0].label)" : "In text"
  }

  /// What a reader must know besides the two sides, in brackets: the rule's guards, and what stands for a line end.
  static func conditions(of rule: EditRule) -> String {
    let guards = rule.guards.isEmpty ? "" : " (if " + rule.guards.map(\.summary).joined(separator: " and ") + ")"
    return guards + (rule.spansLines ? " (⏎ is a line end)" : "")
  }

  /// The lines around the first place in a supporting correction where the rule does its work.
  private static func example(of rule: EditRule, in pair: PreparedPair) -> Lesson.Example? {
    let source = pair.analysis.source
    let renderer = RuleRenderer(text: source, rule: rule)
    let matches = RuleMatcher.matches(of: rule, in: source)
    guard let match = matches.first(where: { renderer.outputTokens(of: $0) != source.tokens[$0.range].map(\.text) })
    else { return nil }
    let first = match.range.first { source.tokens[$0].kind != .newline } ?? match.range.lowerBound
    let start = min(source.lineStart(first), match.range.lowerBound)
    let end = max(source.lineEnd(max(match.range.upperBound - 1, first)), match.range.upperBound)
    let before = source.text(in: start..<end).trimmed
    let after = after(rule, match, source, start..<end).trimmed
    guard before.count <= longestExample, after.count <= longestExample, before != after else { return nil }
    return Lesson.Example(before: before, after: after)
  }

  private static func after(_ rule: EditRule, _ match: RuleMatch, _ source: TokenText, _ lines: Range<Int>) -> String {
    let head = source.tokens[lines.lowerBound..<match.range.lowerBound].map { $0.leading + $0.text }.joined()
    let tail = source.tokens[match.range.upperBound..<lines.upperBound].map { $0.leading + $0.text }.joined()
    return head + RuleRenderer(text: source, rule: rule).output(of: match) + tail
  }
}

extension Lesson {
  /// Where it applies, such as `In headings`; `nil` for a lesson on whole documents.
  public var place: String? {
    if case .edit(let rule) = body.form { LessonWriter.place(of: rule) } else { nil }
  }

  /// What must hold at a place for the lesson to apply there; empty where nothing must.
  public var conditions: [String] {
    switch body.form {
    case .edit(let rule): rule.guards.map(\.summary)
    case .document(let form): form.formats.isEmpty ? [] : [form.place]
    case .instruction: []
    }
  }
}

extension EditRule {
  /// Whether one of its sides has a line end within.
  fileprivate var spansLines: Bool {
    let before = self.before.map { element in if case .newline = element { true } else { false } }
    let after = self.after.map { element in if case .newline = element { true } else { false } }
    return [before, after].contains { $0.dropFirst().dropLast().contains(true) }
  }
}

extension LessonID {
  /// The first eleven characters, enough to tell a store's lessons apart.
  fileprivate var shortened: LessonID { LessonID(String(rawValue.prefix(11))) }
}

extension Zone {
  fileprivate var label: String {
    switch self {
    case .code: "code"
    case .prose: "running text"
    case .heading: "headings"
    case .list: "lists"
    case .fence: "code fences"
    case .inlineCode: "inline code"
    case .address: "addresses and names of files"
    }
  }
}
