import WhetCore

/// All edit rules that at least two places suggested, each tried on every known pair that it could touch.
struct RulePool: Sendable {
  /// A rule with what it did on the known pairs.
  struct Entry: Sendable {
    var rule: EditRule
    var hash: UInt64
    /// Equal for rules that replace the same tokens by the same in other surroundings.
    var core: UInt64
    /// The same for edits of one shape only.
    var shape: UInt64
    /// Whether the pattern says enough to be held against others of its core: an insertion needs both neighbours.
    var isTelling: Bool
    /// See `Candidate`.
    var looseContext = 0
    var namesSomething = false
    /// See `RuleSelection`.
    var rank = 0
    var firings: [Firing] = []
    /// Where it changed what a person left alone, by pair. Only a rule that a guard can keep from there is used.
    var wrong: [WrongFiring] = []
    var misses = 0
    /// Whether a string stood for two things: too many to fill in, too few to leave open.
    var isAmbiguous = false
    /// The surroundings it was right in.
    private(set) var places: Set<UInt64> = []
    private(set) var completed = 0
    /// What the firings saved, by edit; edits are numbered by the pool in the order it met them.
    private(set) var savings: [(edit: Int32, saved: Int32)] = []
    /// The sum of the savings.
    private(set) var total = 0

    /// Whether two different surroundings bear the rule out, it is not just a part of a larger change, and people
    /// seldom did something else in its place.
    var isSupported: Bool {
      places.count >= RulePool.minimumSupport && firings.count >= 2 * misses && completed * 3 >= firings.count
    }

    /// Whether it is wrong so often, measured by where it is right, that no guard can save it.
    var isHopeless: Bool { wrong.count > RulePool.mostWrong || misses > 3 + firings.count }

    /// The entry with every hole that has always stood for the same thing filled in: nothing says that other things may
    /// stand there. A string may be many things, so it takes three to leave its hole open.
    func filled(in pairs: [PreparedPair]) -> Entry {
      guard let firing = firings.first else { return self }
      var entry = self
      var number = 0
      let text = pairs[firing.edit >> 24].analysis.source
      for (index, element) in rule.before.enumerated() {
        guard case .hole(let kind) = element else { continue }
        let values = Set(firings.map { $0.captures[number] })
        number += 1
        if kind.isOptional || values.count >= (kind == .string ? 3 : 2) { continue }
        let firstOfValue = values.count == 1 ? firing.holes[number - 1] : nil
        guard let range = firstOfValue else {
          entry.isAmbiguous = true
          continue
        }
        entry.rule.before[index] = .phrase(text.tokens[range].map(\.text))
      }
      if entry.rule != rule { entry.hash = entry.rule.stableHash }
      return entry
    }

    /// Drops what earlier trials said, before the rule is tried again in another form.
    mutating func forget() {
      firings = []
      wrong = []
      misses = 0
      places = []
      completed = 0
      savings = []
      total = 0
    }

