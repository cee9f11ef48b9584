/// A condition on the surroundings of a match, learned from places where the rule would have been wrong.
enum RuleGuard: Sendable, Hashable, Codable {
  /// A called function or member stands, or does not stand, in the lines of the match.
  case line(word: String, isPresent: Bool)
  /// A called function or member stands, or does not stand, anywhere in the text.
  case text(word: String, isPresent: Bool)
  /// A name in the line of the match also stands in a line that matches the pattern elsewhere in the text.
  case companion([PatternElement])
  /// One of the facts holds.
  case any([PlaceFact])
  /// None of the facts holds.
  case none([PlaceFact])

  var summary: String {
    switch self {
    case .line(let word, let isPresent): "the line \(isPresent ? "has" : "has no") ‹\(word)›"
    case .text(let word, let isPresent): "the text \(isPresent ? "has" : "has no") ‹\(word)›"
    case .companion(let pattern):
      "one of its names stands with ‹"
        + pattern.map { element in
          if case .literal(let text) = element { text } else { "…" }
        }.joined(separator: " ") + "›"
    case .any(let facts): facts.map(\.summary).joined(separator: " or ")
    case .none(let facts): "not " + facts.map(\.summary).joined(separator: " nor ")
    }
  }

  /// Whether the condition holds for a match.
  func holds(for range: Range<Int>, of rule: EditRule, in text: TokenText) -> Bool {
    var conditions = GuardConditions([self], of: rule, in: text)
    return conditions.hold(for: range)
  }
}

extension TokenText {
  /// The called functions and members in the lines a range touches: what the code does, not what its author
  /// named things.
  func calls(inLinesOf range: Range<Int>) -> Set<String> {
    guard count > 0 else { return [] }
    return calls(in: lines(touchedBy: range))
  }

  /// The called functions and members in a range.
  func calls(in range: Range<Int>) -> Set<String> {
    var calls: Set<String> = []
    for index in range where tokens[index].kind == .word {
      let isMember = index > 0 && tokens[index - 1].text == "."
      let isHead = index + 1 < count && tokens[index + 1].isAttached && tokens[index + 1].text == "("
      if isMember || isHead { calls.insert(tokens[index].text) }
    }
    return calls
  }

  /// The lines a range touches, without the last line end.
  func lines(touchedBy range: Range<Int>) -> Range<Int> {
    lineStart(
      min(range.lowerBound, count - 1))..<max(lineEnd(max(range.upperBound - 1, range.lowerBound)), range.upperBound)
  }

  /// The words in the lines a range touches that are no keywords, called functions or members: its author's names.
  func names(ofLinesOf range: Range<Int>) -> Set<String> {
    guard count > 0 else { return [] }
    var names: Set<String> = []
    for index in lines(touchedBy: range) where tokens[index].kind == .word && !Keyword.isKeyword(tokens[index].text) {
      let isMember = index > 0 && tokens[index - 1].text == "."
      let isHead = index + 1 < count && tokens[index + 1].isAttached && ["(", "."].contains(tokens[index + 1].text)
      if !isMember, !isHead { names.insert(tokens[index].text) }
    }
    return names
  }
}
