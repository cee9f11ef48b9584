import WhetCore

/// Puts a learned rule into words that are complete without the rule.
enum LessonWriter {
  /// The longest example shown, in characters of one side.
  static let longestExample = 120
  /// How many corrections are searched for an example.
  static let longestSearch = 8

  static func lesson(for rule: EditRule, supports: [PreparedPair]) -> Lesson {
    let body = LessonBody(.edit(rule))
    let example = supports.prefix(longestSearch).lazy.compactMap { self.example(of: rule, in: $0) }.min { $0.before.count < $1.before.count }
    return Lesson(
      id: id(of: body), kind: body.kind, status: .active, words: words(for: rule, example), example: example, body: body,
      supports: supports.map(\.pair.id))
  }

  static func lesson(for form: LessonBody.Form, supports: [CorrectionID]) -> Lesson {
    let body = LessonBody(form)
    return Lesson(
      id: id(of: body), kind: body.kind, status: .active, words: body.document?.words ?? "", example: nil, body: body,
      supports: supports)
  }

  static func lesson(fromFeedback feedback: String, _ id: CorrectionID) -> Lesson {
    let body = LessonBody(.instruction(feedback))
    return Lesson(
      id: self.id(of: body), kind: body.kind, status: .candidate, words: feedback, example: nil, body: body, supports: [id])
  }

  /// The same for the same lesson in every store.
  private static func id(of body: LessonBody) -> LessonID {
    let hash = if case .edit(let rule) = body.form { rule.stableHash } else { StableHash.of(body.kind + "\n" + body.summary) }
    let digits = String(hash, radix: 16)
    return LessonID("l" + String(repeating: "0", count: 16 - digits.count) + digits.prefix(16)).shortened
  }

  private static func words(for rule: EditRule, _ example: Lesson.Example?) -> String {
    let before = readable(rule.before.map { pattern($0, rule) })
    let after = readable(rule.after.map { element in
      switch element {
      case .literal(let text, _): text
      case .newline: "⏎"
      case .kept(let index, _): pattern(rule.before[index], rule)
      }
    })
    let zones = rule.scope.zones
    let place = zones == [.code] ? "In \(rule.scope.language ?? "code")" : zones.count == 1 ? "In \(zones[0].label)" : "In text"
    if after.isEmpty { return "\(place), leave out `\(before)`." }
    return "\(place), write `\(after)` instead of `\(before)`."
  }

  private static func pattern(_ element: PatternElement, _ rule: EditRule) -> String {
    switch element {
    case .literal(let text): text
    case .phrase(let tokens): readable(tokens)
    case .newline: "⏎"
    case .hole(let kind): kind == .text ? "…" : "‹\(kind.rawValue)›"
    case .same(let index): pattern(rule.before[index], rule)
    }
  }

  /// Tokens with the spacing people expect; only for reading.
  private static func readable(_ tokens: [String]) -> String {
    var text = ""
    for (index, token) in tokens.enumerated() {
      let previous = index > 0 ? tokens[index - 1] : ""
      let isTight = index == 0 || [")", "]", "}", ",", ".", ":", "(", "["].contains(token) || ["(", "[", "{", "."].contains(previous)
      text += (isTight && !(previous == "," && token != ")") ? "" : " ") + token
    }
    return text
  }

  /// The lines around the first place in a supporting correction where the rule does its work.
  private static func example(of rule: EditRule, in pair: PreparedPair) -> Lesson.Example? {
    let source = pair.analysis.source
    let renderer = RuleRenderer(text: source, rule: rule)
    let matches = RuleMatcher.matches(of: rule, in: source)
    guard let match = matches.first(where: { renderer.outputTokens(of: $0) != source.tokens[$0.range].map(\.text) }) else { return nil }
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
    }
  }
}
