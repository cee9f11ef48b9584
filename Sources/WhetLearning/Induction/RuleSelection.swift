/// Chooses from the pool the few rules that are worth keeping: those that together reproduce most of what people
/// edited, each paying for its own length (minimum description length; greedy weighted set cover).
enum RuleSelection {
  static func choose(from pool: RulePool) -> [RulePool.Entry] {
    let finder = GuardFinder(pool: pool)
    var candidates = pool.entries.filter(\.isSupported).map { $0.filled(in: pool.pairs) }.filter { !$0.isAmbiguous }
      .compactMap { finder.guarded($0) }.map { Scored(entry: $0) }
    candidates.sort { $0.total != $1.total ? $0.total > $1.total : isPreferred($0.entry, $1.entry) }
    var covered: [Int: Int] = [:]
    var chosen: [RulePool.Entry] = []
    while let best = nextBest(&candidates, covered) {
      chosen.append(best.entry)
      for (edit, saved) in best.saved { covered[edit] = max(covered[edit] ?? 0, saved) }
    }
    return chosen
  }

  private struct Scored {
    let entry: RulePool.Entry
    let saved: [Int: Int]
    let cost: Double
    var total: Int

    init(entry: RulePool.Entry) {
      self.entry = entry
      var saved: [Int: Int] = [:]
      for firing in entry.firings { saved[firing.edit, default: 0] += firing.saved }
      self.saved = saved
      cost = 1 + 0.1 * Double(entry.rule.before.count + entry.rule.after.count)
      total = saved.values.reduce(0, +)
    }

    func gain(_ covered: [Int: Int]) -> Int {
      saved.reduce(0) { $0 + max(0, $1.value - (covered[$1.key] ?? 0)) }
    }
  }

  /// Lazy greedy: totals only fall as more is covered, so the scan stops at the first that cannot win any more.
  private static func nextBest(_ candidates: inout [Scored], _ covered: [Int: Int]) -> Scored? {
    var best: (index: Int, gain: Int)?
    for index in candidates.indices {
      if let best, candidates[index].total < best.gain { break }
      let gain = candidates[index].gain(covered)
      candidates[index].total = gain
      if let current = best {
        if gain > current.gain
          || (gain == current.gain && isPreferred(candidates[index].entry, candidates[current.index].entry))
        { best = (index, gain) }
      } else {
        best = (index, gain)
      }
    }
    guard let best, Double(best.gain) > candidates[best.index].cost else { return nil }
    let winner = candidates.remove(at: best.index)
    candidates.removeAll { Double($0.total) <= $0.cost }
    candidates.sort { $0.total != $1.total ? $0.total > $1.total : isPreferred($0.entry, $1.entry) }
    return winner
  }

  /// Which of two rules with the same merit is taken. In code the chain decides what a name means, so the more
  /// literal rule is the safer one, but a rule that names something needs no neighbours; in running text a word means
  /// the same everywhere, so the shorter rule is taken.
  private static func isPreferred(_ left: RulePool.Entry, _ right: RulePool.Entry) -> Bool {
    let leftRank = rank(left), rightRank = rank(right)
    return leftRank != rightRank ? leftRank > rightRank : left.hash < right.hash
  }

  private static func rank(_ entry: RulePool.Entry) -> Int {
    let rule = entry.rule
    let isText = rule.scope.zones.allSatisfy(\.isText)
    let literals = rule.literalCount
    let generality = rule.before.reduce(0) { sum, element in
      if case .hole(let kind) = element { sum + (kind == .word || kind == .number ? 0 : 1) } else { sum }
    }
    if isText, changesWord(rule) { return 1_000 - 10 * literals + rule.scope.zones.count }
    if entry.namesSomething { return 10 * (min(literals, 12) - 2 * entry.looseContext) + generality + rule.scope.zones.count }
    return 10 * min(literals, 12) + generality + rule.scope.zones.count
  }

  /// Whether a word stands in the pattern that the output does not keep.
  private static func changesWord(_ rule: EditRule) -> Bool {
    let kept = Set(rule.after.compactMap { element in if case .kept(let index, _) = element { index } else { nil } })
    return rule.before.enumerated().contains { index, element in
      guard case .literal(let text) = element, !kept.contains(index) else { return false }
      return text.count > 1 && text.allSatisfy { $0.isLetter || $0 == "_" }
    }
  }
}
