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
    var changed: [(Range<Int>, Range<Int>)] = []  // of lines
    Myers.forEachChange(sourceLines.map { source.key(of: $0) }, targetLines.map { target.key(of: $0) }) { left, right in
      changed.append((left, right))
    }
    var position = (source: 0, target: 0)
    for (left, right) in changed {
      let sourceRange = Self.tokens(ofLines: left, sourceLines, end: source.count)
      let targetRange = Self.tokens(ofLines: right, targetLines, end: target.count)
      for offset in 0..<(sourceRange.lowerBound - position.source) {
        targetOf[position.source + offset] = position.target + offset
      }
      for (sourceLine, targetLine) in LinePairing.pairs(
        left.map { sourceLines[$0] }, source, right.map { targetLines[$0] }, target)
      {
        Self.alignTokens(source, sourceLine, target, targetLine, &targetOf)
      }
      position = (sourceRange.upperBound, targetRange.upperBound)
    }
    for offset in 0..<(source.count - position.source) { targetOf[position.source + offset] = position.target + offset }
    Self.slideToWholeLines(&targetOf, source, target)
    Self.repairDelimiters(&targetOf, source, target)
    self.targetOf = targetOf
    hunks = Self.hunks(targetOf, targetCount: target.count).flatMap { Self.split($0, source, target) }
  }

  /// Whole lines that were removed and whole lines that were added in their place are two edits.
  private static func split(_ hunk: Hunk, _ source: TokenText, _ target: TokenText) -> [Hunk] {
    func isWhole(_ range: Range<Int>, _ text: TokenText) -> Bool {
      guard let last = range.last else { return false }
      let begins = range.lowerBound == 0 || text.tokens[range.lowerBound - 1].kind == .newline
      let ends = text.tokens[last].kind == .newline || range.upperBound == text.count
      return begins && ends
    }
    guard isWhole(hunk.source, source), isWhole(hunk.target, target) else { return splitByKind(hunk, source, target) }
    let end = hunk.target.lowerBound
    return [
      Hunk(source: hunk.source, target: end..<end),
      Hunk(source: hunk.source.upperBound..<hunk.source.upperBound, target: hunk.target),
    ]
  }

  /// In running text, a sign and a word beside it that were both replaced are two edits.
  private static func splitByKind(_ hunk: Hunk, _ source: TokenText, _ target: TokenText) -> [Hunk] {
    guard hunk.source.count == hunk.target.count, hunk.source.count > 1,
      zip(hunk.source, hunk.target).allSatisfy({ source.tokens[$0].kind == target.tokens[$1].kind }),
      hunk.source.allSatisfy({ source.tokens[$0].zone.isText })
    else { return splitSigns(hunk, source, target) }
    var parts: [Hunk] = []
    for (left, right) in zip(hunk.source, hunk.target) {
      if let last = parts.last, source.tokens[left].kind == source.tokens[last.source.lowerBound].kind {
        parts[parts.count - 1] = Hunk(
          source: last.source.lowerBound..<(left + 1), target: last.target.lowerBound..<(right + 1))
      } else {
        parts.append(Hunk(source: left..<(left + 1), target: right..<(right + 1)))
      }
    }
    return parts
  }

  /// In running text, signs put before or after a word that was replaced, or taken away from there, are edits of their
  /// own.
  private static func splitSigns(_ hunk: Hunk, _ source: TokenText, _ target: TokenText) -> [Hunk] {
    guard !hunk.source.isEmpty, !hunk.target.isEmpty, hunk.source.allSatisfy({ source.tokens[$0].zone.isText }) else {
      return [hunk]
    }
    func signs(_ text: TokenText, _ range: some Collection<Int>) -> Int {
      range.prefix { text.tokens[$0].kind == .symbol }.count
    }
    let (left, right) = (hunk.source, hunk.target)
    var head = (source: signs(source, left), target: signs(target, right))
    var tail = (source: signs(source, left.reversed()), target: signs(target, right.reversed()))
    if head.source > 0, head.target > 0 { head = (0, 0) }
    if tail.source > 0, tail.target > 0 { tail = (0, 0) }
    guard head != (0, 0) || tail != (0, 0), head.source + tail.source < left.count,
      head.target + tail.target < right.count
    else { return [hunk] }
    let cuts = (
      left.lowerBound + head.source, right.lowerBound + head.target, left.upperBound - tail.source,
      right.upperBound - tail.target
    )
    return [
      Hunk(source: left.lowerBound..<cuts.0, target: right.lowerBound..<cuts.1),
      Hunk(source: cuts.0..<cuts.2, target: cuts.1..<cuts.3),
      Hunk(source: cuts.2..<left.upperBound, target: cuts.3..<right.upperBound),
    ].filter { $0.size > 0 }
  }

  /// The most tokens given up so that the two ends of a bracket or string are kept together.
  private static let mostGivenUp = 12
  /// The most pairs of one text looked at; each costs a pass over it.
  private static let mostRepairs = 100

  /// An opening bracket or quote that was kept is kept with its partner, where both have one: what stands in a string
  /// then is compared with what stands in that string now. Tokens that this would cross count as moved.
  private static func repairDelimiters(_ targetOf: inout [Int], _ source: TokenText, _ target: TokenText) {
    var attempts = 0
    for opening in targetOf.indices where targetOf[opening] >= 0 && source.partner[opening] > opening {
      guard attempts < mostRepairs else { return }
      let closing = source.partner[opening]
      let wanted = target.partner[targetOf[opening]]
      guard source.tokens[opening].zone.isCode, wanted > targetOf[opening], targetOf[closing] != wanted else {
        continue
      }
      attempts += 1
      let crossing = targetOf.indices.filter { index in
        targetOf[index] >= 0 && index != closing && (index < closing) != (targetOf[index] < wanted)
          || index != closing && targetOf[index] == wanted
      }
      guard crossing.count <= mostGivenUp else { continue }
      for index in crossing { targetOf[index] = -1 }
      targetOf[closing] = wanted
    }
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
