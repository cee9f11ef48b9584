/// Looks for the simplest conditions that hold wherever a rule was right and keep it from where it was wrong.
struct GuardSearch {
  /// How many places of each kind are looked at at once; the newest.
  static let windowSize = 144
  /// The most neighbours a condition names.
  static let mostNeighbours = 24
  /// The greatest chance of a new neighbour at which those seen are taken for all there are.
  static let mostUnseen = 0.2

  private let isFar: Bool
  private var rightFacts: [Set<PlaceFact>]?
  private var wrongPlaces: Window
  private var missedPlaces: Window

  /// - Parameters:
  ///   - rule: The rule with the conditions it has already.
  ///   - isFar: Whether what stands further away may be the reason.
  init(of rule: EditRule, _ entry: RulePool.Entry, pool: RulePool, isFar: Bool) {
    self.isFar = isFar
    wrongPlaces = Window(entry.wrong, isMissed: false, of: rule, pool)
    missedPlaces = Window(entry.missed, isMissed: true, of: rule, pool)
  }

  /// Where the rule is wrong in spite of its conditions.
  var wrong: [RulePool.WrongFiring] { wrongPlaces.firings }
  /// Where people did something else in spite of its conditions.
  var missed: [RulePool.WrongFiring] { missedPlaces.firings }

  /// Whether the rule is wrong anywhere, or people did something else in more than one correction.
  var isNeeded: Bool { !wrongPlaces.places.isEmpty || missedPlaces.pairs.count > 1 }

  /// One more condition, and how many corrections it settles; `nil` if nothing tells the places apart.
  mutating func next(after right: [GuardFinder.Place]) -> (condition: RuleGuard, settled: Int)? {
    let facts = rightFacts ?? right.map { PlaceFact.all(of: $0.range, in: $0.text, isFar: isFar) }
    rightFacts = facts
    wrongPlaces.see(isFar: isFar)
    missedPlaces.see(isFar: isFar)
    guard let condition = condition(right, facts, wrongPlaces.places + missedPlaces.places) else { return nil }
    let before = wrongPlaces.pairs.union(missedPlaces.pairs).count
    wrongPlaces.add(condition)
    missedPlaces.add(condition)
    let settled = before - wrongPlaces.pairs.union(missedPlaces.pairs).count
    wrongPlaces.refill()
    missedPlaces.refill()
    return (condition, settled)
  }

  /// A condition and what speaks for it.
  private struct Choice {
    var condition: RuleGuard
    /// From how many places it keeps the rule.
    var excluded: Count
    /// How far off what it asks for is.
    var distance: Int
    var name: String

    /// Where they exclude as much the nearer one is better.
    func isWorse(than other: Choice) -> Bool {
      (excluded.all, excluded.wrong, -distance, other.name)
        < (other.excluded.all, other.excluded.wrong, -other.distance, name)
    }
  }

  /// Some of the places that a rule is to be kept from.
  private struct Count {
    var all = 0
    /// Those where it is wrong; at the others people did something else, which needs no condition of its own.
    var wrong = 0

    mutating func add(_ place: Window.Place) {
      all += 1
      if !place.isMissed { wrong += 1 }
    }
  }

  private enum Side: CaseIterable { case left, right, last }

  /// The condition that holds wherever the rule was right and keeps it from most places where it was wrong.
  private func condition(_ right: [GuardFinder.Place], _ rightFacts: [Set<PlaceFact>], _ wrong: [Window.Place])
    -> RuleGuard?
  {
    guard let first = rightFacts.first else { return nil }
    let always = rightFacts.dropFirst().reduce(first) { $0.intersection($1) }
    let sometimes = rightFacts.reduce(into: Set<PlaceFact>()) { $0.formUnion($1) }
    var lacking: [PlaceFact: Count] = [:]
    var having: [PlaceFact: Count] = [:]
    for place in wrong {
      for fact in always where !place.has(fact) { lacking[fact, default: Count()].add(place) }
      for fact in place.facts where !sometimes.contains(fact) { having[fact, default: Count()].add(place) }
    }
    var choices = Side.allCases.compactMap { neighbours(on: $0, rightFacts, wrong) }
    for (fact, excluded) in lacking {
      choices.append(
        Choice(condition: .any([fact]), excluded: excluded, distance: fact.distance, name: fact.summary))
    }
    for (fact, excluded) in having {
      if fact.mayHoldUnlisted, right.contains(where: { fact.holds(for: $0.range, in: $0.text) }) { continue }
      choices.append(
        Choice(condition: .none([fact]), excluded: excluded, distance: fact.distance + 1, name: fact.summary))
    }
    return choices.max { $0.isWorse(than: $1) }?.condition
  }

