/// Finds all pairs of sets whose Jaccard similarity reaches a threshold, and what they connect.
struct DuplicateSearch {
  private let sets: [Set<UInt64>]
  private let threshold: Double
  /// The sets similar to no earlier one.
  private(set) var founders: [Int] = []

  init(_ sets: [Set<UInt64>], threshold: Double) {
    self.sets = sets
    self.threshold = threshold
  }

  mutating func run(check: () throws -> Void) rethrows -> DisjointSets {
    var links = DisjointSets(count: sets.count)
    var counts: [UInt64: Int] = [:]
    for set in sets { for element in set { counts[element, default: 0] += 1 } }
    var index: [UInt64: [Int]] = [:]
    // The set that last met each earlier one, so that each pair is compared once.
    var met = [Int](repeating: -1, count: sets.count)
    for current in sets.indices {
      try check()
      let prefix = prefix(of: sets[current], counts: counts)
      var isNew = true
      for element in prefix {
        for earlier in index[element] ?? [] where met[earlier] != current {
          met[earlier] = current
          guard isNew || links.root(of: earlier) != links.root(of: current) else { continue }
          guard isSimilar(sets[earlier], sets[current]) else { continue }
          links.join(earlier, current)
          isNew = false
        }
      }
      for element in prefix { index[element, default: []].append(current) }
      if isNew { founders.append(current) }
    }
    return links
  }

  /// The elements of which two similar sets must share at least one: all but the `ceil(t · size) - 1` commonest.
  private func prefix(of set: Set<UInt64>, counts: [UInt64: Int]) -> ArraySlice<UInt64> {
    let ordered = set.map { (counts[$0] ?? 0, $0) }.sorted { $0 < $1 }.map(\.1)
    let needed = Int((threshold * Double(set.count)).rounded(.up))
    return ordered.prefix(set.count - needed + 1)
  }

  private func isSimilar(_ left: Set<UInt64>, _ right: Set<UInt64>) -> Bool {
    let (small, large) = left.count < right.count ? (left, right) : (right, left)
    guard Double(small.count) >= threshold * Double(large.count) else { return false }
    let shared = small.count { large.contains($0) }
    return Double(shared) >= threshold * Double(left.count + right.count - shared)
  }
}

/// Union-find whose root is always a set's lowest index, so that results do not depend on the order of the joins.
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) {
    parents = Array(0..<count)
  }

  func root(of index: Int) -> Int {
    var index = index
    while parents[index] != index { index = parents[index] }
    return index
  }

  mutating func join(_ first: Int, _ second: Int) {
    let roots = (root(of: first), root(of: second))
    let lowest = min(roots.0, roots.1)
    parents[max(roots.0, roots.1)] = lowest
    // Later look-ups start from the members, so they are tied directly to the root.
    parents[first] = lowest
    parents[second] = lowest
  }
}
