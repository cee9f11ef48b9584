/// The machine-applicable form of a lesson: where `before` matches, `after` is put in its place.
struct EditRule: Sendable, Hashable, Codable {
  var before: [PatternElement]
  var after: [OutputElement]
  /// The kinds of text the rule was learned in; it fires nowhere else.
  var scope: RuleScope
  /// What else must hold where the rule fires.
  var guards: [RuleGuard] = []
  /// The short strings its holes have stood for; a short string is a flag (`"w"`, `"rb"`), and a hole takes no other.
  var flags: [String] = []

  /// Whether the rule only adds; such a rule does not fire where what it adds is there already.
  var inserted: [String] {
    let kept = Set(after.compactMap { element in if case .kept(let index, _) = element { index } else { nil } })
    guard kept.count == before.count else { return [] }
    return after.compactMap { element in if case .literal(let text, _) = element { text } else { nil } }
  }

  /// How literal the pattern is; among rules that fire on the same places the most literal is the safest.
  var literalCount: Int {
    before.count { if case .literal = $0 { true } else { false } }
  }

  /// The longest literal, by which a text that cannot match is refused at once; `nil` if the rule has none.
  var anchor: String? {
    before.compactMap { element in if case .literal(let text) = element { text } else { nil } }
      .max { ($0.utf8.count, $1) < ($1.utf8.count, $0) }
  }

  /// The rule in one line, such as `type(‹expression›) == ‹chain› -> isinstance(…)`.
  var summary: String {
    func name(_ element: PatternElement) -> String {
      switch element {
      case .literal(let text): text
      case .newline: "⏎"
      case .hole(let kind): "‹\(kind.rawValue)›"
      case .same(let index): name(before[index])
      }
    }
    let left = before.map(name).joined(separator: " ")
    let right = after.map { element in
      switch element {
      case .literal(let text, _): text
      case .newline: "⏎"
      case .kept(let index, _): name(before[index])
      }
    }.joined(separator: " ")
    let conditions = guards.map { " if " + $0.summary }.joined(separator: " and")
    return "\(left) -> \(right.isEmpty ? "(nothing)" : right)\(conditions)"
  }
}

/// In which zones and languages a rule was learned.
struct RuleScope: Sendable, Hashable, Codable {
  var zones: [Zone]
  /// The language of the responses it was learned from; `nil` when none was given or they differ.
  var language: String?

  func covers(_ zone: Zone) -> Bool { zones.contains(zone) }

  /// A response without a stated language is taken as one the rule may know.
  func covers(language other: String?) -> Bool {
    guard let language, let other else { return true }
    return language == other
  }
}
