import WhetCore

/// One original and corrected text, aligned; everything the learner needs to know of a correction.
struct PairAnalysis: Sendable {
  let pair: TrainingPair
  let source: TokenText
  let target: TokenText
  let alignment: Alignment
  /// For each hunk the number of the change it is part of: edits that only make sense together.
  let changes: [Int]
  let wraps: [Wrap]
  /// Numbers for the indentation and the text of each line of the original.
  private let lineHashes: [(indentation: UInt64, text: UInt64)]

  init(_ pair: TrainingPair) {
    self.pair = pair
    source = TokenText(pair.original, format: pair.format)
    target = pair.isAccepted ? source : TokenText(pair.corrected, format: pair.format)
    alignment = Alignment(source, target)
    wraps = Wrap.all(in: alignment, source, target)
    changes = Self.changes(alignment.hunks, wraps, source, target)
    lineHashes = source.lines.map { [source] line in
      (StableHash.of(line.first.map { source.tokens[$0].leading } ?? ""), StableHash.of(source.text(in: line)))
    }
  }

  /// In code, the edits of one line and whole lines added or removed beside it are one change; in running text, edits
  /// with at most two tokens between them.
  private static func changes(
    _ hunks: [Hunk], _ wraps: [Wrap], _ source: TokenText, _ target: TokenText
  ) -> [Int] {
    var changes: [Int] = []
    let wrapped = Dictionary(
      wraps.enumerated().flatMap { number, wrap in wrap.hunks.map { ($0, number) } },
      uniquingKeysWith: { first, _ in first })
    for (index, hunk) in hunks.enumerated() {
      if let wrap = wrapped[index] {
        changes.append(-1 - wrap)
        continue
      }
      guard index > 0, let last = changes.last(where: { $0 >= 0 }), wrapped[index - 1] == nil else {
        changes.append((changes.max() ?? -1) + 1)
        continue
      }
      var gap = hunks[index - 1].source.upperBound..<hunk.source.lowerBound
      if let start = source.docstringStart(before: gap.upperBound), start > gap.lowerBound {
        gap = gap.lowerBound..<start
      }
      let lineEnds = gap.count { source.tokens[$0].kind == .newline }
      let isCode = !gap.isEmpty && source.tokens[gap.lowerBound].zone.isCode
      let addsLines =
        (isWholeLines(hunk, source, target) || isWholeLines(hunks[index - 1], source, target))
        && shareName(hunk, hunks[index - 1], source, target)
      let isTogether =
        !isCode && gap.isEmpty
        ? false
        : isCode
          ? lineEnds == 0 || (addsLines && lineEnds == gap.count) || (addsLines && lineEnds == 1) : gap.count <= 2
      changes.append(isTogether ? last : last + 1)
    }
    return changes
  }

  /// Whether two edits speak of the same thing: a word of the one stands in the other, or in the line it is in.
  private static func shareName(_ left: Hunk, _ right: Hunk, _ source: TokenText, _ target: TokenText) -> Bool {
    func names(_ hunk: Hunk) -> Set<String> {
      func words(_ text: TokenText, _ range: Range<Int>) -> [String] {
        text.tokens[range].filter { $0.kind == .word && !Keyword.isKeyword($0.text) }.map(\.text)
      }
      return Set(words(source, hunk.source) + words(target, hunk.target))
    }
    return !names(left).isDisjoint(with: names(right))
  }

  func isWholeLines(_ hunk: Hunk) -> Bool { Self.isWholeLines(hunk, source, target) }

  /// Whether whole lines were added, or whole lines removed.
  static func isWholeLines(_ hunk: Hunk, _ source: TokenText, _ target: TokenText) -> Bool {
    let text = hunk.source.isEmpty ? target : source
    let range = hunk.source.isEmpty ? hunk.target : hunk.source
    guard let last = range.last, hunk.source.isEmpty || hunk.target.isEmpty else { return false }
    return range.contains { text.tokens[$0].kind == .newline }
      && (text.tokens[last].kind == .newline || range.upperBound == text.count
        || range.lowerBound > 0 && text.tokens[range.lowerBound].kind == .newline)
  }

  /// What the corrected text has in the place of a range of the original, if no edit crosses its ends.
  func targetRange(of range: Range<Int>) -> Range<Int>? {
    guard let lower = alignment.boundary(range.lowerBound, targetCount: target.count),
      let upper = alignment.boundary(range.upperBound, targetCount: target.count), lower <= upper
    else { return nil }
    return lower..<upper
  }

  /// The smallest range around `range` that ends at tokens the person kept, with all that was inserted at its ends.
  func widened(_ range: Range<Int>) -> (source: Range<Int>, target: Range<Int>) {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower > 0, alignment.targetOf[lower - 1] < 0 { lower -= 1 }
    while upper < source.count, alignment.targetOf[upper] < 0 { upper += 1 }
    let start = lower == 0 ? 0 : alignment.targetOf[lower - 1] + 1
    let end = upper == source.count ? target.count : alignment.targetOf[upper]
    return (lower..<upper, start..<max(start, end))
  }

  /// A number for the surroundings of a range: its lines and the line before and after. Equal surroundings are one
  /// piece of evidence, however often they occur.
  func place(of range: Range<Int>) -> UInt64 {
    guard source.count > 0 else { return 0 }
    let first = max(source.tokens[min(range.lowerBound, source.count - 1)].line - 1, 0)
    let end = range.upperBound < source.count ? source.tokens[range.upperBound].line + 1 : lineHashes.count - 1
    var hash = StableHash()
    for line in first...max(first, min(end, lineHashes.count - 1)) {
      if line > first { hash.combine(Int(truncatingIfNeeded: lineHashes[line].indentation)) }
      hash.combine(Int(truncatingIfNeeded: lineHashes[line].text))
    }
    return hash.value
  }
}
