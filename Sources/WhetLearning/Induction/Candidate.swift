import WhetCore

/// A rule that one place of one correction suggests, described briefly; the rule itself is made when a second place
/// suggests the same.
struct Candidate: Sendable {
  var region: Region
  var level: Abstraction.Level
  var zones: [Zone]
  /// Equal for candidates that give the same rule.
  var hash: UInt64
  /// Equal for candidates that replace the same tokens by the same, whatever stands around them.
  var core: UInt64
  /// The same for regions of one shape only.
  var shape: UInt64
  /// Equal for candidates from equal surroundings, which count as one piece of evidence.
  var place: UInt64

  /// Whether the rule says enough to be held against others of its core: an insertion needs both neighbours.
  var isTelling: Bool { !region.core.isEmpty || (region.leftContext > 0 && region.rightContext > 0) }

  /// How many literal neighbours stand outside the chain that is edited (`if` in `if x.old()`); what belongs to the
  /// chain says what is edited, what stands around it may be chance.
  func looseContext(in analysis: PairAnalysis) -> Int {
    let core = region.core
    var prefix = 0
    while prefix < region.leftContext, analysis.source.continuesChain(core.lowerBound - prefix) {
      prefix += 1
    }
    var suffix = 0
    if region.rightContext > 0, analysis.source.tokens[core.upperBound].isAttached,
      analysis.source.tokens[core.upperBound].isBracketOpening,
      analysis.source.partner[core.upperBound] >= 0
    {
      suffix = min(region.rightContext, analysis.source.partner[core.upperBound] + 1 - core.upperBound)
    }
    return region.leftContext + region.rightContext - prefix - suffix + region.lineContext
  }

  /// Whether the edited tokens name something by themselves, so that the rule needs no neighbours to be understood.
  func namesSomething(in analysis: PairAnalysis) -> Bool {
    region.core.contains { index in
      let token = analysis.source.tokens[index]
      return token.kind == .word && token.text.count > 2 && !Keyword.isKeyword(token.text)
        && analysis.alignment.targetOf[index] < 0
    }
  }

  func rule(in analysis: PairAnalysis) -> EditRule? {
    Abstraction(analysis: analysis, region: region, level: level)
      .rule(scope: RuleScope(zones: zones, language: analysis.pair.language))
  }

  /// All candidates of a pair in a fixed order.
  static func all(in analysis: PairAnalysis) -> [Candidate] {
    var candidates: [Candidate] = []
    var seen: Set<UInt64> = []
    for region in RegionFinder(analysis: analysis).regions() {
      let place = analysis.place(of: region.source)
      for level in Abstraction.Level.allCases where level == .literal || region.core.count > 1 {
        for zones in scopes(of: region, in: analysis) {
          var candidate = Candidate(
            region: region, level: level, zones: zones, hash: 0, core: core(of: region, in: analysis),
            shape: shape(of: region, level, in: analysis), place: place)
          guard let rule = candidate.rule(in: analysis) else { continue }
          candidate.hash = rule.stableHash
          if seen.insert(candidate.hash ^ place).inserted { candidates.append(candidate) }
        }
      }
    }
    return candidates
  }

  /// What was deleted and what was written in its place, without what was kept between.
  private static func core(of region: Region, in analysis: PairAnalysis) -> UInt64 {
    var hash = StableHash()
    var kept: Set<Int> = []
    for index in region.source {
      let target = analysis.alignment.targetOf[index]
      if target >= 0 { kept.insert(target) } else { hash.combine(analysis.source.tokens[index].text) }
    }
    hash.combine("->")
    for index in region.target where !kept.contains(index) { hash.combine(analysis.target.tokens[index].text) }
    return hash.value
  }

  private static func shape(of region: Region, _ level: Abstraction.Level, in analysis: PairAnalysis) -> UInt64 {
    var hash = StableHash()
    hash.combine(String(describing: level))
    for index in region.core { hash.combine(analysis.source.tokens[index].text) }
    hash.combine("->")
    for index in (region.target.lowerBound + region.leftContext)..<(region.target.upperBound - region.rightContext) {
      hash.combine(analysis.target.tokens[index].text)
    }
    return hash.value
  }

  /// An edit in one kind of running text may hold for the others; validation decides.
  private static func scopes(of region: Region, in analysis: PairAnalysis) -> [[Zone]] {
    let tokens = analysis.source.tokens[region.source].filter { $0.kind != .newline }
    let zones = Set(tokens.map(\.zone))
    guard let zone = zones.first else { return [] }
    if zones.allSatisfy(\.isText) {
      let all: [Zone] = [.prose, .heading, .list]
      if makesZone(region, in: analysis.source) { return [[tokens[0].zone]] }
      return zones.count == 1 ? [[zone], all] : [all]
    }
    return zones.count == 1 ? [[zone]] : []
  }

  /// Whether a sign is edited that a line begins with: it is what makes the line a heading or a list item, so
  /// elsewhere it means something else.
  private static func makesZone(_ region: Region, in text: TokenText) -> Bool {
    guard let first = region.core.first(where: { text.tokens[$0].kind != .newline }) else { return false }
    return text.lineStart(first) == first && text.tokens[first].kind == .symbol && text.tokens[first].zone != .prose
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
