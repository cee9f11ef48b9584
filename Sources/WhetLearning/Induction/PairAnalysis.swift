import WhetCore

/// One original and corrected text, aligned; everything the learner needs to know of a correction.
struct PairAnalysis: Sendable {
  let pair: TrainingPair
  let source: TokenText
  let target: TokenText
  let alignment: Alignment

  init(_ pair: TrainingPair) {
    self.pair = pair
    source = TokenText(pair.original, format: pair.format)
    target = pair.isAccepted ? source : TokenText(pair.corrected, format: pair.format)
    alignment = Alignment(source, target)
  }

  /// What the corrected text has in the place of a range of the original, if no edit crosses its ends.
  func targetRange(of range: Range<Int>) -> Range<Int>? {
    guard let lower = alignment.boundary(range.lowerBound, targetCount: target.count),
      let upper = alignment.boundary(range.upperBound, targetCount: target.count), lower <= upper
    else { return nil }
    return lower..<upper
  }

  /// The smallest range around `range` whose ends no edit crosses.
  func widened(_ range: Range<Int>) -> (source: Range<Int>, target: Range<Int>) {
    var lower = range.lowerBound, upper = range.upperBound
    while lower > 0, alignment.boundary(lower, targetCount: target.count) == nil { lower -= 1 }
    while upper < source.count, alignment.boundary(upper, targetCount: target.count) == nil { upper += 1 }
    let start = alignment.boundary(lower, targetCount: target.count) ?? 0
    let end = alignment.boundary(upper, targetCount: target.count) ?? target.count
    return (lower..<upper, min(start, end)..<max(start, end))
  }
}
