/// Finds where a rule holds: conditions that its own tokens do not say enough without, and the simplest ones that keep
/// it from the places where it was wrong and cost none where it was right.
struct GuardFinder {
  let pool: RulePool

  /// The most conditions one rule may need beside those of its footing.
  static let mostGuards = 4
  /// How many places where the rule was right are looked at; the newest.
  static let mostPlaces = 48
  /// How many different places must bear a rule out before what stands further away may be the reason.
  static let placesForFarFacts = 3
  /// How many times as often as it was right a rule may be wrong before its conditions need more places to rest on.
  static let wrongForPlaces = 4
  static let placesForExceptions = 5
  /// How many corrections there must be for each one that is an exception of its own.
  static let pairsForException = 12
  /// How many different words must have been changed in the same way before others are.
  static let valuesForWords = 3

  /// A rule as it may be used now.
  struct Usable {
    var rule: EditRule
    /// The pairs that speak against it all the same.
    var against: [Int]
    /// What its conditions from wrong firings cost to describe.
    var conditions: Double
  }

  /// What one condition costs, as `RuleCost` counts.
  static let conditionCost = 0.4

  /// The rule with its conditions; `nil` if what speaks against it outweighs what speaks for it.
  func usable(_ entry: RulePool.Entry) -> Usable? {
    guard isBorneOut(entry), !pool.isContested(entry), let filled = filled(entry) else { return nil }
    let found = guarded(filled, entry)
    guard isReliable(entry, found), Standing.isGood(entry, remaining: found.wrong, missed: found.missed, pool: pool)
    else { return nil }
    return Usable(
      rule: found.rule, against: Set((found.wrong + found.missed).map(\.pair)).sorted(),
      conditions: Self.conditionCost * Double(found.learned))
  }

  /// The rule with the conditions of its footing and those that keep it from places where it was wrong.
  private func guarded(_ rule: EditRule, _ entry: RulePool.Entry) -> GuardedRule {
    let right = entry.firings.suffix(Self.mostPlaces).map { Place(text: source($0.pair), range: $0.range) }
    var rule = rule
    rule.guards = footingGuards(entry, right) + sentenceGuards(rule, right) + kindGuards(entry)
    return entry.guards.found(for: rule) {
      var found = GuardedRule(rule: rule)
      var search = GuardSearch(of: rule, entry, pool: pool, isFar: entry.places.count >= Self.placesForFarFacts)
      while search.isNeeded, found.learned < Self.mostGuards, let (condition, settled) = search.next(after: right) {
        found.rule.guards.append(condition)
        found.learned += 1
        if settled <= 1 { found.single += 1 }
      }
      (found.wrong, found.missed) = (search.wrong, search.missed)
      return found
    }
  }

  /// Whether the conditions tell what the rule is about: where each exception is one of its own, the next one will be too
  /// (Good 1953), and conditions on few places against many wrong ones fit by chance.
  private func isReliable(_ entry: RulePool.Entry, _ found: GuardedRule) -> Bool {
    // What was left alone before the rule was first right is a preference of then.
    let first = entry.firings.first?.pair ?? 0
    let exceptions = found.single + Set(found.wrong.map(\.pair).filter { $0 > first }).count
    let pairs = Set(entry.firings.map(\.pair)).count + exceptions
    if exceptions > 1, exceptions * Self.pairsForException > pairs { return false }
    return found.learned == 0 || entry.places.count >= Self.placesForExceptions
      || entry.wrong.count { $0.pair >= first } <= Self.wrongForPlaces * entry.firings.count
  }

  /// Whether enough places speak for the rule, and it is not just a part of a larger change.
  private func isBorneOut(_ entry: RulePool.Entry) -> Bool {
    guard !entry.firings.isEmpty, entry.completed * 3 >= entry.firings.count else { return false }
    if entry.footing != .none { return true }
    return entry.places.count >= 2 && (!entry.rule.scope.isCode || Set(entry.firings.map(\.pair)).count >= 2)
  }

