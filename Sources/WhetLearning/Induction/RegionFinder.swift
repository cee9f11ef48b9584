/// A part of the original and what the person put in its place: the seed of an edit rule.
struct Region: Sendable, Hashable {
  var source: Range<Int>
  var target: Range<Int>
  /// How many untouched neighbours were added on the left; they stay literal in every rule.
  var leftContext = 0
  /// How many untouched neighbours were added on the right; they stay literal in every rule.
  var rightContext = 0
  /// How many untouched tokens of its lines it has besides the edit.
  var lineContext = 0

  /// The source tokens without the neighbours.
  var core: Range<Int> { (source.lowerBound + leftContext)..<(source.upperBound - rightContext) }
}

/// Proposes regions around the places where a person edited: the edit itself, balanced; with its neighbours; the
/// enclosing call; all edits of a line together; the whole lines.
struct RegionFinder {
  let analysis: PairAnalysis

  /// The longest region considered, in tokens of either side.
  static let longest = 60

  /// The regions of a pair, without doubles, in order of their place.
  func regions() -> [Region] {
    var regions: [Region] = []
    var seen: Set<Region> = []
    for group in groups() {
      guard let core = balanced(group).map(withSpacing) else { continue }
      for region in variants(of: core)
      where region.source.count <= Wrap.longest && region.target.count <= Wrap.longest
        && (region == core || max(region.source.count, region.target.count) <= Self.longest)
      {
        if seen.insert(region).inserted { regions.append(region) }
      }
    }
    return regions
  }

  /// Edits that belong together: each alone, neighbours with little between them, all of a line, all of adjoining lines.
  private func groups() -> [Hunk] {
    let hunks = analysis.alignment.hunks.flatMap { slid($0) }
    var groups = hunks
    for nearness in [Nearness.gap, .line, .block] {
      var current: Hunk?
      for hunk in hunks {
        if let open = current, hunk.source.lowerBound >= open.source.upperBound, isNear(open, hunk, nearness) {
          current = Hunk(
            source: open.source.lowerBound..<hunk.source.upperBound,
            target: open.target.lowerBound..<hunk.target.upperBound)
        } else {
          if let open = current { groups.append(open) }
          current = hunk
        }
      }
      if let open = current { groups.append(open) }
    }
    return groups + analysis.wraps.map(\.whole)
  }

  private enum Nearness { case gap, line, block }

  private func isNear(_ left: Hunk, _ right: Hunk, _ nearness: Nearness) -> Bool {
    var between = left.source.upperBound..<right.source.lowerBound
    if nearness == .block, let start = analysis.source.docstringStart(before: between.upperBound),
      start > between.lowerBound
    {
      between = between.lowerBound..<start
    }
    let lineEnds = between.count { analysis.source.tokens[$0].kind == .newline }
    if between.isEmpty,
      analysis.isWholeLines(left) != analysis.isWholeLines(right) || left.source.isEmpty != right.source.isEmpty,
      !isCode(right)
    {
      return false
    }
    switch nearness {
    case .gap: return between.count <= 3 && lineEnds == 0
    case .line: return lineEnds == 0 && !endsLine(left)
    case .block: return lineEnds <= 1 && between.count <= 12 && isCode(left) && isCode(right)
    }
  }

  private func isCode(_ hunk: Hunk) -> Bool {
    let token =
      hunk.source.isEmpty
      ? analysis.target.tokens[hunk.target.lowerBound] : analysis.source.tokens[hunk.source.lowerBound]
    return token.zone.isCode
  }

  private func endsLine(_ hunk: Hunk) -> Bool {
    guard let last = hunk.source.last else { return false }
    return analysis.source.tokens[last].kind == .newline
  }

  /// A pure insertion or deletion may stand in several places with the same result; the one that begins a line, or
  /// follows an opening bracket or a comma, is how a person thinks of it.
  private func slid(_ hunk: Hunk) -> [Hunk] {
    guard hunk.source.isEmpty || hunk.target.isEmpty else { return [hunk] }
    var current = hunk
    var best = hunk
    var bestScore = score(hunk)
    for _ in 0..<20 {
      guard let moved = shiftedLeft(current) else { break }
      current = moved
      if score(moved) > bestScore { (best, bestScore) = (moved, score(moved)) }
    }
    return best == hunk ? [hunk] : [best, hunk]
  }

  private func shiftedLeft(_ hunk: Hunk) -> Hunk? {
    let text = hunk.source.isEmpty ? analysis.target : analysis.source
    let range = hunk.source.isEmpty ? hunk.target : hunk.source
    guard hunk.source.lowerBound > 0, hunk.target.lowerBound > 0, let last = range.last,
      analysis.alignment.targetOf[hunk.source.lowerBound - 1] == hunk.target.lowerBound - 1,
      text.tokens[range.lowerBound - 1].text == text.tokens[last].text
    else { return nil }
    return Hunk(
      source: (hunk.source.lowerBound - 1)..<(hunk.source.upperBound - 1),
      target: (hunk.target.lowerBound - 1)..<(hunk.target.upperBound - 1))
  }

