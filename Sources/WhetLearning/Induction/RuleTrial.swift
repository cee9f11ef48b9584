import WhetCore

/// What happened where a rule fired on a known pair.
struct Firing: Sendable {
  /// The pair, by its place in the history.
  var pair: Int
  /// The edits of the person that the firing reproduces, and how much of each in tokens; numbers edits of all pairs.
  var edits: [(number: Int, saved: Double)]
  /// By how many tokens the firing brought the original nearer to the corrected text.
  var saved: Int
  /// Equal for firings in equal surroundings.
  var place: UInt64
  /// The tokens of the original that the rule replaced.
  var range: Range<Int>
  /// Whether the rule's firings in this pair reproduce the whole change that the edit is part of.
  var completes = false
  /// The tokens the holes of the rule stood for.
  var holes: [Range<Int>] = []
  /// What they were, as hashes.
  var captures: [UInt64] = []
}

/// Tries a rule on a known pair: every firing must do what the person did.
enum RuleTrial {
  struct Outcome: Sendable {
    /// Where the rule did what the person did.
    var firings: [Firing] = []
    /// Where it changed what the person left alone.
    var wrong: [Range<Int>] = []
    /// Where it did something else to what the person changed too.
    var missed: [Range<Int>] = []
    /// Where it would change the corrected text.
    var wrongInTarget: [Range<Int>] = []

    var isEmpty: Bool { firings.isEmpty && wrong.isEmpty && missed.isEmpty && wrongInTarget.isEmpty }
  }

  /// - Parameter number: the pair's place in the learner's history; makes the edits' numbers distinct.
  static func run(_ rule: EditRule, on analysis: PairAnalysis, number: Int) -> Outcome {
    var outcome = Outcome()
    guard rule.scope.covers(language: analysis.pair.language) else { return outcome }
    if !analysis.pair.isAccepted { outcome.wrongInTarget = changes(to: analysis.target, by: rule) }
    var resolved: [Range<Int>] = []
    let renderer = RuleRenderer(text: analysis.source, rule: rule)
    for match in RuleMatcher.matches(of: rule, in: analysis.source) {
      let output = renderer.outputTokens(of: match)
      let input = analysis.source.tokens[match.range].map(\.text)
      if output == input { continue }
      switch judge(match.range, input, output, analysis) {
      case .right(let saved, let range):
        outcome.firings.append(
          Firing(
            pair: number, edits: edits(at: match.range, saved, number, in: analysis), saved: saved,
            place: analysis.place(of: match.range), range: match.range, holes: holes(of: match, rule),
            captures: holes(of: match, rule).map { StableHash.of(analysis.source.text(in: $0)) }))
        if let range { resolved.append(range) }
      case .wrong: outcome.wrong.append(match.range)
      case .missed: outcome.missed.append(match.range)
      case .neutral: break
      }
    }
    markComplete(&outcome.firings, resolved, analysis)
    return outcome
  }

  private static func markComplete(_ firings: inout [Firing], _ resolved: [Range<Int>], _ analysis: PairAnalysis) {
    guard !firings.isEmpty else { return }
    let hunks = analysis.alignment.hunks
    var unfinished: Set<Int> = []
    for (index, hunk) in hunks.enumerated() {
      let isCovered = resolved.contains {
        $0.lowerBound <= hunk.source.lowerBound && hunk.source.upperBound <= $0.upperBound
      }
      if !isCovered { unfinished.insert(analysis.changes[index]) }
    }
    for index in firings.indices {
      firings[index].completes = firings[index].edits.allSatisfy { edit, _ in
        let hunk = edit & 0xFF_FFFF
        return hunk < hunks.count && !unfinished.contains(analysis.changes[hunk])
      }
    }
  }

  private static func holes(of match: RuleMatch, _ rule: EditRule) -> [Range<Int>] {
    zip(rule.before, match.captures).compactMap { element, range in
      if case .hole = element { range } else { nil }
    }
  }

  private enum Judgement {
    /// Nearer by `saved` tokens; `resolved` is the range that is as the person wants it now, if it all is.
    case right(saved: Int, resolved: Range<Int>?)
    case wrong
    /// The person changed the same place in another way.
    case missed
    /// The person deleted that text anyway.
    case neutral
  }

  /// How many tokens more than a rule replaces a person may have replaced to have wished something else for the same.
  private static let mostBeside = 2

  private static func judge(_ range: Range<Int>, _ input: [String], _ output: [String], _ analysis: PairAnalysis)
    -> Judgement
  {
    let size = Myers.distance(input, output)
    if let target = analysis.targetRange(of: range), analysis.target.tokens[target].map(\.text) == output {
      return .right(saved: size, resolved: range)
    }
    let window = analysis.widened(output.contains("\n") ? analysis.source.withLineEnds(range) : range)
    let wanted = analysis.target.tokens[window.target].map(\.text)
    let before = analysis.source.tokens[window.source].map(\.text)
    let after =
      Array(before[..<(range.lowerBound - window.source.lowerBound)]) + output
      + Array(before[(range.upperBound - window.source.lowerBound)...])
    let saved = Myers.distance(before, wanted) - Myers.distance(after, wanted)
    if saved == size {
      // Whole lines that a person deleted are a change of their own, whatever stands in their place now.
      let isWhole = output.isEmpty && input.contains("\n")
      return .right(saved: size, resolved: after == wanted || isWhole ? window.source : nil)
    }
    let isDeleted = !range.isEmpty && range.allSatisfy { analysis.alignment.targetOf[$0] < 0 } && saved >= 0
    let isReplaced = analysis.alignment.hunks.contains { hunk in
      hunk.source.overlaps(range) && !hunk.target.isEmpty && hunk.source.count <= range.count + mostBeside
    }
    if isDeleted, saved > 0 || !isReplaced { return .neutral }
    let isEdited = analysis.alignment.hunks.contains { hunk in
      hunk.source.lowerBound <= range.upperBound && range.lowerBound <= hunk.source.upperBound
        && (hunk.source.overlaps(range)
          || range.lowerBound < hunk.source.lowerBound && hunk.source.lowerBound < range.upperBound)
    }
    return isEdited ? .missed : .wrong
  }

  private static func changes(to text: TokenText, by rule: EditRule) -> [Range<Int>] {
    let renderer = RuleRenderer(text: text, rule: rule)
    return RuleMatcher.matches(of: rule, in: text).filter { match in
      renderer.outputTokens(of: match) != text.tokens[match.range].map(\.text)
    }.map(\.range)
  }

  /// The edits the range contains or touches, each with its share of what was saved; a place of its own when it
  /// touches none.
  private static func edits(at range: Range<Int>, _ saved: Int, _ pair: Int, in analysis: PairAnalysis)
    -> [(number: Int, saved: Double)]
  {
    let hunks = analysis.alignment.hunks
    let touched = hunks.indices.filter { index in
      let source = hunks[index].source
      if source.isEmpty { return range.lowerBound <= source.lowerBound && source.lowerBound <= range.upperBound }
      return source.overlaps(range)
    }
    guard !touched.isEmpty else { return [(pair << 24 | 1 << 20 | range.lowerBound, Double(saved))] }
    let sizes = touched.map { min(hunks[$0].size, saved) }
    let total = max(sizes.reduce(0, +), saved)
    return zip(touched, sizes).map { (pair << 24 | $0, Double(saved) * Double($1) / Double(total)) }
  }
}