  /// The rule with every hole that has always stood for the same thing filled in, once there were enough places to
  /// tell; a hole whose content is dropped needs three different ones.
  private func filled(_ entry: RulePool.Entry) -> EditRule? {
    var rule = entry.rule
    guard let firing = entry.firings.first else { return nil }
    let kept = Set(
      rule.after.compactMap { element in
        switch element {
        case .kept(let index, _), .computed(_, let index, _): index
        case .literal, .placed, .newline, .form: nil
        }
      })
    var number = 0
    let text = source(firing.pair)
    for (index, element) in rule.before.enumerated() {
      guard case .hole(let kind) = element else { continue }
      let values = Set(entry.firings.map { $0.captures[number] })
      let range = firing.holes[number]
      number += 1
      if !rule.transforms(of: index).allSatisfy({ !$0.isOfWords }), values.count < Self.valuesForWords { return nil }
      if rule.marksOne, values.count < Self.valuesForWords { return nil }
      let isDropped = !kept.contains(index)
      if isDropped, !kind.isOptional, values.count < 3 { return nil }
      if kind.isOptional || kind == .block || rule.hasValues { continue }
      if values.count == 1, entry.places.count >= 3 || (kind == .word && entry.footing == .none) {
        rule.before[index] = .phrase(text.tokens[range].map(\.text))
      }
    }
    return rule
  }

  // MARK: Conditions of the footing

  /// A place where the rule was right.
  struct Place {
    var text: TokenText
    var range: Range<Int>
  }

  /// What all places have in common beside the edit, as far as the rule's own tokens leave it open.
  private func footingGuards(_ entry: RulePool.Entry, _ places: [Place]) -> [RuleGuard] {
    guard let first = places.first else { return [] }
    var common = PlaceFact.all(of: first.range, in: first.text, isFar: false)
    for place in places.dropFirst() {
      common.formIntersection(PlaceFact.all(of: place.range, in: place.text, isFar: false))
    }
    if entry.rule.scope.isCode, entry.footing == .named || entry.footing == .none {
      return edgeGuards(common, entry.rule, entry.places.count)
    }
    if entry.rule.marksOne { return shapeGuards(common) }
    if !entry.rule.before.contains(where: \.isLiteral) { return signGuards(common, entry) }
    switch entry.footing {
    case .named, .shortWord: return neighbourGuards(common, entry)
    case .signs: return signGuards(common, entry)
    case .none: return entry.rule.insertsOnly ? signGuards(common, entry) : []
    }
  }

  /// A word is written with a capital because of where it came to stand.
  private func sentenceGuards(_ rule: EditRule, _ places: [Place]) -> [RuleGuard] {
    guard case .some(.computed(.named(.capitalised), _, _)) = rule.after.first,
      places.allSatisfy({ PlaceFact.sentenceStart.holds(for: $0.range, in: $0.text) })
    else { return [] }
    return [.any([.sentenceStart])]
  }

  /// Signs, values and words that have other forms mean other things in other kinds of text and in other languages, and
  /// code means other things than what is written about it: a rule holds in the one kind it was seen in, until it is
  /// right in a second one.
  private func kindGuards(_ entry: RulePool.Entry) -> [RuleGuard] {
    let rule = entry.rule
    func inOne<Value: Hashable>(_ values: Set<Value>, _ fact: (Value) -> PlaceFact?) -> [RuleGuard] {
      values.count == 1 ? values.compactMap(fact).map { .any([$0]) } : []
    }
    if rule.scope.isCode {
      let guards = inOne(Set(entry.firings.map { source($0.pair).codePart(of: $0.range) })) {
        $0.map(PlaceFact.codePart)
      }
      guard entry.footing != .named else { return guards }
      let languages = Set(entry.firings.compactMap { source($0.pair).codeLanguage(of: $0.range) })
      return guards + inOne(languages, PlaceFact.codeLanguage)
    }
    guard rule.scope.isText else { return [] }
    let hasForms = rule.before.contains { if case .forms(let forms) = $0 { forms.count > 1 } else { false } }
    let isOfWords = entry.footing == .named && !rule.hasValues && !hasForms
    let formats = isOfWords ? [] : inOne(Set(entry.firings.map { source($0.pair).format }), PlaceFact.format)
    return formats
      + inOne(Set(entry.firings.compactMap { source($0.pair).proseLanguage(of: $0.range) }), PlaceFact.language)
  }

