/// Chooses from the pool the few rules that are worth keeping: those that together reproduce most of what people
/// edited, each paying for its own length (minimum description length; greedy weighted set cover).
enum RuleSelection {
  static func choose(from pool: RulePool) -> [RulePool.Entry] {
    let finder = GuardFinder(pool: pool)
    var queue = pool.entries.indices.filter { pool.entries[$0].isSupported }.map {
      Place(index: $0, entry: pool.entries[$0])
    }
    queue.sort { $1 < $0 }
    var covered = [Int32](repeating: 0, count: pool.editCount)
    var chosen: [RulePool.Entry] = []
    var first = 0
    // Lazy greedy (Minoux 1978): gains only fall as more is covered, so a place whose gain still stands is the best.
    while first < queue.count {
      var place = queue[first]
      let entry = pool.entries[place.index]
      let gain = entry.savings.reduce(0) { $0 + max(0, Int($1.saved - covered[Int($1.edit)])) }
      first += 1
      if Double(gain) <= cost(entry.rule) { continue }
      if gain < place.gain {
        place.gain = gain
        insert(place, into: &queue, from: &first)
        continue
      }
      let filled = entry.filled(in: pool.pairs)
      guard !filled.isAmbiguous, let usable = finder.guarded(filled) else { continue }
      chosen.append(usable)
      for (edit, saved) in entry.savings { covered[Int(edit)] = max(covered[Int(edit)], saved) }
    }
    return chosen
  }

  /// A rule in the queue: what it would gain at most, and which is taken among equals.
  private struct Place: Comparable {
    var index: Int
    var gain: Int
    var rank: Int
    var hash: UInt64

    init(index: Int, entry: RulePool.Entry) {
      self.index = index
      gain = entry.total
      rank = entry.rank
      hash = entry.hash
    }

    static func < (left: Place, right: Place) -> Bool {
      (left.gain, left.rank, right.hash) < (right.gain, right.rank, left.hash)
    }
  }

  /// Puts a place back where it belongs in the descending queue; `first - 1` is free.
  private static func insert(_ place: Place, into queue: inout [Place], from first: inout Int) {
    var low = first
    var high = queue.count
    while low < high {
      let middle = (low + high) / 2
      if place < queue[middle] { low = middle + 1 } else { high = middle }
    }
    for index in first..<max(first, low) { queue[index - 1] = queue[index] }
    queue[low - 1] = place
    first -= 1
  }

  private static func cost(_ rule: EditRule) -> Double { 1 + 0.1 * Double(rule.before.count + rule.after.count) }

  /// Which of two rules with the same merit is taken. In code the chain decides what a name means, so the more
  /// literal rule is the safer one, but a rule that names something needs no neighbours; in running text a word means
  /// the same everywhere, so the shorter rule is taken.
  static func rank(_ entry: RulePool.Entry) -> Int {
    let rule = entry.rule
    let isText = rule.scope.zones.allSatisfy(\.isText)
    let literals = rule.literalCount
    let generality = rule.before.reduce(0) { sum, element in
      if case .hole(let kind) = element { sum + (kind == .word || kind == .number ? 0 : 1) } else { sum }
    }
    if isText, changesWord(rule) { return 1_000 - 10 * literals + rule.scope.zones.count }
    if entry.namesSomething {
      return 10 * (min(literals, 12) - 2 * entry.looseContext) + generality + rule.scope.zones.count
    }
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
