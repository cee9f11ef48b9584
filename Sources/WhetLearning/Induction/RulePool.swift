import WhetCore

/// The edit rules that corrections suggest, each with what it would have done on every known pair that it could touch.
struct RulePool: Sendable {
  /// A rule with its record on the known pairs.
  struct Entry: Sendable {
    var rule: EditRule
    let hash: UInt64
    /// Equal for rules that replace the same tokens by the same in other surroundings.
    let core: UInt64
    let footing: Footing
    let cost: Double
    /// Where it did what a person did.
    private(set) var firings: [Firing] = []
    /// Where it changed what a person had left alone.
    private(set) var wrong: [WrongFiring] = []
    /// Where a person did something else in its place.
    private(set) var missed: [WrongFiring] = []
    /// The surroundings it was right in.
    private(set) var places: Set<UInt64> = []
    private(set) var completed = 0
    /// The conditions found for what is known so far; a new one whenever more is known.
    private(set) var guards = GuardMemo()

    init(rule: EditRule, candidate: Candidate) {
      self.rule = rule
      hash = candidate.hash
      core = candidate.core
      footing = candidate.footing
      cost = candidate.cost
    }

    /// Whether it is wrong so often, measured by where it is right, that no guard can save it.
    var isHopeless: Bool {
      wrong.count > RulePool.mostWrong + 12 * firings.count || missed.count > 12 + 4 * firings.count
    }

    /// Drops what earlier trials said, before the rule is tried again in another form.
    mutating func forget() {
      firings = []
      wrong = []
      missed = []
      places = []
      completed = 0
      // The next trial may say nothing, and then keeps what is here.
      guards = GuardMemo()
    }

    /// Adds what a trial on one pair said.
    mutating func take(_ outcome: RuleTrial.Outcome, pair: Int) {
      guard !outcome.isEmpty else { return }
      guards = GuardMemo()
      firings += outcome.firings
      wrong += outcome.wrong.map { WrongFiring(pair: pair, isInTarget: false, range: $0) }
      wrong += outcome.wrongInTarget.map { WrongFiring(pair: pair, isInTarget: true, range: $0) }
      missed += outcome.missed.map { WrongFiring(pair: pair, isInTarget: false, range: $0) }
      for firing in outcome.firings {
        places.insert(firing.place)
        if firing.completes { completed += 1 }
      }
    }
  }

  /// A place where a rule changed what a person had left alone.
  struct WrongFiring: Sendable {
    var pair: Int
    /// Whether the place is in the corrected text; otherwise it is in the original.
    var isInTarget: Bool
    var range: Range<Int>
  }

  /// How many wrong firings a guard may have to explain.
  static let mostWrong = 96
  /// How many new rules one correction may bring to trial; bounds the time of one correction.
  static let candidateBudget = 400
  /// How many rules one place may bring to trial before a second place suggests them too.
  static let firstRules = 5

  private(set) var entries: [Entry] = []
  private(set) var pairs: [PreparedPair] = []
  /// Where each candidate was first seen.
  private var seeds: [UInt64: UInt64] = [:]
  private var known: Set<UInt64> = []
  /// Edits of names that were made and left alone in one and the same correction.
  private var contested: Set<UInt64> = []
  private var entriesByAnchor: [String: [Int]] = [:]
  private var pairsByToken: [String: [Int]] = [:]
  /// The pairs in which people undid what rules with that core do, in order.
  private var undoings: [UInt64: [Int]] = [:]

  /// In how many of the pairs a token stands, as a share.
  func frequency(of token: String) -> Double {
    pairs.isEmpty ? 0 : Double(pairsByToken[token]?.count ?? 0) / Double(pairs.count)
  }

  /// The pairs since the rule was last right in which people did the reverse, wherever it stood.
  func undoings(of entry: Entry) -> [Int] {
    let last = entry.firings.map(\.pair).max() ?? -1
    return (undoings[entry.core] ?? []).filter { $0 > last }
  }

  /// Takes one more pair: tries the present rules on it, and tries the rules it suggests on all earlier pairs.
  mutating func add(_ pair: PreparedPair) {
    let number = pairs.count
    pairs.append(pair)
    var tokens: Set<String> = [""]
    for text in [pair.analysis.source, pair.analysis.target] {
      for token in text.positions.keys { tokens.insert(token.lowercased()) }
    }
    for token in tokens { pairsByToken[token, default: []].append(number) }
    for core in Set(pair.candidates.compactMap(\.reverse)) { undoings[core, default: []].append(number) }
    tryPresentRules(on: number, tokens: tokens)
    var budget = Self.candidateBudget
    var tried: [UInt64: Int] = [:]
    for candidate in pair.candidates where budget > 0 && !known.contains(candidate.hash) {
      let isSecond = seeds[candidate.hash].map { $0 != candidate.place } ?? false
      if seeds[candidate.hash] == nil { seeds[candidate.hash] = candidate.place }
      guard isSecond || candidate.footing != .none, isSecond || tried[candidate.core, default: 0] < Self.firstRules
      else {
        continue
      }
      budget -= 1
      guard let rule = candidate.rule(in: pair.analysis) else { continue }
      known.insert(candidate.hash)
      if addEntry(Entry(rule: rule, candidate: candidate)) { tried[candidate.core, default: 0] += 1 }
    }
  }