  private func score(_ hunk: Hunk) -> Int {
    let text = hunk.source.isEmpty ? analysis.target : analysis.source
    let range = hunk.source.isEmpty ? hunk.target : hunk.source
    guard let first = range.first, let last = range.last else { return 0 }
    let beginsLine = first == 0 || text.tokens[first - 1].kind == .newline
    let endsLine = text.tokens[last].kind == .newline
    return (text.isBalanced(range) ? 4 : 0) + (beginsLine && endsLine ? 2 : 0)
      + (text.tokens[first].text == "," ? 1 : 0)
  }

  /// The region with the token after it, where that stands closer or further now.
  private func withSpacing(_ region: Region) -> Region {
    let source = region.source.upperBound
    let target = region.target.upperBound
    guard !region.source.isEmpty, !region.target.isEmpty, source < analysis.source.count,
      target < analysis.target.count,
      analysis.alignment.targetOf[source] == target, analysis.source.tokens[source].kind != .newline,
      analysis.target.tokens[target - 1].kind != .newline, analysis.source.partner[source] < 0,
      analysis.target.partner[target] < 0, !analysis.source.tokens[source].isBracketOpening,
      !analysis.source.tokens[source].isBracketClosing,
      analysis.source.tokens[source].isAttached != analysis.target.tokens[target].isAttached
    else { return region }
    return Region(source: region.source.lowerBound..<(source + 1), target: region.target.lowerBound..<(target + 1))
  }

  /// The smallest region around an edit in which every bracket of both sides has its partner.
  private func balanced(_ hunk: Hunk) -> Region? {
    var region = Region(source: hunk.source, target: hunk.target)
    for _ in 0..<12 {
      guard let wider = firstImbalance(region) else { return region }
      guard let next = widenedRegion(to: wider), next != region else { return nil }
      region = next
    }
    return nil
  }

  /// A source range that includes a missing partner, `nil` when the region is balanced.
  private func firstImbalance(_ region: Region) -> Range<Int>? {
    for index in region.source {
      let partner = analysis.source.partner[index]
      if partner >= 0, !region.source.contains(partner) {
        return min(region.source.lowerBound, partner)..<max(region.source.upperBound, partner + 1)
      }
    }
    for index in region.target {
      let partner = analysis.target.partner[index]
      guard partner >= 0, !region.target.contains(partner) else { continue }
      guard let kept = analysis.alignment.targetOf.firstIndex(of: partner) else {
        guard let hunk = analysis.alignment.hunks.first(where: { $0.target.contains(partner) }) else { return nil }
        let wider =
          min(region.source.lowerBound, hunk.source.lowerBound)..<max(region.source.upperBound, hunk.source.upperBound)
        if wider == region.source { return nil }
        return wider
      }
      return min(region.source.lowerBound, kept)..<max(region.source.upperBound, kept + 1)
    }
    return nil
  }

  private func widenedRegion(to source: Range<Int>) -> Region? {
    let wider = analysis.widened(source)
    guard wider.source.count <= Wrap.longest, wider.target.count <= Wrap.longest else { return nil }
    return Region(source: wider.source, target: wider.target)
  }

  /// The edit alone; an insertion with what stands beside it; with the chain it is part of; the call around it; lines.
  private func variants(of core: Region) -> [Region] {
    var variants: [Region] = core.source.isEmpty ? [] : [core]
    let steps = core.source.isEmpty ? [(1, 1), (0, 1), (1, 0), (2, 0), (0, 2)] : []
    for (left, right) in steps + chainSteps(core) {
      if let region = padded(core, left, right) { variants.append(region) }
    }
    variants += enclosingCalls(of: core)
    variants += withChains(core)
    if let lines = wholeLines(of: core) { variants.append(lines) }
    if core.source.isEmpty, let before = lineBefore(core) { variants.append(before) }
    return variants
  }

  /// The edit with the chains before and after it, which may be what the edit repeats or moves.
  private func withChains(_ core: Region) -> [Region] {
    guard let index = core.source.first, analysis.source.tokens[index].zone.isCode else { return [] }
    let before = analysis.source.chainStarts(before: core.source.lowerBound).first { start in
      analysis.source.chainEnds(from: start).contains(core.source.lowerBound)
    }
    let after = analysis.source.chainEnds(from: core.source.upperBound).last
    var regions: [Region] = []
    for start in Set([before, core.source.lowerBound]) {
      for end in Set([after, core.source.upperBound]) {
        guard let start, let end, start < core.source.lowerBound || end > core.source.upperBound else { continue }
        let region = analysis.widened(start..<end)
        if region.source == start..<end { regions.append(Region(source: region.source, target: region.target)) }
      }
    }
    return regions.sorted {
      ($0.source.lowerBound, $0.source.upperBound) < ($1.source.lowerBound, $1.source.upperBound)
    }
  }