    /// Adds what a trial on one pair said.
    ///
    /// - Parameter edits: the numbers of the firings' edits, in their order.
    mutating func take(_ outcome: RuleTrial.Outcome, pair: Int, edits: [Int32]) {
      firings += outcome.firings
      wrong += outcome.wrong.map { WrongFiring(pair: pair, isInTarget: false, range: $0) }
      wrong += outcome.wrongInTarget.map { WrongFiring(pair: pair, isInTarget: true, range: $0) }
      misses += outcome.misses
      for (firing, edit) in zip(outcome.firings, edits) {
        places.insert(firing.place)
        if firing.completes { completed += 1 }
        total += firing.saved
        if let last = savings.last, last.edit == edit {
          savings[savings.count - 1].saved += Int32(firing.saved)
        } else {
          savings.append((edit, Int32(firing.saved)))
        }
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

  /// How many different places must bear a rule out before it is used.
  static let minimumSupport = 2
  /// How many wrong firings a guard may have to explain.
  static let mostWrong = 6
  /// How many new rules one correction may bring to trial; bounds the time of one correction.
  static let candidateBudget = 600

  private(set) var entries: [Entry] = []
  private(set) var pairs: [PreparedPair] = []
  private var contested: Set<UInt64> = []
  private var editNumbers: [Int: Int32] = [:]

  /// How many edits the pool has met.
  var editCount: Int { editNumbers.count }
  private var seeds: [UInt64: UInt64] = [:]
  private var known: Set<UInt64> = []
  private var entriesByAnchor: [String: [Int]] = [:]
  private var pairsByToken: [String: [Int]] = [:]

  /// Whether a rule with the same core and the same words was wrong somewhere, so that this one differs by what stands
  /// around the edit only, and by no word: then what the surroundings tell is chance.
  func isContested(_ entry: Entry) -> Bool {
    contested.contains(Self.key(entry.shape, of: entry))
      || (entry.looseContext > 0 && contested.contains(Self.key(entry.core, of: entry)))
  }

  private static func key(_ edit: UInt64, of entry: Entry) -> UInt64 {
    var hash = StableHash()
    hash.combine(Int(truncatingIfNeeded: edit))
    let tokens = entry.rule.before.flatMap { $0.literals.isEmpty ? [""] : $0.literals }
    // A name that its author chose says nothing about what the code does.
    let words = tokens.indices.filter { index in
      let next = index + 1 < tokens.count ? tokens[index + 1] : ""
      let previous = index > 0 ? tokens[index - 1] : ""
      return tokens[index].contains(where: \.isLetter)
        && (next == "." || next == "(" || previous == "." || Keyword.isKeyword(tokens[index]))
    }.map { tokens[$0] }
    for word in Set(words).sorted() { hash.combine(word) }
    return hash.value
  }

  private mutating func note(_ entry: Entry) {
    guard entry.isTelling, !entry.wrong.isEmpty else { return }
    contested.insert(Self.key(entry.core, of: entry))
    contested.insert(Self.key(entry.shape, of: entry))
  }

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
      if let rule = candidate.rule(in: pair.analysis) { addEntry(rule, candidate, pair.analysis) }
    }
  }

  private mutating func tryPresentRules(on number: Int, tokens: Set<String>) {
    var dead: Set<Int> = []
    for anchor in tokens {
      for index in entriesByAnchor[anchor] ?? [] {
        var entry = entries[index]
        if !tryRule(&entry, on: number) { dead.insert(index) }
        note(entry)
        entries[index] = entry
      }
    }
    if !dead.isEmpty { remove(dead) }
  }

  /// Tries a rule on one pair; `false` when that ends it.
  private mutating func tryRule(_ entry: inout Entry, on number: Int) -> Bool {
    let flags = entry.rule.flags
    learnFlags(&entry, from: number)
    if entry.rule.flags != flags { return tryAgain(&entry) }
    run(&entry, on: number)
    return !entry.isHopeless
  }

  private mutating func run(_ entry: inout Entry, on number: Int) {
    let outcome = RuleTrial.run(entry.rule, on: pairs[number].analysis, number: number)
    entry.take(outcome, pair: number, edits: outcome.firings.map { self.number(ofEdit: $0.edit) })
  }

  private mutating func number(ofEdit edit: Int) -> Int32 {
    if let number = editNumbers[edit] { return number }
    let number = Int32(editNumbers.count)
    editNumbers[edit] = number
    return number
  }

  /// Tries a rule that fires in more places than before on every known pair; `false` when that ends it.
  private mutating func tryAgain(_ entry: inout Entry) -> Bool {
    guard let anchor = rarestLiteral(of: entry.rule) else { return false }
    entry.forget()
    for number in pairsByToken[anchor] ?? [] {
      run(&entry, on: number)
    }
    return !entry.isHopeless
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

  private mutating func addEntry(_ rule: EditRule, _ candidate: Candidate, _ analysis: PairAnalysis) {
    guard let anchor = rarestLiteral(of: rule) else { return }
    var entry = Entry(
      rule: rule, hash: candidate.hash, core: candidate.core, shape: candidate.shape, isTelling: candidate.isTelling,
      looseContext: candidate.looseContext(in: analysis), namesSomething: candidate.namesSomething(in: analysis))
    entry.rank = RuleSelection.rank(entry)
    let numbers = pairsByToken[anchor] ?? []
    for number in numbers { learnFlags(&entry, from: number) }
    for number in numbers.reversed() {
      run(&entry, on: number)
      note(entry)
      if entry.isHopeless { return }
    }
    guard !entry.firings.isEmpty else { return }
    entriesByAnchor[anchor, default: []].append(entries.count)
    entries.append(entry)
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
        let leftCount = pairsByToken[left]?.count ?? 0
        let rightCount = pairsByToken[right]?.count ?? 0
        return (leftCount, left) < (rightCount, right)
      }
  }
}
