/// One place where a rule matches: for each pattern element the tokens it stands for.
struct RuleMatch: Sendable {
  var captures: [Range<Int>]

  var range: Range<Int> {
    guard let first = captures.first, let last = captures.last else { return 0..<0 }
    return first.lowerBound..<last.upperBound
  }
}

/// Finds where an edit rule matches a text.
struct RuleMatcher {
  let rule: EditRule
  let text: TokenText

  /// The values the rule makes, by the element they are made from; what cannot be made does not match.
  private let transforms: [[ValueTransform]]

  init(rule: EditRule, text: TokenText) {
    self.rule = rule
    self.text = text
    transforms = rule.before.indices.map { rule.transforms(of: $0) }
  }

  /// The matches in order, none overlapping; near-linear because a match is only looked for where its first literal is.
  static func matches(of rule: EditRule, in text: TokenText) -> [RuleMatch] {
    for element in rule.before {
      switch element {
      case .forms(let forms): if !forms.contains(where: { text.hasWord($0) }) { return [] }
      default: if !element.literals.allSatisfy({ text.positions[$0] != nil }) { return [] }
      }
    }
    return RuleMatcher(rule: rule, text: text).matches()
  }

  private func matches() -> [RuleMatch] {
    var found: [RuleMatch] = []
    var conditions = GuardConditions(rule.guards, of: rule, in: text)
    var end = 0
    for start in starts() where start >= end {
      if let match = match(at: start), match.range.count > 0 || !rule.before.isEmpty, conditions.hold(for: match.range)
      {
        found.append(match)
        end = max(match.range.upperBound, start + 1)
      }
    }
    return found
  }

  /// The tokens a match can begin at, in ascending order.
  private func starts() -> [Int] {
    switch rule.before.first {
    case .literal(let literal): return text.positions[literal] ?? []
    case .phrase(let tokens): return tokens.first.flatMap { text.positions[$0] } ?? []
    case .newline: return text.positions["\n"] ?? []
    case .forms(let forms): return forms.flatMap { text.positions(ofWord: $0) }.sorted()
    case .hole(let kind) where kind.isToken: return text.tokens.indices.filter { text.tokens[$0].kind != .newline }
    case .hole, .same:
      guard let anchor = rule.before.dropFirst().lazy.compactMap({ $0.literals.first }).first else { return [] }
      var starts: Set<Int> = []
      for position in text.positions[anchor] ?? [] {
        for start in text.chainStarts(before: position) { starts.insert(start) }
      }
      return starts.sorted()
    case nil: return []
    }
  }

  private func match(at start: Int) -> RuleMatch? {
    guard rule.scope.covers(text.tokens[start].zone) || text.tokens[start].kind == .newline else { return nil }
    var captures: [Range<Int>] = []
    captures.reserveCapacity(rule.before.count)
    var steps = Self.mostSteps
    guard extend(from: start, element: 0, &captures, &steps), isInScope(captures), !isAlreadyDone(captures),
      !holdsAnother(captures), hasKnownFlags(captures)
    else { return nil }
    return RuleMatch(captures: captures)
  }

  /// A rule that only adds does not fire where its addition stands in what it matched, or around it.
  private func isAlreadyDone(_ captures: [Range<Int>]) -> Bool {
    if isSurrounded(captures) { return true }
    let words = rule.inserted.filter { word in word.contains { $0.isLetter } }
    guard let word = words.first else { return false }
    return zip(rule.before, captures).contains { element, range in
      guard case .hole = element else { return false }
      return range.contains { text.tokens[$0].text == word }
    }
  }

  /// Whether what the rule puts before or after all that it keeps stands there already.
  private func isSurrounded(_ captures: [Range<Int>]) -> Bool {
    guard rule.insertsOnly, let first = captures.first?.lowerBound, let end = captures.last?.upperBound else {
      return false
    }
    let before = rule.after.prefix(while: { !$0.keepsOrBreaks }).compactMap(\.literal)
    let after = rule.after.suffix(while: { !$0.keepsOrBreaks }).compactMap(\.literal)
    func stand(_ words: [String], at start: Int) -> Bool {
      !words.isEmpty && start >= 0 && start + words.count <= text.count
        && words.indices.allSatisfy { text.tokens[start + $0].text == words[$0] }
    }
    if before.count < rule.after.count, stand(before, at: first - before.count) { return true }
    return after.count < rule.after.count && stand(after, at: end)
  }

  /// Whether a hole holds what the rule takes away: `type(a) == type(b)` has two of what `type(a) == T` has one of, and
  /// what a person would make of it is not known.
  private func holdsAnother(_ captures: [Range<Int>]) -> Bool {
    let gone = rule.removedWords
    return !gone.isEmpty
      && zip(rule.before, captures).contains { element, range in
        (element == .hole(.chain) || element == .hole(.expression))
          && range.contains { gone.contains(text.tokens[$0].text) && text.tokens[$0].zone.isCode }
      }
  }

  private func hasKnownFlags(_ captures: [Range<Int>]) -> Bool {
    zip(rule.before, captures).allSatisfy { element, range in
      guard case .hole = element else { return true }
      return text.flags(in: range).allSatisfy(rule.flags.contains)
    }
  }

  private func isInScope(_ captures: [Range<Int>]) -> Bool {
    zip(rule.before, captures).allSatisfy { element, range in
      guard element != .hole(.block), let index = range.first else { return true }
      return text.tokens[index].kind == .newline || rule.scope.covers(text.tokens[index].zone)
    }
  }

  /// How many ways of filling holes are tried at one place; rules from people seldom need a hundred, and a rules file
  /// from elsewhere may not hang the program.
  private static let mostSteps = 20_000

