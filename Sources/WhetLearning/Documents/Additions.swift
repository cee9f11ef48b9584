import WhetCore

/// Something that people add to documents, and what the documents have that they add it to.
struct Addition<Key: Hashable & Sendable>: Sendable {
  /// One feature of the documents that it was first added to, with what the others say for and against it.
  private struct Reason: Sendable {
    var feature: DocumentFeature
    var evidence = Evidence()
  }

  let key: Key
  private var reasons: [Reason]
  private(set) var supports: [CorrectionID] = []
  /// Where it was put, how often.
  private var places: [(place: SectionPlace, count: Int)] = []

  init(_ key: Key, features: Set<DocumentFeature>) {
    self.key = key
    reasons = features.sorted().map { Reason(feature: $0) }
  }

  /// A document it was added to.
  mutating func support(_ id: CorrectionID, features: Set<DocumentFeature>, places found: [SectionPlace] = []) {
    supports.append(id)
    for index in reasons.indices where features.contains(reasons[index].feature) { reasons[index].evidence.support(id) }
    for place in found {
      if let index = places.firstIndex(where: { $0.place == place }) {
        places[index].count += 1
      } else {
        places.append((place, 1))
      }
    }
  }

  /// A document without it.
  mutating func oppose(_ id: CorrectionID, features: Set<DocumentFeature>) {
    for index in reasons.indices where features.contains(reasons[index].feature) { reasons[index].evidence.oppose(id) }
  }

  /// The feature that tells best which documents get it: the one with the fewest exceptions, then the one that explains
  /// most, then the narrowest; `nil` where none tells.
  var reason: (feature: DocumentFeature, evidence: Evidence)? {
    let good = reasons.filter { $0.evidence.isActive(needing: 2) && $0.evidence.isClear }
    let best = good.min { left, right in
      let (one, other) = (left.evidence, right.evidence)
      return (one.against.count, -one.supports.count, left.feature)
        < (other.against.count, -other.supports.count, right.feature)
    }
    return best.map { ($0.feature, $0.evidence) }
  }

  /// The place it was put most often; of equals the one that comes first in `SectionPlace`.
  var place: SectionPlace? {
    places.min { ($1.count, $0.place) < ($0.count, $1.place) }?.place
  }
}

/// Where a section stands.
enum SectionPlace: Hashable, Sendable, Codable, Comparable {
  case end
  /// Before the first heading below the title.
  case top
  case before(String)
  case after(String)
}

/// All additions of one kind.
struct Additions<Key: Hashable & Sendable>: Sendable {
  static var mostKept: Int { 60 }

  private(set) var all: [Addition<Key>] = []

  /// Takes what was added to one document.
  ///
  /// - Parameters:
  ///   - added: what was added, with the places.
  ///   - isMissing: whether a document is without something.
  mutating func take(
    _ pair: DocumentPair, added: [(key: Key, places: [SectionPlace])], isMissing: (Key, DocumentPair) -> Bool
  ) {
    guard !all.isEmpty || !added.isEmpty else { return }
    let features = pair.reasons
    for (key, places) in added {
      let index = all.firstIndex { $0.key == key } ?? begin(key, features, pair, isMissing)
      all[index].support(pair.id, features: features, places: places)
    }
    for index in all.indices where !added.contains(where: { $0.key == all[index].key }) {
      if isMissing(all[index].key, pair) { all[index].oppose(pair.id, features: features) }
    }
  }

  private mutating func begin(
    _ key: Key, _ features: Set<DocumentFeature>, _ pair: DocumentPair, _ isMissing: (Key, DocumentPair) -> Bool
  ) -> Int {
    if all.count == Self.mostKept { all.remove(at: all.firstIndex { $0.supports.count < 2 } ?? 0) }
    var addition = Addition(key, features: features)
    for earlier in pair.earlier where isMissing(key, earlier) {
      addition.oppose(earlier.id, features: earlier.reasons)
    }
    all.append(addition)
    return all.count - 1
  }
}
