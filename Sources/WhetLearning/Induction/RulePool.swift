/// All edit rules that at least two places suggested, each tried on every known pair that it could touch.
///
/// A rule that fired wrongly once is out for good: people's corrected texts outrank any saving.
struct RulePool: Sendable {
  /// A rule with the places where it did what the person did.
  struct Entry: Sendable {
    var rule: EditRule
    var firings: [Firing]
    var hash: UInt64

    /// Whether two different surroundings bear it out.
    var isSupported: Bool { Set(firings.map(\.place)).count >= RulePool.minimumSupport }
  }

  /// How many different places must bear a rule out before it is used.
  static let minimumSupport = 2
  /// How many new rules one correction may bring to trial; bounds the time of one correction.
  static let candidateBudget = 600

  private(set) var entries: [Entry] = []
  private var seeds: [UInt64: UInt64] = [:]
  private var known: Set<UInt64> = []
  private var entriesByAnchor: [String: [Int]] = [:]
  private var pairsByToken: [String: [Int]] = [:]
  private var pairs: [PreparedPair] = []

  /// Takes one more pair: tries the present rules on it, and tries the rules it confirms on all earlier pairs.
  mutating func add(_ pair: PreparedPair) {
    let number = pairs.count
    pairs.append(pair)
    let tokens = Set(pair.analysis.source.positions.keys).union(pair.analysis.target.positions.keys)
    for token in tokens { pairsByToken[token, default: []].append(number) }
    tryPresentRules(on: number, tokens: tokens)
    var budget = Self.candidateBudget
    for candidate in pair.candidates {
      guard let place = seeds[candidate.hash] else {
        seeds[candidate.hash] = candidate.place
        continue
      }
      guard place != candidate.place, budget > 0, !known.contains(candidate.hash) else { continue }
      budget -= 1
      known.insert(candidate.hash)
      if let rule = candidate.rule(in: pair.analysis) { addEntry(rule, hash: candidate.hash) }
    }
  }

  private mutating func tryPresentRules(on number: Int, tokens: Set<String>) {
    var dead: Set<Int> = []
    for anchor in tokens {
      for index in entriesByAnchor[anchor] ?? [] {
        switch RuleTrial.run(entries[index].rule, on: pairs[number].analysis, number: number) {
        case .right(let firings): entries[index].firings += firings
        case .wrong: dead.insert(index)
        }
      }
    }
    if !dead.isEmpty { remove(dead) }
  }

  private mutating func addEntry(_ rule: EditRule, hash: UInt64) {
    guard let anchor = rarestLiteral(of: rule) else { return }
    var firings: [Firing] = []
    for number in (pairsByToken[anchor] ?? []).reversed() {
      switch RuleTrial.run(rule, on: pairs[number].analysis, number: number) {
      case .right(let more): firings += more
      case .wrong: return
      }
    }
    guard !firings.isEmpty else { return }
    entriesByAnchor[anchor, default: []].append(entries.count)
    entries.append(Entry(rule: rule, firings: firings, hash: hash))
  }

  private mutating func remove(_ dead: Set<Int>) {
    var index = -1
    entries.removeAll { _ in
      index += 1
      return dead.contains(index)
    }
    entriesByAnchor.removeAll(keepingCapacity: true)
    for (index, entry) in entries.enumerated() {
      if let anchor = rarestLiteral(of: entry.rule) { entriesByAnchor[anchor, default: []].append(index) }
    }
  }

  /// The literal that stands in the fewest pairs, so that a trial skips all others.
  private func rarestLiteral(of rule: EditRule) -> String? {
    rule.before.compactMap { element in if case .literal(let text) = element { text } else { nil } }
      .min { left, right in
        let leftCount = pairsByToken[left]?.count ?? 0, rightCount = pairsByToken[right]?.count ?? 0
        return (leftCount, left) < (rightCount, right)
      }
  }
}
