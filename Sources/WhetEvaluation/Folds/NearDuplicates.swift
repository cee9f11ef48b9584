public import WhetCore

/// Groups of cases so alike that one must not be learned from while another is held out.
///
/// Two cases are near-duplicates when the sets of their lower-case token 3-shingles have a Jaccard similarity of at
/// least `threshold` (Broder, "On the resemblance and containment of documents", 1997); a group is everything that
/// such pairs connect. All pairs that reach the threshold are found: an inverted index over each set's rarest shingles
/// proposes them (prefix filtering: Bayardo, Ma and Srikant, "Scaling up all pairs similarity search", 2007).
public struct NearDuplicates: Sendable, Equatable {
  /// The least Jaccard similarity of near-duplicates.
  public static let threshold = 0.8

  /// Members in order of arrival, groups in the order of their first members; a case without duplicates stands alone.
  public var groups: [[CorrectionID]]
  /// The cases that were no near-duplicate of an earlier one when they arrived, in order.
  public var founders: [CorrectionID]

  /// - Parameter cases: ids and texts in order of arrival.
  public init(of cases: [(CorrectionID, String)]) { self.init(of: cases, check: {}) }

  /// - Parameters:
  ///   - cases: ids and texts in order of arrival.
  ///   - check: called for each case; what it throws ends the work.
  public init(of cases: [(CorrectionID, String)], check: () throws -> Void) rethrows {
    let sets = try cases.map { entry in
      try check()
      return Shingles.set(of: entry.1)
    }
    var search = DuplicateSearch(sets, threshold: Self.threshold)
    let links = try search.run(check: check)
    var members: [Int: [CorrectionID]] = [:]
    for index in cases.indices { members[links.root(of: index), default: []].append(cases[index].0) }
    groups = cases.indices.compactMap { members[$0] }
    founders = search.founders.map { cases[$0].0 }
  }

  /// The groups alone.
  public static func groups(of cases: [(CorrectionID, String)]) -> [[CorrectionID]] { NearDuplicates(of: cases).groups }
}

/// The set of a text's 3-shingles, as hashes.
enum Shingles {
  static func set(of text: String) -> Set<UInt64> {
    let tokens = TextTokens(text).words.filter { $0 != "\n" }.map { StableHash.mixed(of: $0.lowercased().utf8) }
    guard tokens.count > 3 else { return [hash(tokens[...])] }
    return Set((0...(tokens.count - 3)).map { hash(tokens[$0..<($0 + 3)]) })
  }

  private static func hash(_ tokens: ArraySlice<UInt64>) -> UInt64 {
    var hash = StableHash()
    for token in tokens { hash.combine(token) }
    return hash.mixed
  }
}