  /// What is added at an end of what the rule matches is added beside something: there the neighbours count.
  private func edgeGuards(_ common: Set<PlaceFact>, _ rule: EditRule, _ places: Int) -> [RuleGuard] {
    guard rule.insertsOnly else { return receiverGuards(common, rule, places) }
    let addsLeft = rule.after.first?.literal != nil
    let addsRight = rule.after.last?.literal != nil
    return common.filter { fact in
      switch fact {
      case .left(let token): addsLeft && (!token.contains(where: \.isLetter) || Keyword.isKeyword(token))
      case .right(let token): addsRight && (!token.contains(where: \.isLetter) || Keyword.isKeyword(token))
      case .leftKind: addsLeft
      case .rightKind: addsRight
      default: false
      }
    }.sorted { $0.summary < $1.summary }.map { .any([$0]) }
  }

  /// What all the marked names have in their writing.
  private func shapeGuards(_ common: Set<PlaceFact>) -> [RuleGuard] {
    common.filter { fact in
      switch fact {
      case .inside, .shape: true
      default: false
      }
    }.sorted { $0.summary < $1.summary }.map { .any([$0]) }
  }

  /// A member that was always one of the same thing is taken for that thing's.
  private func receiverGuards(_ common: Set<PlaceFact>, _ rule: EditRule, _ places: Int) -> [RuleGuard] {
    guard places >= 2 else { return [] }
    return common.filter { if case .receiver = $0 { true } else { false } }.map { .any([$0]) }
  }

  /// A word that always stands beside an edited word belongs to it, unless it stands everywhere; behind a number stands
  /// a unit.
  private func neighbourGuards(_ common: Set<PlaceFact>, _ entry: RulePool.Entry) -> [RuleGuard] {
    guard !entry.rule.hasValues else { return [] }
    if common.contains(.leftKind(.number)) { return [.any([.leftKind(.number)])] }
    guard entry.places.count >= 2 || entry.footing == .shortWord else { return [] }
    var guards: [RuleGuard] = []
    for fact in common.sorted(by: { $0.summary > $1.summary }) {
      switch fact {
      case .left(let word), .right(let word):
        guard word.contains(where: \.isLetter), entry.footing == .shortWord || isTelling(word, entry.places.count)
        else {
          continue
        }
        guards.append(.any([fact]))
      default: continue
      }
    }
    return Array(guards.prefix(1))
  }

  private func isTelling(_ word: String, _ places: Int) -> Bool {
    pool.pairs.count < 5
      ? places >= 2 && !["the", "a", "an", "to", "of", "and"].contains(word)
      : pool.frequency(of: word) < 0.35 || places >= 4
  }

  /// Signs mean what their neighbours make of them: the kinds of these, and signs and keywords themselves.
  private func signGuards(_ common: Set<PlaceFact>, _ entry: RulePool.Entry) -> [RuleGuard] {
    let isCode = entry.rule.scope.isCode
    let all = common.filter { fact in
      switch fact {
      case .left(let token), .right(let token):
        !token.contains { $0.isLetter || $0.isNumber } || (isCode && Keyword.isKeyword(token))
      case .leftKind, .rightKind: true
      case .joinedLeft, .joinedRight: true
      case .run: entry.footing == .signs
      default: false
      }
    }
    return all.sorted { $0.summary < $1.summary }.map { .any([$0]) }
      + (all.contains(.joinedLeft) ? [] : notJoined(.joinedLeft, entry))
      + (all.contains(.joinedRight) ? [] : notJoined(.joinedRight, entry))
  }

  private func notJoined(_ fact: PlaceFact, _ entry: RulePool.Entry) -> [RuleGuard] {
    let isNever = entry.firings.suffix(Self.mostPlaces).allSatisfy { !fact.holds(for: $0.range, in: source($0.pair)) }
    return isNever ? [.none([fact])] : []
  }

  private func source(_ pair: Int) -> TokenText { pool.pairs[pair].analysis.source }
}