  /// How many neighbours belong to the chain the edit stands in: those before it, and the short bracket attached to it.
  private func chainSteps(_ core: Region) -> [(Int, Int)] {
    guard analysis.source.tokens.indices.contains(core.source.lowerBound),
      analysis.source.tokens[core.source.lowerBound].zone.isCode
    else { return [] }
    var start = core.source.lowerBound
    let limit = max(0, start - 12)
    while start > limit, analysis.source.continuesChain(start) { start -= 1 }
    let chain = core.source.lowerBound - start
    var call = 0
    let end = core.source.upperBound
    if end < analysis.source.count, analysis.source.tokens[end].isAttached,
      analysis.source.tokens[end].isBracketOpening,
      analysis.source.partner[end] > end, analysis.source.partner[end] - end <= 4
    {
      call = analysis.source.partner[end] + 1 - end
    }
    var steps: [(Int, Int)] = []
    if chain > 0 { steps.append((chain, 0)) }
    if call > 0 { steps.append((0, call)) }
    if chain > 0, call > 0 { steps.append((chain, call)) }
    // What is compared or assigned beside a sign or a keyword says more than any other neighbour.
    if !core.source.isEmpty, core.source.count <= 2 { steps += [(0, 1), (1, 0), (1, 1)] }
    return steps
  }

  /// The region with so many more untouched tokens on each side.
  private func padded(_ core: Region, _ left: Int, _ right: Int) -> Region? {
    let source = (core.source.lowerBound - left)..<(core.source.upperBound + right)
    guard source.lowerBound >= 0, source.upperBound <= analysis.source.count, core.target.lowerBound >= left else {
      return nil
    }
    let kept = analysis.alignment.targetOf
    guard
      (source.lowerBound..<core.source.lowerBound).allSatisfy({
        kept[$0] == core.target.lowerBound - (core.source.lowerBound - $0)
      }),
      (core.source.upperBound..<source.upperBound).allSatisfy({
        kept[$0] == core.target.upperBound + ($0 - core.source.upperBound)
      })
    else { return nil }
    let region = Region(
      source: source, target: (core.target.lowerBound - left)..<(core.target.upperBound + right), leftContext: left,
      rightContext: right)
    return core.source.isEmpty && spacesNext(region) ? nil : region
  }

  /// Whether the token behind stands closer to what is before it now, or further from it.
  private func spacesNext(_ region: Region) -> Bool {
    let (next, written) = (region.source.upperBound, region.target.upperBound)
    guard next < analysis.source.count, written < analysis.target.count, written > 0,
      analysis.alignment.targetOf[next] == written, analysis.source.tokens[next].kind != .newline,
      analysis.target.tokens[written - 1].kind != .newline
    else { return false }
    return analysis.source.tokens[next].isAttached != analysis.target.tokens[written].isAttached
  }

  /// The call whose arguments were edited: with the name before its bracket, and with the whole chain before it.
  private func enclosingCalls(of core: Region) -> [Region] {
    var index = core.source.lowerBound - 1
    while index >= 0, core.source.lowerBound - index < Self.longest {
      let token = analysis.source.tokens[index]
      if token.isBracketOpening {
        let end = analysis.source.partner[index] + 1
        guard end > core.source.upperBound else { return [] }
        return heads(ofCallAt: index).compactMap { widenedRegion(to: $0..<end) }
      }
      if token.isBracketClosing, analysis.source.partner[index] >= 0 { index = analysis.source.partner[index] }
      index -= 1
    }
    return []
  }

  /// Where a call may be taken to begin: at its name, at the dot before it, at its chain's start.
  private func heads(ofCallAt bracket: Int) -> [Int] {
    guard bracket > 0, analysis.source.tokens[bracket - 1].kind == .word, analysis.source.tokens[bracket].isAttached
    else { return [bracket] }
    let name = bracket - 1
    guard name > 1, analysis.source.tokens[name].isAttached, analysis.source.tokens[name - 1].text == "." else {
      return [name]
    }
    var start = name
    while start > max(0, name - 8), analysis.source.continuesChain(start) { start -= 1 }
    return Array(Set([name - 1, start])).sorted()
  }

  private func wholeLines(of core: Region) -> Region? {
    guard analysis.source.count > 0, core.source.lowerBound < analysis.source.count,
      !core.source.isEmpty || analysis.source.tokens[core.source.lowerBound].zone.isCode
    else { return nil }
    let start = analysis.source.lineStart(core.source.lowerBound)
    var end = analysis.source.lineEnd(max(core.source.upperBound - 1, core.source.lowerBound))
    if end < core.source.upperBound { end = core.source.upperBound }
    guard var region = widenedRegion(to: start..<end) else { return nil }
    region.lineContext = region.source.count - core.source.count
    return region
  }

  /// For inserted lines: the line before them, after which they belong.
  private func lineBefore(_ core: Region) -> Region? {
    guard core.source.lowerBound > 1, analysis.source.tokens[core.source.lowerBound - 1].kind == .newline else {
      return nil
    }
    return widenedRegion(to: analysis.source.lineStart(core.source.lowerBound - 2)..<core.source.upperBound)
  }
}
