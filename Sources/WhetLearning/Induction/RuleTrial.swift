/// What happened where a rule fired on a known pair.
struct Firing: Sendable {
  /// The edit of the person that the firing reproduces; numbers edits of all pairs.
  var edit: Int
  /// By how many tokens the firing brought the original nearer to the corrected text.
  var saved: Int
  /// Equal for firings in equal surroundings.
  var place: UInt64
}

/// Tries a rule on a known pair: every firing must do what the person did.
enum RuleTrial {
  enum Outcome: Sendable {
    case right([Firing])
    case wrong
  }

  /// - Parameter number: the pair's place in the learner's history; makes the edits' numbers distinct.
  static func run(_ rule: EditRule, on analysis: PairAnalysis, number: Int) -> Outcome {
    guard rule.scope.covers(language: analysis.pair.language) else { return .right([]) }
    if !analysis.pair.isAccepted, changes(analysis.target, by: rule) { return .wrong }
    var firings: [Firing] = []
    let renderer = RuleRenderer(text: analysis.source, rule: rule)
    for match in RuleMatcher.matches(of: rule, in: analysis.source) {
      let output = renderer.outputTokens(of: match)
      let input = analysis.source.tokens[match.range].map(\.text)
      if output == input { continue }
      switch judge(match.range, input, output, analysis) {
      case .right(let saved):
        firings.append(
          Firing(
            edit: number << 24 | edit(at: match.range, in: analysis), saved: saved,
            place: place(of: match.range, in: analysis)))
      case .wrong: return .wrong
      case .neutral: break
      }
    }
    return .right(firings)
  }

  private enum Judgement {
    case right(saved: Int)
    case wrong
    /// The person deleted that text anyway.
    case neutral
  }

  private static func judge(_ range: Range<Int>, _ input: [String], _ output: [String], _ analysis: PairAnalysis) -> Judgement {
    let size = Myers.distance(input, output)
    if let target = analysis.targetRange(of: range), analysis.target.tokens[target].map(\.text) == output {
      return .right(saved: size)
    }
    let window = analysis.widened(range)
    let wanted = analysis.target.tokens[window.target].map(\.text)
    let before = analysis.source.tokens[window.source].map(\.text)
    let after = Array(before[..<(range.lowerBound - window.source.lowerBound)]) + output
      + Array(before[(range.upperBound - window.source.lowerBound)...])
    let saved = Myers.distance(before, wanted) - Myers.distance(after, wanted)
    if saved == size { return .right(saved: size) }
    let isDeleted = !range.isEmpty && range.allSatisfy { analysis.alignment.targetOf[$0] < 0 } && saved >= 0
    return isDeleted ? .neutral : .wrong
  }

  private static func changes(_ text: TokenText, by rule: EditRule) -> Bool {
    let renderer = RuleRenderer(text: text, rule: rule)
    return RuleMatcher.matches(of: rule, in: text).contains { match in
      renderer.outputTokens(of: match) != text.tokens[match.range].map(\.text)
    }
  }

  /// The first edit the range contains or touches; a place of its own when it touches none.
  private static func edit(at range: Range<Int>, in analysis: PairAnalysis) -> Int {
    let index = analysis.alignment.hunks.firstIndex { hunk in
      hunk.source.lowerBound <= range.upperBound && hunk.source.upperBound >= range.lowerBound
        && (hunk.source.lowerBound >= range.lowerBound || hunk.source.upperBound <= range.upperBound)
    }
    return index ?? (1 << 20 | range.lowerBound)
  }

  private static func place(of range: Range<Int>, in analysis: PairAnalysis) -> UInt64 {
    guard let first = range.first else { return 0 }
    let start = analysis.source.lineStart(first)
    return StableHash.of(analysis.source.text(in: start..<max(analysis.source.lineEnd(first), range.upperBound)))
  }
}
