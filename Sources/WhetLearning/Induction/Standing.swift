/// Whether a rule may go on after what it did: newer evidence counts more, because preferences change.
enum Standing {
  /// How much an outcome counts when one more is known.
  static let memory = 0.8
  /// How much a place weighs that the person corrected around, left alone or accepted, where a right one weighs 1.
  static let wrongWeight = 4.0
  /// The same before the rule was first right: what was wanted then may have been something else.
  static let earlierWeight = 2.0
  static let acceptedWeight = 6.0
  static let missWeight = 1.0
  /// How often in a row people may undo what it does before it goes, wherever they did.
  static let mostUndoings = 3

  static func isGood(
    _ entry: RulePool.Entry, remaining: [RulePool.WrongFiring], missed: [RulePool.WrongFiring], pool: RulePool
  ) -> Bool {
    let undoings = pool.undoings(of: entry).count
    if undoings > 0, undoings >= min(mostUndoings, Set(entry.firings.map(\.pair)).count) { return false }
    if remaining.isEmpty, missed.isEmpty { return true }
    var weights: [Int: [Double]] = [:]
    for firing in entry.firings { weights[firing.pair, default: []].append(1) }
    let first = entry.firings.first?.pair ?? 0
    for firing in remaining {
      let isAccepted = pool.pairs[firing.pair].pair.isAccepted
      let weight = isAccepted ? acceptedWeight : firing.pair < first ? earlierWeight : wrongWeight
      weights[firing.pair, default: []].append(-weight)
    }
    for firing in missed { weights[firing.pair, default: []].append(-missWeight) }
    var score = 0.0
    for pair in weights.keys.sorted() {
      let own = weights[pair] ?? []
      score = score * memory + own.reduce(0, +) / Double(own.count)
    }
    return score > 0
  }
}
