/// Finds where a rule holds: conditions that its own tokens do not say enough without, and the simplest ones that keep
/// it from the places where it was wrong and cost none where it was right.
struct GuardFinder {
  let pool: RulePool

  /// The most conditions one rule may need beside those of its footing.
  static let mostGuards = 3
  /// How many places on either side are looked at; the newest.
  static let mostPlaces = 48
  /// How many different places must bear a rule out before what stands further away may be the reason.
  static let placesForFarFacts = 3
  /// How many different words must have been changed in the same way before others are.
  static let valuesForWords = 3

  /// The rule as it may be used now, and the pairs that speak against it all the same; `nil` if they outweigh it.
  func usable(_ entry: RulePool.Entry) -> (rule: EditRule, against: [Int])? {
    guard isBorneOut(entry), !pool.isContested(entry), let filled = filled(entry) else { return nil }
    var rule = filled
    let right = entry.firings.suffix(Self.mostPlaces).map { Place(text: source($0.pair), range: $0.range) }
    rule.guards = footingGuards(entry, right)
    var wrong = entry.wrong.suffix(Self.mostPlaces * 2).filter { holds(rule.guards, $0, rule) }
    var rounds = 0
    while !wrong.isEmpty, rounds < Self.mostGuards, let condition = separating(entry, right, wrong) {
      rule.guards.append(condition)
      wrong = wrong.filter { holds([condition], $0, rule) }
      rounds += 1
    }
    guard Standing.isGood(entry, remaining: wrong, pool: pool) else { return nil }
    return (rule, Set(wrong.map(\.pair) + entry.misses).sorted())
  }

