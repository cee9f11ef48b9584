import WhetCore

/// A rule that one place of one correction suggests, described briefly; the rule itself is made when it is tried.
struct Candidate: Sendable {
  var region: Region
  var level: Abstraction.Level
  var zones: [Zone]
  /// Equal for candidates that give the same rule.
  var hash: UInt64
  /// Equal for candidates that replace the same tokens by the same, whatever stands around them.
  var core: UInt64
  /// The core of candidates that undo this one; `nil` where what was replaced or written has no word.
  var reverse: UInt64?
  /// Equal for candidates from equal surroundings, which count as one piece of evidence.
  var place: UInt64
  var footing: Footing
  /// What the rule costs to describe; see `RuleCost`.
  var cost: Double

  func rule(in analysis: PairAnalysis) -> EditRule? {
    Abstraction(analysis: analysis, region: region, level: level)
      .rule(scope: RuleScope(zones: zones, language: analysis.pair.language))
  }

  /// All candidates of a pair, cheapest description first.
  static func all(in analysis: PairAnalysis) -> [Candidate] {
    var candidates: [Candidate] = []
    var seen: Set<UInt64> = []
    for region in RegionFinder(analysis: analysis).regions() {
      let place = analysis.place(of: region.source)
      let (core, reverse) = cores(of: region, in: analysis)
      for level in Abstraction.Level.allCases
      where level == .literal || level == .leaves || level == .dropped || region.core.count > 1
        || level == .units && region.core.count == 1 && analysis.source.tokens[region.core.lowerBound].zone.isText
      {
        for zones in scopes(of: region, in: analysis) {
          var candidate = Candidate(
            region: region, level: level, zones: zones, hash: 0, core: core, reverse: reverse, place: place,
            footing: .none,
            cost: 0)
          guard let rule = candidate.rule(in: analysis) else { continue }
          candidate.hash = rule.stableHash
          guard seen.insert(candidate.hash ^ place).inserted else { continue }
          candidate.footing =
            isCaseOnly(region, in: analysis)
            ? .none : Footing(of: rule, beginsLine: beginsLine(region, in: analysis.source))
          candidate.cost = RuleCost.of(rule) + RuleCost.of(level) + RuleCost.of(candidate.footing, in: zones)
          candidates.append(candidate)
        }
      }
    }
    return candidates.enumerated().sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }.map(\.element)
  }

  /// What was deleted and what was written in its place, without what was kept between; and the other way round.
  private static func cores(of region: Region, in analysis: PairAnalysis) -> (core: UInt64, reverse: UInt64?) {
    let targetOf = analysis.alignment.targetOf
    let kept = Set(region.source.map { targetOf[$0] })
    let deleted = region.source.filter { targetOf[$0] < 0 }.map { analysis.source.tokens[$0] }
    let written = region.target.filter { !kept.contains($0) }.map { analysis.target.tokens[$0] }
    func hash(_ left: [Token], _ right: [Token]) -> UInt64 {
      var hash = StableHash()
      for token in left { hash.combine(token.text) }
      hash.combine("->")
      for token in right { hash.combine(token.text) }
      return hash.value
    }
    let hasWords = [deleted, written].allSatisfy { $0.contains { $0.kind == .word } }
    return (hash(deleted, written), hasWords ? hash(written, deleted) : nil)
  }

  /// An edit in one kind of running text may hold for the others; validation decides.
  private static func scopes(of region: Region, in analysis: PairAnalysis) -> [[Zone]] {
    let tokens = analysis.source.tokens[region.source].filter { $0.kind != .newline }
    var zones = Set(tokens.map(\.zone))
    // A name may stand in what is edited around it.
    if zones.count > 1 { zones.remove(.address) }
    guard let zone = zones.first else { return [] }
    if zones.allSatisfy(\.isText) {
      if makesZone(region, in: analysis.source) { return [[tokens[0].zone]] }
      return isCaseOnly(region, in: analysis)
        ? [zones.sorted { $0.rawValue < $1.rawValue }] : [[.prose, .heading, .list]]
    }
    if zone == .fence, region.core.isEmpty { return [] }
    return zones.count == 1 ? [[zone]] : []
  }

  /// Whether it begins with the first word of a line of code: in many languages a command or a keyword.
  private static func beginsLine(_ region: Region, in text: TokenText) -> Bool {
    guard let first = region.source.first, text.tokens[first].kind == .word, text.tokens[first].zone.isCode else {
      return false
    }
    let next = first + 1 < text.count ? text.tokens[first + 1] : nil
    return text.lineStart(first) == first && next?.text != "=" && next?.text != "." && next?.text != ":"
      && next?.kind != .newline
  }

  /// Whether nothing but the case of letters was changed.
  private static func isCaseOnly(_ region: Region, in analysis: PairAnalysis) -> Bool {
    analysis.source.tokens[region.core].map { $0.text.lowercased() }
      == analysis.target.tokens[
        (region.target.lowerBound + region.leftContext)..<(region.target.upperBound - region.rightContext)
      ].map { $0.text.lowercased() }
  }

  /// Whether a sign is edited that a line begins with: it is what makes the line a heading or a list item, so
  /// elsewhere it means something else.
  private static func makesZone(_ region: Region, in text: TokenText) -> Bool {
    guard let first = region.core.first(where: { text.tokens[$0].kind != .newline }) else { return false }
    return text.lineStart(first) == first && text.tokens[first].kind == .symbol && text.tokens[first].zone != .prose
  }
}
