/// The guards of one rule in one text; what they need to know of the text is found once, however often the rule fires.
struct GuardConditions {
  private let guards: [RuleGuard]
  private let rule: EditRule
  private let text: TokenText
  private var calls: [Range<Int>: Set<String>] = [:]
  /// For each companion pattern where it matches, by the names of the lines it stands in.
  private var companions: [[PatternElement]: [String: [Range<Int>]]] = [:]
  /// For each companion pattern the names of some lines that stand with it too.
  private var shared: [[PatternElement]: [Range<Int>: [String]]] = [:]

  init(_ guards: [RuleGuard], of rule: EditRule, in text: TokenText) {
    self.guards = guards
    self.rule = rule
    self.text = text
  }

  /// Whether all guards let the rule change that range.
  mutating func hold(for range: Range<Int>) -> Bool {
    guard !guards.isEmpty, text.count > 0 else { return guards.isEmpty }
    for condition in guards where !holds(condition, for: range) { return false }
    return true
  }

  private mutating func holds(_ condition: RuleGuard, for range: Range<Int>) -> Bool {
    switch condition {
    case .line(let word, let isPresent): calls(in: text.lines(touchedBy: range)).contains(word) == isPresent
    case .text(let word, let isPresent): calls(in: 0..<text.count).contains(word) == isPresent
    case .companion(let pattern): hasCompanion(pattern, range)
    case .any(let facts): facts.contains { $0.holds(for: range, in: text) }
    case .none(let facts): !facts.contains { $0.holds(for: range, in: text) }
    }
  }

  private mutating func calls(in range: Range<Int>) -> Set<String> {
    if let known = calls[range] { return known }
    let found = text.calls(in: range)
    calls[range] = found
    return found
  }

  private mutating func hasCompanion(_ pattern: [PatternElement], _ range: Range<Int>) -> Bool {
    let places = places(of: pattern)
    let lines = text.lines(touchedBy: range)
    let names = shared[pattern]?[lines] ?? text.names(ofLinesOf: range).filter { places[$0] != nil }
    shared[pattern, default: [:]][lines] = names
    return names.contains { name in places[name]?.contains { !$0.overlaps(range) } ?? false }
  }

  private mutating func places(of pattern: [PatternElement]) -> [String: [Range<Int>]] {
    if let known = companions[pattern] { return known }
    var places: [String: [Range<Int>]] = [:]
    var namesOfLines: [Range<Int>: Set<String>] = [:]
    for match in RuleMatcher.matches(of: EditRule(before: pattern, after: [], scope: rule.scope), in: text) {
      let lines = text.lines(touchedBy: match.range)
      let names = namesOfLines[lines] ?? text.names(ofLinesOf: match.range)
      namesOfLines[lines] = names
      for name in names { places[name, default: []].append(match.range) }
    }
    companions[pattern] = places
    return places
  }
}