  /// Whether enough places speak for the rule, and it is not just a part of a larger change.
  private func isBorneOut(_ entry: RulePool.Entry) -> Bool {
    guard !entry.firings.isEmpty, entry.completed * 3 >= entry.firings.count else { return false }
    if entry.footing != .none { return true }
    return entry.places.count >= 2 && (entry.rule.scope.zones != [.code] || Set(entry.firings.map(\.pair)).count >= 2)
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
        case .literal, .newline, .form: nil
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

  /// The greatest chance of a new neighbour at which those seen are taken for all there are.
  static let mostUnseen = 0.2

  // MARK: Conditions of the footing

  private struct Place {
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
    if entry.rule.scope.zones == [.code], entry.footing == .named || entry.footing == .none {
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

  /// A word that always stands beside an edited word belongs to it, unless it stands everywhere.
  private func neighbourGuards(_ common: Set<PlaceFact>, _ entry: RulePool.Entry) -> [RuleGuard] {
    guard entry.places.count >= 2 || entry.footing == .shortWord, !entry.rule.hasValues else { return [] }
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
    let isCode = entry.rule.scope.zones == [.code]
    let all = common.filter { fact in
      switch fact {
      case .left(let token), .right(let token):
        !token.contains(where: \.isLetter) || (isCode && Keyword.isKeyword(token))
      case .leftKind, .rightKind: true
      case .joinedLeft, .joinedRight: true
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

  // MARK: Conditions from wrong firings

  /// The condition that holds wherever the rule was right and keeps it from most places where it was wrong.
  private func separating(_ entry: RulePool.Entry, _ right: [Place], _ wrong: [RulePool.WrongFiring]) -> RuleGuard? {
    let isFar = entry.places.count >= Self.placesForFarFacts
    let rightFacts = right.map { PlaceFact.all(of: $0.range, in: $0.text, isFar: isFar) }
    let wrongFacts = wrong.map { PlaceFact.all(of: $0.range, in: text(of: $0), isFar: isFar) }
    guard let first = rightFacts.first else { return nil }
    var choices: [(condition: RuleGuard, excluded: Int, distance: Int, name: String)] = []
    let always = rightFacts.dropFirst().reduce(first) { $0.intersection($1) }
    for fact in always {
      let excluded = wrongFacts.count { !$0.contains(fact) }
      if excluded > 0 { choices.append((.any([fact]), excluded, fact.distance, fact.summary)) }
    }
    let sometimes = rightFacts.reduce(into: Set<PlaceFact>()) { $0.formUnion($1) }
    for fact in wrongFacts.reduce(into: Set<PlaceFact>(), { $0.formUnion($1) }).subtracting(sometimes) {
      let excluded = wrongFacts.count { $0.contains(fact) }
      choices.append((.none([fact]), excluded, fact.distance + 1, fact.summary))
    }
    choices += lists(rightFacts, wrongFacts, entry)
    return choices.max { left, right in
      (left.excluded, -left.distance, right.name) < (right.excluded, -right.distance, left.name)
    }?.condition
  }

  private enum Side { case left, right, last }

  /// One of the neighbours it was right beside, where these are few.
  private func lists(_ right: [Set<PlaceFact>], _ wrong: [Set<PlaceFact>], _ entry: RulePool.Entry)
    -> [(condition: RuleGuard, excluded: Int, distance: Int, name: String)]
  {
    guard right.count >= 4 else { return [] }
    return [Side.left, .right, .last].compactMap { side in
      func neighbour(_ facts: Set<PlaceFact>) -> PlaceFact? {
        facts.first { fact in
          switch fact {
          case .left: side == .left
          case .right: side == .right
          case .last: side == .last
          default: false
          }
        }
      }
      var counts: [PlaceFact: Int] = [:]
      for facts in right { if let fact = neighbour(facts) { counts[fact, default: 0] += 1 } }
      let wanted = Set(counts.keys)
      // The share of places beside a neighbour seen once is the chance that the next neighbour is a new one (Good 1953).
      let unseen = Double(counts.values.count { $0 == 1 }) / Double(right.count)
      guard unseen <= Self.mostUnseen, right.allSatisfy({ neighbour($0) != nil }) else { return nil }
      let excluded = wrong.count { facts in neighbour(facts).map { !wanted.contains($0) } ?? true }
      guard excluded > 0 else { return nil }
      let sorted = wanted.sorted { $0.summary < $1.summary }
      return (.any(sorted), excluded, 2, sorted[0].summary)
    }
  }

  private func holds(_ guards: [RuleGuard], _ firing: RulePool.WrongFiring, _ rule: EditRule) -> Bool {
    var conditions = GuardConditions(guards, of: rule, in: text(of: firing))
    return conditions.hold(for: firing.range)
  }

  private func source(_ pair: Int) -> TokenText { pool.pairs[pair].analysis.source }

  private func text(of firing: RulePool.WrongFiring) -> TokenText {
    firing.isInTarget ? pool.pairs[firing.pair].analysis.target : source(firing.pair)
  }
}

extension EditRule {
  /// Whether all it matches is kept and something is added.
  var insertsOnly: Bool {
    let kept = Set(after.compactMap { element in if case .kept(let index, _) = element { index } else { nil } })
    let breaks = before.indices.filter { if case .newline = before[$0] { !kept.contains($0) } else { false } }
    return kept.count + breaks.count == before.count
  }
}

/// Whether a rule may go on after what it did: newer evidence counts more, because preferences change.
enum Standing {
  /// How much an outcome counts when one more is known.
  static let memory = 0.8
  /// How much a place weighs that the person corrected around, left alone or accepted, where a right one weighs 1.
  static let wrongWeight = 2.0
  static let acceptedWeight = 6.0
  static let missWeight = 1.0
  /// How often in a row people may undo what it does before it goes, wherever they did.
  static let mostUndoings = 3

  static func isGood(_ entry: RulePool.Entry, remaining: [RulePool.WrongFiring], pool: RulePool) -> Bool {
    let undoings = pool.undoings(of: entry).count
    if undoings > 0, undoings >= min(mostUndoings, Set(entry.firings.map(\.pair)).count) { return false }
    if remaining.isEmpty, entry.misses.isEmpty { return true }
    var weights: [Int: [Double]] = [:]
    for firing in entry.firings { weights[firing.pair, default: []].append(1) }
    for firing in remaining {
      let isAccepted = pool.pairs[firing.pair].pair.isAccepted
      weights[firing.pair, default: []].append(-(isAccepted ? acceptedWeight : wrongWeight))
    }
    for pair in entry.misses { weights[pair, default: []].append(-missWeight) }
    var score = 0.0
    for pair in weights.keys.sorted() {
      let own = weights[pair] ?? []
      score = score * memory + own.reduce(0, +) / Double(own.count)
    }
    return score > 0
  }
}
