/// Chooses from the pool the few rules that are worth keeping: those that together reproduce most of what people
/// edited, each paying for its own length (minimum description length; greedy weighted set cover, Chvátal 1979).
enum RuleSelection {
  /// A rule in use and the record it rests on.
  struct Choice {
    var rule: EditRule
    var entry: RulePool.Entry
    /// The pairs that speak against it.
    var against: [Int]
  }

  static func choose(from pool: RulePool) -> [Choice] {
    let finder = GuardFinder(pool: pool)
    var queue: [Place] = pool.entries.indices.compactMap { index in
      let entry = pool.entries[index]
      let place = Place(index: index, gain: entry.firings.reduce(0) { $0 + Double($1.saved) }, entry: entry)
      return place.gain > entry.cost ? place : nil
    }
    queue.sort { $1 < $0 }
    var covered: [Int: Double] = [:]
    var chosen: [Choice] = []
    var first = 0
    // Lazy greedy (Minoux 1978): gains only fall as more is covered, so a place whose gain still stands is the best.
    while first < queue.count {
      var place = queue[first]
      let entry = pool.entries[place.index]
      var savings: [Int: Double] = [:]
      for firing in entry.firings { for edit in firing.edits { savings[edit.number, default: 0] += edit.saved } }
      let gain = savings.reduce(0) { $0 + max(0, $1.value - covered[$1.key, default: 0]) }
      first += 1
      if gain <= place.cost { continue }
      if gain < place.gain - 1e-9 {
        place.gain = gain
        insert(place, into: &queue, from: &first)
        continue
      }
      guard let usable = place.usable ?? finder.usable(entry) else { continue }
      if usable.conditions > 0, place.usable == nil {
        place.cost += usable.conditions
        place.usable = usable
        if gain > place.cost { insert(place, into: &queue, from: &first) }
        continue
      }
      chosen.append(Choice(rule: usable.rule, entry: entry, against: usable.against))
      for (edit, saved) in savings { covered[edit] = max(covered[edit, default: 0], saved) }
    }
    return chosen
  }

  /// A rule in the queue: what it would gain at most for what it costs, and which is taken among equals.
  private struct Place: Comparable {
    var index: Int
    var gain: Double
    var cost: Double
    var hash: UInt64
    /// The rule with its conditions, once these are paid for.
    var usable: GuardFinder.Usable?

    init(index: Int, gain: Double, entry: RulePool.Entry) {
      self.index = index
      self.gain = gain
      cost = entry.cost
      hash = entry.hash
    }

    static func == (left: Place, right: Place) -> Bool { left.hash == right.hash && left.gain == right.gain }

    static func < (left: Place, right: Place) -> Bool {
      (left.gain / left.cost, right.hash) < (right.gain / right.cost, left.hash)
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
}
