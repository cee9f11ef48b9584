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

  /// Whether what it puts first stands as far from what is before it as in the correction it was learned from, and not
  /// as far as what it replaces; for a rule that only deletes, whether it leaves a space.
  var setsSpace = false

  /// The pattern elements whose matches are put out again as they are.
  var keptElements: Set<Int> {
    Set(after.compactMap { element in if case .kept(let index, _) = element { index } else { nil } })
  }

  /// Whether the rule only adds; such a rule does not fire where what it adds is there already.
  var inserted: [String] {
    guard keptElements.count == before.count else { return [] }
    return after.compactMap { element in if case .newline = element { nil } else { element.literal } }
  }

  /// How literal the pattern is; among rules that fire on the same places the most literal is the safest.
  var literalCount: Int {
    before.reduce(0) { sum, element in
      if case .forms = element { sum + 1 } else { sum + element.literals.count }
    }
  }

  /// The values that are made from what a pattern element matches.
  func transforms(of index: Int) -> [ValueTransform] {
    after.compactMap { element in
      if case .computed(let transform, of: index, _) = element { transform } else { nil }
    }
  }

  /// The rule in one line, such as `type(‹expression›) == ‹chain› -> isinstance(…)`.
  var summary: String {
    func name(_ element: PatternElement) -> String {
      switch element {
      case .literal(let text): text
      case .phrase(let tokens): tokens.joined(separator: " ")
      case .forms(let forms): forms[0]
      case .newline: "⏎"
      case .hole(let kind): "‹\(kind.rawValue)›"
      case .same(let index): name(before[index])
      }
    }
    let left = before.map(name).joined(separator: " ")
    let right = after.map { element in
      switch element {
      case .literal(let text, _), .placed(let text, _): text
      case .newline: "⏎"
      case .kept(let index, _): name(before[index])
      case .form(let forms, _, _): forms[0]
      case .computed(let transform, let index, _): "‹\(transform.label) of \(name(before[index]))›"
      }
    }.joined(separator: " ")
    let conditions = guards.map { " if " + $0.summary }.joined(separator: " and")
    return "\(left) -> \(right.isEmpty ? "(nothing)" : right)\(conditions)"
  }
}

extension EditRule {
  /// The most columns a line may be indented by, either way.
  static let mostColumns = 1_000
  /// The most elements of either side; the longest learned rules have about half.
  static let mostElements = 200

  private enum Key: String, CodingKey { case before, after, scope, guards, flags, setsSpace }

  /// Reads a rule that may have been edited by hand: what the matcher could not run is refused here.
  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    before = try container.decode([PatternElement].self, forKey: .before)
    after = try container.decode([OutputElement].self, forKey: .after)
    scope = try container.decode(RuleScope.self, forKey: .scope)
    guards = try container.decode([RuleGuard].self, forKey: .guards)
    flags = try container.decode([String].self, forKey: .flags)
    setsSpace = try container.decodeIfPresent(Bool.self, forKey: .setsSpace) ?? false
    let patterns = [before] + guards.compactMap { if case .companion(let pattern) = $0 { pattern } else { nil } }
    guard patterns.allSatisfy({ $0.count <= Self.mostElements && Self.isSound($0) }), after.count <= Self.mostElements,
      after.allSatisfy(isSound)
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .before, in: container, debugDescription: "an element of the rule refers to one that is not there")
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(before, forKey: .before)
    try container.encode(after, forKey: .after)
    try container.encode(scope, forKey: .scope)
    try container.encode(guards, forKey: .guards)
    try container.encode(flags, forKey: .flags)
    if setsSpace { try container.encode(setsSpace, forKey: .setsSpace) }
  }

  private static func isSound(_ pattern: [PatternElement]) -> Bool {
    pattern.enumerated().allSatisfy { index, element in
      switch element {
      case .same(let earlier): (0..<index).contains(earlier)
      case .newline(let columns): (-mostColumns...mostColumns).contains(columns)
      case .forms(let forms): !forms.isEmpty && forms.count <= mostElements
      case .literal, .phrase, .hole: true
      }
    }
  }

  private func isSound(_ element: OutputElement) -> Bool {
    switch element {
    case .kept(let index, _): before.indices.contains(index)
    case .newline(let columns): (-Self.mostColumns...Self.mostColumns).contains(columns)
    case .form(let forms, let index, _):
      if before.indices.contains(index), case .forms(let wanted) = before[index] {
        forms.count == 1 || forms.count == wanted.count
      } else {
        false
      }
    case .computed(_, let index, _), .placed(_, let index): before.indices.contains(index)
    case .literal: true
    }
  }
}

extension PatternElement {
  /// The token texts the element asks for; empty for holes and line ends.
  var literals: [String] {
    switch self {
    case .literal(let text): [text]
    case .phrase(let tokens): tokens
    case .newline, .hole, .same, .forms: []
    }
  }

  /// The token texts, in lower case, of which one must stand in a text that the element matches; empty if any may.
  var anchors: [String] {
    switch self {
    case .literal(let text): [text.lowercased()]
    case .phrase(let tokens): tokens.first.map { [$0.lowercased()] } ?? []
    case .forms(let forms): forms
    case .newline, .hole, .same: []
    }
  }
}

/// In which zones and languages a rule was learned.
struct RuleScope: Sendable, Hashable, Codable {
  var zones: [Zone]
  /// The language of the responses it was learned from; `nil` when none was given or they differ.
  var language: String?

  /// Whether it is about running text only.
  var isText: Bool { zones.allSatisfy(\.isInText) }
  /// Whether it is about code only.
  var isCode: Bool { zones == [.code] }

  func covers(_ zone: Zone) -> Bool { zones.contains(zone) }

  /// A response without a stated language is taken as one the rule may know.
  func covers(language other: String?) -> Bool {
    guard let language, let other else { return true }
    return language == other
  }
}