  private mutating func tryPresentRules(on number: Int, tokens: Set<String>) {
    var dead: Set<Int> = []
    var present: Set<Int> = []
    for anchor in tokens { present.formUnion(entriesByAnchor[anchor] ?? []) }
    for index in present.sorted() {
      var entry = entries[index]
      if !tryRule(&entry, on: number) { dead.insert(index) }
      entries[index] = entry
    }
    if !dead.isEmpty { remove(dead) }
  }

  /// Tries a rule on one pair; `false` when that ends it.
  private mutating func tryRule(_ entry: inout Entry, on number: Int) -> Bool {
    let flags = entry.rule.flags
    learnFlags(&entry, from: number)
    if entry.rule.flags != flags {
      entry.forget()
      for number in pairNumbers(for: entry.rule) { run(&entry, on: number) }
    } else {
      run(&entry, on: number)
    }
    return !entry.isHopeless
  }

  private mutating func run(_ entry: inout Entry, on number: Int) {
    let outcome = RuleTrial.run(entry.rule, on: pairs[number].analysis, number: number)
    entry.take(outcome, pair: number)
    if isContested(outcome, entry.rule, pairs[number].analysis) { contested.insert(Self.key(of: entry)) }
  }

  /// Whether a rule that puts one name for another was right and wrong on the same thing in one correction.
  private func isContested(_ outcome: RuleTrial.Outcome, _ rule: EditRule, _ analysis: PairAnalysis) -> Bool {
    guard !outcome.firings.isEmpty, !outcome.wrong.isEmpty, !outcome.wrongInTarget.isEmpty, rule.scope.isCode,
      !rule.hasValues, rule.replacesName
    else { return false }
    let right = Set(outcome.firings.map { analysis.source.receiver(of: $0.range) })
    return outcome.wrong.contains { place in
      let receiver = analysis.source.receiver(of: place)
      return right.contains(receiver) && (receiver != nil || !rule.tellingNames.isEmpty)
    }
  }

  /// Whether somebody made the same edit of the same names in one place of a correction's code and not in another: what
  /// tells the places apart is what the code means, and no condition on what stands around sees that.
  func isContested(_ entry: Entry) -> Bool {
    !contested.isEmpty && entry.rule.scope.isCode && contested.contains(Self.key(of: entry))
  }

  private static func key(of entry: Entry) -> UInt64 {
    var hash = StableHash()
    hash.combine(Int(truncatingIfNeeded: entry.core))
    for name in entry.rule.tellingNames { hash.combine(name) }
    return hash.value
  }

  /// A hole takes the flags it stood for where the person confirms the rule.
  private func learnFlags(_ entry: inout Entry, from number: Int) {
    let analysis = pairs[number].analysis
    guard !analysis.pair.isAccepted, entry.rule.before.contains(where: { if case .hole = $0 { true } else { false } })
    else { return }
    var open = entry.rule
    open.flags = analysis.source.flags(in: 0..<analysis.source.count)
    guard !open.flags.allSatisfy(entry.rule.flags.contains) else { return }
    for firing in RuleTrial.run(open, on: analysis, number: number).firings {
      for flag in analysis.source.flags(in: firing.range) where !entry.rule.flags.contains(flag) {
        entry.rule.flags.append(flag)
      }
    }
    entry.rule.flags.sort()
  }

  /// Tries a new rule on all pairs; whether it may be of use.
  private mutating func addEntry(_ new: Entry) -> Bool {
    var entry = new
    let numbers = pairNumbers(for: entry.rule)
    for number in numbers { learnFlags(&entry, from: number) }
    for number in numbers {
      run(&entry, on: number)
    }
    guard !entry.firings.isEmpty, !entry.isHopeless else { return false }
    for anchor in anchors(of: entry.rule) { entriesByAnchor[anchor, default: []].append(entries.count) }
    entries.append(entry)
    return true
  }

  private mutating func remove(_ dead: Set<Int>) {
    var index = -1
    entries.removeAll { _ in
      index += 1
      return dead.contains(index)
    }
    entriesByAnchor.removeAll(keepingCapacity: true)
    for (index, entry) in entries.enumerated() {
      for anchor in anchors(of: entry.rule) { entriesByAnchor[anchor, default: []].append(index) }
    }
  }

  private func pairNumbers(for rule: EditRule) -> [Int] {
    let anchors = anchors(of: rule)
    if anchors.count == 1 { return pairsByToken[anchors[0]] ?? [] }
    return Set(anchors.flatMap { pairsByToken[$0] ?? [] }).sorted()
  }

  /// The tokens of which one stands in every text that the rule matches: those of the element that is rarest so far;
  /// the empty text, which stands everywhere, for a rule of holes only.
  private func anchors(of rule: EditRule) -> [String] {
    rule.before.map(\.anchors).filter { !$0.isEmpty }.min { left, right in
      let counts = [left, right].map { anchors in anchors.reduce(0) { $0 + (pairsByToken[$1]?.count ?? 0) } }
      return (counts[0], left[0]) < (counts[1], right[0])
    } ?? [""]
  }
}
