/// Turns a region into templates of rising generality: what the person carried over becomes typed holes, what they
/// wrote or deleted stays literal.
struct Abstraction {
  /// How much becomes a hole.
  enum Level: CaseIterable, Sendable { case literal, leaves, units, contents, loose, runs, dropped }

  let analysis: PairAnalysis
  let region: Region
  let level: Level

  var source: TokenText { analysis.source }
  var target: TokenText { analysis.target }

  /// The template of the region at this level; `nil` where it would change nothing or could never be found.
  func rule(scope: RuleScope) -> EditRule? {
    var parts = pattern()
    let computed = values(&parts)
    let output = self.output(parts, computed)
    var rule = EditRule(before: parts.map(\.element), after: output, scope: scope)
    rule.setsSpace = setsSpace
    let isAnchored = rule.before.contains { $0.isLiteral || $0 == .newline(0) || $0 == .hole(.emoji) }
    guard isAnchored || !computed.isEmpty || rule.marksOne, !isIdentity(rule), keepsOptionalHoles(rule),
      !repeatsNeighbour(rule)
    else {
      return nil
    }
    return rule
  }

  /// Whether the first thing written stands closer to, or further from, what is before it than what it replaced, or what
  /// was deleted leaves a space.
  private var setsSpace: Bool {
    if region.target.isEmpty { return leavesSpace }
    guard let first = region.source.first, let written = region.target.first, target.tokens[written].kind != .newline,
      source.tokens[first].kind != .newline, first > 0, source.tokens[first - 1].kind != .newline
    else { return false }
    return source.tokens[first].leading != target.tokens[written].leading
  }

  private var leavesSpace: Bool {
    let next = region.source.upperBound
    guard next < source.count, source.tokens[next].isAttached, region.target.upperBound < target.count else {
      return false
    }
    let written = target.tokens[region.target.upperBound]
    return written.text == source.tokens[next].text && !written.isAttached
  }

  /// Whether it writes the name that stands right beside it in code: what was repeated was that name, whatever it is.
  private func repeatsNeighbour(_ rule: EditRule) -> Bool {
    guard rule.scope.isCode else { return false }
    return [region.source.lowerBound - 1, region.source.upperBound].contains { index in
      guard index >= 0, index < source.count, source.tokens[index].kind == .word else { return false }
      let name = source.tokens[index].text
      return !Keyword.isKeyword(name) && rule.after.contains { $0.literal == name }
    }
  }

  /// What may stand in an optional hole was not deleted by the person, so it may not be lost.
  private func keepsOptionalHoles(_ rule: EditRule) -> Bool {
    rule.before.indices.allSatisfy { index in
      guard case .hole(let kind) = rule.before[index], kind.isOptional else { return true }
      return rule.after.contains { if case .kept(index, _) = $0 { true } else { false } }
    }
  }

  /// A pattern element and the source tokens it came from.
  struct Part {
    var element: PatternElement
    var range: Range<Int>
  }

  private func isIdentity(_ rule: EditRule) -> Bool {
    rule.after.count == rule.before.count
      && rule.after.enumerated().allSatisfy { index, element in
        switch (element, rule.before[index]) {
        case (.kept(index, _), _): true
        case (.newline(let left), .newline(let right)): left == right
        default: false
        }
      }
  }
}