  /// One of the neighbours it was right beside, where these are few.
  private func neighbours(on side: Side, _ right: [Set<PlaceFact>], _ wrong: [Window.Place]) -> Choice? {
    guard right.count >= 4 else { return nil }
    func neighbour(_ facts: Set<PlaceFact>) -> PlaceFact? {
      facts.first { fact in
        switch fact {
        case .left(let token): side == .left && token.first?.isNumber != true
        case .right(let token): side == .right && token.first?.isNumber != true
        case .last: side == .last
        default: false
        }
      }
    }
    let found = right.compactMap(neighbour)
    let counts = found.reduce(into: [PlaceFact: Int]()) { $0[$1, default: 0] += 1 }
    // The share of places beside a neighbour seen once is the chance that the next neighbour is a new one (Good 1953).
    let unseen = Double(counts.values.count { $0 == 1 }) / Double(right.count)
    guard found.count == right.count, unseen <= Self.mostUnseen, counts.count <= Self.mostNeighbours else { return nil }
    var excluded = Count()
    for place in wrong where neighbour(place.facts).map({ counts[$0] == nil }) ?? true { excluded.add(place) }
    guard excluded.all > 0 else { return nil }
    let sorted = counts.keys.sorted { $0.summary < $1.summary }
    return Choice(condition: .any(sorted), excluded: excluded, distance: 2, name: sorted[0].summary)
  }
}

extension GuardSearch {
  /// The newest places of one kind that a rule's conditions let through; older ones come in as conditions settle newer ones.
  private struct Window {
    struct Place {
      var firing: RulePool.WrongFiring
      var text: TokenText
      /// Whether people did something else there.
      var isMissed: Bool
      var facts: Set<PlaceFact> = []

      func has(_ fact: PlaceFact) -> Bool {
        facts.contains(fact) || (fact.mayHoldUnlisted && fact.holds(for: firing.range, in: text))
      }
    }

    private let pool: RulePool
    private let isMissed: Bool
    private var rule: EditRule
    /// What was not looked at yet, the newest last.
    private var older: ArraySlice<RulePool.WrongFiring>
    /// The newest first.
    private(set) var places: [Place] = []
    /// How many of the places have their facts.
    private var seen = 0

    init(_ firings: [RulePool.WrongFiring], isMissed: Bool, of rule: EditRule, _ pool: RulePool) {
      (self.pool, self.isMissed, self.rule, older) = (pool, isMissed, rule, firings[...])
      refill()
    }

    /// The oldest first.
    var firings: [RulePool.WrongFiring] { places.reversed().map(\.firing) }
    var pairs: Set<Int> { Set(places.map(\.firing.pair)) }

    /// Finds the facts of the places that came in.
    mutating func see(isFar: Bool) {
      for index in seen..<places.count {
        places[index].facts = PlaceFact.all(of: places[index].firing.range, in: places[index].text, isFar: isFar)
      }
      seen = places.count
    }

    /// Leaves out what one more condition settles.
    mutating func add(_ condition: RuleGuard) {
      rule.guards.append(condition)
      places.removeAll { !condition.holds(for: $0.firing.range, of: rule, in: $0.text) }
      seen = places.count
    }

    /// Takes in older places until the window is full.
    mutating func refill() {
      while places.count < GuardSearch.windowSize, let firing = older.popLast() {
        let pair = pool.pairs[firing.pair].analysis
        let text = firing.isInTarget ? pair.target : pair.source
        var conditions = GuardConditions(rule.guards, of: rule, in: text)
        if conditions.hold(for: firing.range) {
          places.append(Place(firing: firing, text: text, isMissed: isMissed))
        }
      }
    }
  }
}