  private func extend(
    from position: Int, element index: Int, _ captures: inout [Range<Int>], _ steps: inout Int
  ) -> Bool {
    guard index < rule.before.count else { return true }
    steps -= 1
    guard steps > 0 else { return false }
    for end in ends(of: index, from: position, captures) where canMake(index, position..<end) {
      captures.append(position..<end)
      if extend(from: end, element: index + 1, &captures, &steps) { return true }
      captures.removeLast()
    }
    return false
  }

  private func canMake(_ index: Int, _ range: Range<Int>) -> Bool {
    transforms[index].isEmpty || transforms[index].allSatisfy { $0.apply(text.text(in: range)) != nil }
  }

  /// Where the element with that index may end when it begins at `position`, in the order in which to try.
  private func ends(of index: Int, from position: Int, _ captures: [Range<Int>]) -> [Int] {
    switch rule.before[index] {
    case .literal(let literal):
      return position < text.count && text.tokens[position].text == literal ? [position + 1] : []
    case .phrase(let tokens):
      let end = position + tokens.count
      return end <= text.count && zip(position..<end, tokens).allSatisfy { text.tokens[$0].text == $1 } ? [end] : []
    case .forms(let forms):
      return position < text.count && text.tokens[position].kind == .word
        && forms.contains(text.tokens[position].text.lowercased()) ? [position + 1] : []
    case .newline(let columns):
      guard position < text.count, text.tokens[position].kind == .newline else { return [] }
      let first = captures.first?.lowerBound ?? position
      let isChecked =
        index + 1 < rule.before.count && position + 1 < text.count && text.tokens[position + 1].kind != .newline
      return !isChecked || text.columns(ofLineAt: position + 1) - text.columns(ofLineAt: first) == columns
        ? [position + 1] : []
    case .same(let other):
      let wanted = captures[other]
      let end = position + wanted.count
      return end <= text.count && text.equal(wanted, position..<end) ? [end] : []
    case .hole(let kind):
      return holeEnds(kind, index, from: position)
    }
  }

  private func holeEnds(_ kind: HoleKind, _ index: Int, from position: Int) -> [Int] {
    guard position < text.count || kind.isOptional else { return [] }
    let isLast = index + 1 == rule.before.count
    switch kind {
    case .word:
      let token = text.tokens[position]
      return token.kind == .word && !(token.zone.isCode && Keyword.isKeyword(token.text)) ? [position + 1] : []
    case .number: return text.tokens[position].kind == .number ? [position + 1] : []
    case .string:
      let end = text.partner[position]
      return text.tokens[position].isQuote && end > position ? [end + 1] : []
    case .chain:
      if index == 0, !text.isChainStart(position) { return [] }
      let ends = text.chainEnds(from: position)
      return isLast ? Array(ends.suffix(1)) : ends.reversed()
    case .expression:
      // What an ending belongs to binds closer than any sign before it: `!a.b` is `!(a.b)`.
      if !isLast, rule.before[index + 1] == .literal(".") { return text.chainEnds(from: position).reversed() }
      return isLast ? Array(text.chainEnds(from: position).suffix(1)) : text.expressionEnds(from: position)
    case .content, .contentWithComma:
      guard position > 0, text.tokens[position - 1].isBracketOpening, let end = text.contentEnd(after: position - 1),
        (text.tokens[end - 1].text == ",") == (kind == .contentWithComma)
      else { return [] }
      return [end]
    case .text: return textEnds(from: position, index)
    case .arguments: return text.argumentsEnds(from: position)
    case .docstring: return [text.docstringEnd(from: position) ?? position]
    case .run:
      if text.tokens[position].zone == .address, text.isInsideRun(position) { return [] }
      return text.runEnd(from: position).map { [$0] } ?? []
    case .figure: return text.figureEnd(from: position).map { [$0] } ?? []
    case .emoji: return text.emojiEnd(from: position).map { [$0] } ?? []
    case .block: return text.blockEnd(from: position).map { [$0] } ?? []
    }
  }

  /// A text hole never swallows what the rule looks for beside it, nor the end of the string.
  private func textEnds(from position: Int, _ index: Int) -> [Int] {
    let neighbours = [index - 1, index + 1].compactMap { neighbour -> String? in
      guard rule.before.indices.contains(neighbour), case .literal(let literal) = rule.before[neighbour] else {
        return nil
      }
      return literal
    }
    var ends = [position]
    var end = position
    while end < text.count, end - position < TokenText.longestHole, text.tokens[end].kind != .newline,
      !(text.tokens[end].isMark || text.tokens[end].isQuote && text.tokens[end].zone.isCode),
      !neighbours.contains(text.tokens[end].text)
    {
      end += 1
      ends.append(end)
    }
    return ends
  }
}

extension TokenText {
  /// The contents of strings of at most three characters without white space.
  func flags(in range: Range<Int>) -> [String] {
    range.compactMap { index in
      let end = partner[index]
      guard tokens[index].isQuote, end > index, end - index <= 3, range.contains(end), end > index + 1 else {
        return nil
      }
      let content = text(in: (index + 1)..<end)
      return content.count <= 3 && content.contains(where: \.isLetter) ? content : nil
    }
  }
}

extension EditRule {
  /// The functions whose calls it takes away.
  fileprivate var removedWords: Set<String> {
    let words = before.indices.filter { index in
      index + 1 < before.count && before[index + 1] == .literal("(")
    }.flatMap { before[$0].literals }.filter { $0.contains(where: \.isLetter) && !Keyword.isKeyword($0) }
    return Set(words).subtracting(after.compactMap(\.literal))
  }
}
