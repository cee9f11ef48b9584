/// Finds the simplest condition that keeps a rule from the places where it was wrong and costs none where it was right.
struct GuardFinder {
  let pool: RulePool

  /// The most conditions one rule may need.
  static let mostGuards = 3

  /// The rule with guards under which it was never wrong; `nil` if there are none.
  ///
  /// Where the same edit of the same words was wrong elsewhere, only a second place edited together with it can tell.
  func guarded(_ entry: RulePool.Entry) -> RulePool.Entry? {
    var guarded = entry
    if pool.isContested(entry), entry.rule.scope.zones == [.code] {
      guard let condition = companion(entry) else { return nil }
      add(condition, to: &guarded)
    }
    guard !guarded.wrong.isEmpty else { return guarded }
    guard Set(entry.firings.map(\.place)).count >= 3 else { return nil }
    for _ in 0..<Self.mostGuards {
      guard let condition = separatingWord(guarded) else { return nil }
      add(condition, to: &guarded)
      if guarded.wrong.isEmpty { return guarded }
    }
    return nil
  }

  private func add(_ condition: RuleGuard, to entry: inout RulePool.Entry) {
    entry.rule.guards.append(condition)
    entry.hash = entry.rule.stableHash
    let rule = entry.rule
    entry.wrong.removeAll { !condition.holds(for: $0.range, of: rule, in: text(of: $0)) }
  }

  /// A word that stands where the rule was wrong and never where it was right, or the other way round; in the line if
  /// possible, else anywhere in the text. Among several a member's name says most, then the longest.
  private func separatingWord(_ entry: RulePool.Entry) -> RuleGuard? {
    let right = entry.firings.map { (source(of: $0.edit >> 24), $0.range) }
    let wrong = entry.wrong.map { (text(of: $0), $0.range) }
    let rightLines = right.map { $0.0.calls(inLinesOf: $0.1) }
    let wrongLines = wrong.map { $0.0.calls(inLinesOf: $0.1) }
    if let word = always(in: rightLines, never: wrongLines, right[0].0) { return .line(word: word, isPresent: true) }
    if let word = often(in: wrongLines, never: rightLines, wrong[0].0) { return .line(word: word, isPresent: false) }
    let rightTexts = right.map { $0.0.calls(in: 0..<$0.0.count) }
    let wrongTexts = wrong.map { $0.0.calls(in: 0..<$0.0.count) }
    if let word = often(in: wrongTexts, never: rightTexts, wrong[0].0) { return .text(word: word, isPresent: false) }
    return nil
  }

  private func always(in present: [Set<String>], never absent: [Set<String>], _ text: TokenText) -> String? {
    guard var words = present.first else { return nil }
    for set in present.dropFirst() { words.formIntersection(set) }
    for set in absent { words.subtract(set) }
    return words.max { rank($0, in: text) < rank($1, in: text) }
  }

  /// The word that stands in the most of the sets and never in the others.
  private func often(in present: [Set<String>], never absent: [Set<String>], _ text: TokenText) -> String? {
    var counts: [String: Int] = [:]
    for set in present { for word in set { counts[word, default: 0] += 1 } }
    for set in absent { for word in set { counts[word] = nil } }
    return counts.max { left, right in
      left.value != right.value ? left.value < right.value : rank(left.key, in: text) < rank(right.key, in: text)
    }?.key
  }

  private func rank(_ word: String, in text: TokenText) -> (Int, Int, String) {
    let isMember = (text.positions[word] ?? []).contains { $0 > 0 && text.tokens[$0 - 1].text == "." }
    return (isMember ? 1 : 0, word.count, word)
  }

  /// A second place of the same correction, edited in the same way, that shares a name with every place the rule is
  /// right at: a person changed the two together.
  private func companion(_ entry: RulePool.Entry) -> RuleGuard? {
    let pairs = Set(entry.firings.map { $0.edit >> 24 })
    let others = pool.entries.filter { other in
      other.hash != entry.hash && other.core == entry.core && other.rule.scope == entry.rule.scope
        && Set(other.firings.map { $0.edit >> 24 }).isSuperset(of: pairs)
    }.sorted { ($1.rule.literalCount, $0.hash) < ($0.rule.literalCount, $1.hash) }
    for other in others where tellsApart(other.rule, entry) {
      let condition = RuleGuard.companion(other.rule.before)
      if entry.firings.allSatisfy({ condition.holds(for: $0.range, of: entry.rule, in: source(of: $0.edit >> 24)) }),
        entry.wrong.allSatisfy({ !condition.holds(for: $0.range, of: entry.rule, in: text(of: $0)) })
      {
        return condition
      }
    }
    return nil
  }

  /// Whether the other rule fits none of the places where this one is right: only then does its place say more.
  private func tellsApart(_ other: EditRule, _ entry: RulePool.Entry) -> Bool {
    entry.firings.allSatisfy { firing in
      RuleMatcher.matches(of: other, in: source(of: firing.edit >> 24)).allSatisfy { !$0.range.overlaps(firing.range) }
    }
  }

  private func source(of pair: Int) -> TokenText { pool.pairs[pair].analysis.source }

  private func text(of firing: RulePool.WrongFiring) -> TokenText {
    firing.isInTarget ? pool.pairs[firing.pair].analysis.target : pool.pairs[firing.pair].analysis.source
  }
}
