/// One place where two token lists differ: `source` was replaced by `target`; one of them may be empty.
struct Hunk: Sendable, Equatable {
  var source: Range<Int>
  var target: Range<Int>

  /// The number of tokens deleted and inserted.
  var size: Int { source.count + target.count }
}

/// Which tokens of a response a person kept, and where they put something else.
///
/// Lines are aligned first, then the tokens of the lines that differ; aligning tokens over a whole text would match
/// a comma here with a comma there. Longest common subsequence by Myers, "An O(ND) Difference Algorithm" (1986).
struct Alignment: Sendable {
  /// For each source token the index of the equal target token it was kept as; -1 where it was not kept.
  private(set) var targetOf: [Int]
  let hunks: [Hunk]

  init(_ source: TokenText, _ target: TokenText) {
    var targetOf = [Int](repeating: -1, count: source.count)
    let sourceLines = Self.lines(of: source)
    let targetLines = Self.lines(of: target)
    var changed: [(Range<Int>, Range<Int>)] = []
    Myers.forEachChange(sourceLines.map { source.key(of: $0) }, targetLines.map { target.key(of: $0) }) { left, right in
      let sourceRange = Self.tokens(ofLines: left, sourceLines, end: source.count)
      let targetRange = Self.tokens(ofLines: right, targetLines, end: target.count)
      changed.append((sourceRange, targetRange))
    }
    var position = (source: 0, target: 0)
    for (sourceRange, targetRange) in changed {
      for offset in 0..<(sourceRange.lowerBound - position.source) {
        targetOf[position.source + offset] = position.target + offset
      }
      Self.alignTokens(source, sourceRange, target, targetRange, &targetOf)
      position = (sourceRange.upperBound, targetRange.upperBound)
    }
    for offset in 0..<(source.count - position.source) { targetOf[position.source + offset] = position.target + offset }
    Self.slideToWholeLines(&targetOf, source, target)
    self.targetOf = targetOf
    hunks = Self.hunks(targetOf, targetCount: target.count)
  }

  /// Where added lines could as well begin before a line end as after it, they begin after it; likewise removed lines.
  private static func slideToWholeLines(_ targetOf: inout [Int], _ source: TokenText, _ target: TokenText) {
    for hunk in hunks(targetOf, targetCount: target.count) {
      let next = hunk.source.upperBound
      guard next < source.count, source.tokens[next].kind == .newline, targetOf[next] == hunk.target.upperBound else {
        continue
      }
      if hunk.source.isEmpty, let first = hunk.target.first, target.tokens[first].kind == .newline {
        targetOf[next] = first
      } else if hunk.target.isEmpty, let first = hunk.source.first, source.tokens[first].kind == .newline {
        targetOf[first] = targetOf[next]
        targetOf[next] = -1
      }
    }
  }

  /// The target position a source boundary corresponds to, if no edit hides it; boundaries lie between tokens.
  func boundary(_ position: Int, targetCount: Int) -> Int? {
    let before = position == 0 ? 0 : targetOf[position - 1] >= 0 ? targetOf[position - 1] + 1 : nil
    let after = position == targetOf.count ? targetCount : targetOf[position] >= 0 ? targetOf[position] : nil
    guard let before, let after else { return before ?? after }
    return before == after ? before : nil
  }

  private static func alignTokens(
    _ source: TokenText, _ sourceRange: Range<Int>, _ target: TokenText, _ targetRange: Range<Int>,
    _ targetOf: inout [Int]
  ) {
    var left = sourceRange.lowerBound
    var right = targetRange.lowerBound
    func keep(upTo end: Int) {
      while left < end {
        targetOf[left] = right
        left += 1
        right += 1
      }
    }
    Myers.forEachChange(source.tokens[sourceRange].map(\.text), target.tokens[targetRange].map(\.text)) {
      removed, inserted in
      keep(upTo: sourceRange.lowerBound + removed.lowerBound)
      left = sourceRange.lowerBound + removed.upperBound
      right = targetRange.lowerBound + inserted.upperBound
    }
    keep(upTo: sourceRange.upperBound)
  }

  /// The token ranges of the lines, each with its line end.
  private static func lines(of text: TokenText) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for (index, token) in text.tokens.enumerated() where token.kind == .newline {
      lines.append(start..<(index + 1))
      start = index + 1
    }
    if start < text.count { lines.append(start..<text.count) }
    return lines
  }

  private static func tokens(ofLines lines: Range<Int>, _ all: [Range<Int>], end: Int) -> Range<Int> {
    let start = lines.lowerBound < all.count ? all[lines.lowerBound].lowerBound : end
    return start..<(lines.isEmpty ? start : all[lines.upperBound - 1].upperBound)
  }

  private static func hunks(_ targetOf: [Int], targetCount: Int) -> [Hunk] {
    var hunks: [Hunk] = []
    var source = 0
    var target = 0
    func add(_ sourceEnd: Int, _ targetEnd: Int) {
      if sourceEnd > source || targetEnd > target {
        hunks.append(Hunk(source: source..<sourceEnd, target: target..<targetEnd))
      }
    }
    for (index, kept) in targetOf.enumerated() where kept >= 0 {
      add(index, kept)
      source = index + 1
      target = kept + 1
    }
    add(targetOf.count, targetCount)
    return hunks
  }
}

extension TokenText {
  /// What makes two lines equal: their tokens and the white space between them. The same characters may be other
  /// tokens in another zone, so each token has its end.
  fileprivate func key(of line: Range<Int>) -> String {
    tokens[line].reduce(into: "") { $0 += $1.leading + $1.text + "\u{0}" }
  }
}
