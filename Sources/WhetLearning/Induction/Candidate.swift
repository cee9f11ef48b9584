import WhetCore

/// A rule that one place of one correction suggests, described briefly; the rule itself is made when a second place
/// suggests the same.
struct Candidate: Sendable {
  var region: Region
  var level: Abstraction.Level
  var zones: [Zone]
  /// Equal for candidates that give the same rule.
  var hash: UInt64
  /// Equal for candidates from equal surroundings, which count as one piece of evidence.
  var place: UInt64

  func rule(in analysis: PairAnalysis) -> EditRule? {
    Abstraction(analysis: analysis, region: region, level: level)
      .rule(scope: RuleScope(zones: zones, language: analysis.pair.language))
  }

  /// All candidates of a pair in a fixed order.
  static func all(in analysis: PairAnalysis) -> [Candidate] {
    var candidates: [Candidate] = []
    var seen: Set<UInt64> = []
    for region in RegionFinder(analysis: analysis).regions() {
      let place = self.place(of: region, in: analysis)
      for level in Abstraction.Level.allCases where level == .literal || region.source.count > region.contextCount + 1 {
        for zones in scopes(of: region, in: analysis) {
          var candidate = Candidate(region: region, level: level, zones: zones, hash: 0, place: place)
          guard let rule = candidate.rule(in: analysis) else { continue }
          candidate.hash = rule.stableHash
          if seen.insert(candidate.hash ^ place).inserted { candidates.append(candidate) }
        }
      }
    }
    return candidates
  }

  /// An edit in one kind of running text may hold for the others; validation decides.
  private static func scopes(of region: Region, in analysis: PairAnalysis) -> [[Zone]] {
    let tokens = analysis.source.tokens[region.source].filter { $0.kind != .newline }
    let zones = Set(tokens.map(\.zone))
    guard let zone = zones.first else { return [] }
    if zones.allSatisfy(\.isText) {
      let all: [Zone] = [.prose, .heading, .list]
      return zones.count == 1 ? [[zone], all] : [all]
    }
    return zones.count == 1 ? [[zone]] : []
  }

  private static func place(of region: Region, in analysis: PairAnalysis) -> UInt64 {
    guard analysis.source.count > 0 else { return 0 }
    let index = min(region.source.lowerBound, analysis.source.count - 1)
    let range = analysis.source.lineStart(index)..<max(analysis.source.lineEnd(index), region.source.upperBound)
    return StableHash.of(analysis.source.text(in: range))
  }
}

/// A training pair with everything that depends on it alone; made once, used by every learner that sees the pair.
public struct PreparedPair: Sendable {
  public let pair: TrainingPair
  let analysis: PairAnalysis
  let candidates: [Candidate]

  /// Analyses a pair; about linear in the length of its texts.
  public init(_ pair: TrainingPair) {
    self.pair = pair
    analysis = PairAnalysis(pair)
    candidates = pair.isAccepted ? [] : Candidate.all(in: analysis)
  }
}
