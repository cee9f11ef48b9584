/// Turns a region into templates of rising generality: what the person carried over becomes typed holes, what they
/// wrote or deleted stays literal.
struct Abstraction {
  /// How much becomes a hole.
  enum Level: CaseIterable, Sendable { case literal, leaves, units, contents }

  let analysis: PairAnalysis
  let region: Region
  let level: Level

  private var source: TokenText { analysis.source }
  private var target: TokenText { analysis.target }

  /// The template of the region at this level; `nil` where it would change nothing or could never be found.
  func rule(scope: RuleScope) -> EditRule? {
    let parts = pattern()
    let output = self.output(parts)
    let rule = EditRule(before: parts.map(\.element), after: output, scope: scope)
    guard rule.anchor != nil, rule.before.contains(where: isVisibleLiteral), !isIdentity(rule) else { return nil }
    return rule
  }

  /// A pattern element and the source tokens it came from.
  private struct Part {
    var element: PatternElement
    var range: Range<Int>
  }

  private func isVisibleLiteral(_ element: PatternElement) -> Bool {
    if case .literal = element { true } else { false }
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

  // MARK: The pattern

  private func pattern() -> [Part] {
    var parts: [Part] = []
    var index = region.source.lowerBound
    while index < region.source.upperBound {
      for part in optionalHoles(at: index, after: parts.last) {
        parts.append(part)
        index = part.range.upperBound
      }
      guard index < region.source.upperBound else { break }
      let part = hole(at: index) ?? literal(at: index)
      parts.append(part)
      index = part.range.upperBound
    }
    if level == .contents, index < source.count, let docstring = docstring(at: index) { parts.append(docstring) }
    return withRepetitions(parts)
  }

  private func literal(at index: Int) -> Part {
    let token = source.tokens[index]
    let range = index..<(index + 1)
    guard token.kind == .newline else { return Part(element: .literal(token.text), range: range) }
    return Part(element: .newline(relativeColumns(source, after: index, from: region.source.lowerBound)), range: range)
  }

  /// Holes for what may stand here in other cases, and may be missing.
  private func optionalHoles(at index: Int, after previous: Part?) -> [Part] {
    guard level == .units || level == .contents, region.core.contains(index) else { return [] }
    if let text = emptyTextHole(at: index, after: previous) { return [text] }
    guard level == .contents, source.tokens[index].zone.isCode else { return [] }
    if let docstring = docstring(at: index) { return [docstring] }
    return arguments(at: index)
  }

  /// After the head of a block a person added lines; there may be a documenting string before them.
  private func docstring(at index: Int) -> Part? {
    guard index > region.source.lowerBound + 1, source.tokens[index - 1].kind == .newline,
      source.tokens[index - 2].text == ":",
      region.target.upperBound - region.target.lowerBound > region.source.count
    else { return nil }
    let end = index < region.source.upperBound ? source.docstringEnd(from: index) ?? index : index
    return end <= region.source.upperBound ? Part(element: .hole(.docstring), range: index..<end) : nil
  }

  /// In a bracket with one edited argument, the arguments before it and those after it.
  private func arguments(at index: Int) -> [Part] {
    guard
      let opening = (region.source.lowerBound..<index).last(where: {
        source.tokens[$0].isBracketOpening && source.partner[$0] >= index
      }),
      source.partner[opening] < region.source.upperBound
    else { return [] }
    let edits = editedArguments(in: opening)
    guard edits.count == 1, let edited = edits.first else { return [] }
    if index == opening + 1 { return [Part(element: .hole(.arguments), range: index..<edited.lowerBound)] }
    if index == edited.upperBound { return [Part(element: .hole(.arguments), range: index..<source.partner[opening])] }
    return []
  }

  /// The arguments of a bracket that a person changed.
  private func editedArguments(in opening: Int) -> [Range<Int>] {
    var edited: [Range<Int>] = []
    var start = opening + 1
    let closing = source.partner[opening]
    while start < closing {
      var end = start
      while end < closing, source.tokens[end].text != "," {
        end = source.tokens[end].isBracketOpening && source.partner[end] > end ? source.partner[end] + 1 : end + 1
      }
      if (start..<end).contains(where: { !isKept($0) }) { edited.append(start..<end) }
      start = end + 1
    }
    return edited
  }

  /// At either end of a string in which the person edited there may be more text in other cases.
  private func emptyTextHole(at index: Int, after previous: Part?) -> Part? {
    guard index > region.source.lowerBound, !isKept(index) || source.tokens[index].isQuote,
      case .some(.literal(let text)) = previous?.element
    else { return nil }
    let opensString = (text == "\"" || text == "'") && source.partner[index - 1] > index
    let closesString =
      source.tokens[index].isQuote && source.partner[index] >= region.source.lowerBound
      && source.partner[index] < index - 1 && !isKept(index - 1)
    return opensString || closesString ? Part(element: .hole(.text), range: index..<index) : nil
  }

  private func hole(at index: Int) -> Part? {
    guard region.core.contains(index) else { return nil }
    guard source.tokens[index].zone.isCode else { return level == .leaves ? number(at: index) : nil }
    switch level {
    case .literal: return nil
    case .leaves: return leaf(at: index)
    case .units, .contents: return textRun(at: index) ?? unit(at: index) ?? leaf(at: index)
    }
  }

  private func number(at index: Int) -> Part? {
    let range = index..<(index + 1)
    return source.tokens[index].kind == .number && isCarried(range) ? Part(element: .hole(.number), range: range) : nil
  }

  /// A single name, number or string that was carried over. A name before a bracket is the head of a call and stays.
  private func leaf(at index: Int) -> Part? {
    let token = source.tokens[index]
    let range = index..<(index + 1)
    switch token.kind {
    case .word:
      guard !Keyword.isKeyword(token.text), !isHead(index), isCarried(range) else { return nil }
      return Part(element: .hole(.word), range: range)
    case .number: return number(at: index)
    case .symbol:
      guard token.isQuote, source.partner[index] > index else { return nil }
      let string = index..<(source.partner[index] + 1)
      return string.upperBound <= region.source.upperBound && isCarried(string)
        ? Part(element: .hole(.string), range: string) : nil
    case .newline: return nil
    }
  }

  /// The largest carried unit that begins here: what stands in a bracket, an argument, a chain.
  private func unit(at index: Int) -> Part? {
    guard source.tokens[index].zone.isCode else { return nil }
    let before = index > region.source.lowerBound ? source.tokens[index - 1] : nil
    if before?.isBracketOpening == true, source.partner[index - 1] > index,
      source.partner[index - 1] <= region.source.upperBound
    {
      let content = index..<(source.contentEnd(after: index - 1) ?? index)
      let isExpression = level == .units && source.expressionEnds(from: index).last == content.upperBound
      let kind: HoleKind =
        isExpression ? .expression : content.last.map { source.tokens[$0].text } == "," ? .contentWithComma : .content
      if isCarried(content) { return Part(element: .hole(kind), range: content) }
    }
    if before?.isBracketOpening == true || before?.text == ",", let end = source.expressionEnds(from: index).last,
      end < region.source.upperBound, isCarried(index..<end), (index..<end).allSatisfy(isKept)
    {
      return Part(element: .hole(.expression), range: index..<end)
    }
    guard source.isChainStart(index) || index == region.source.lowerBound else { return nil }
    for end in source.chainEnds(from: index).reversed() where end <= region.source.upperBound && isCarried(index..<end)
    {
      let isWhole = end == source.chainEnds(from: index).last
      let isHeadOfCall = end < source.count && source.tokens[end].text == "(" && source.tokens[end].isAttached
      if !isHeadOfCall, isWhole || source.tokens[end].text == "." {
        return Part(element: .hole(.chain), range: index..<end)
      }
    }
    return nil
  }

  /// Inside a string that was edited, the text between the edits.
  private func textRun(at index: Int) -> Part? {
    guard isInsideEditedString(index) else { return nil }
    var end = index
    while end < region.source.upperBound, !source.tokens[end].isQuote, isKept(end), source.tokens[end].kind != .newline,
      end == index || analysis.alignment.targetOf[end] == analysis.alignment.targetOf[end - 1] + 1
    { end += 1 }
    return end > index ? Part(element: .hole(.text), range: index..<end) : nil
  }

  private func isInsideEditedString(_ index: Int) -> Bool {
    var start = index - 1
    while start >= region.source.lowerBound, !source.tokens[start].isQuote { start -= 1 }
    guard start >= region.source.lowerBound, source.partner[start] > index else { return false }
    return (start...source.partner[start]).contains { !isKept($0) }
  }

  private func isHead(_ index: Int) -> Bool {
    index + 1 < source.count && source.tokens[index + 1].isAttached
      && ["(", "["].contains(source.tokens[index + 1].text)
      && source.tokens[index].zone.isCode
  }

  private func keptTarget(_ index: Int) -> Int? {
    isKept(index) ? analysis.alignment.targetOf[index] : nil
  }

  private func isKept(_ index: Int) -> Bool {
    let target = analysis.alignment.targetOf[index]
    return target >= 0 && region.target.contains(target)
  }

  /// Whether the tokens stand together in the corrected region too, in their place or moved.
  private func isCarried(_ range: Range<Int>) -> Bool {
    guard !range.isEmpty, range.upperBound <= region.source.upperBound, range.contains(where: isNameLike) else {
      return false
    }
    return occurrence(of: range) != nil
  }

  private func isNameLike(_ index: Int) -> Bool {
    let token = source.tokens[index]
    return (token.kind == .word && !Keyword.isKeyword(token.text)) || token.kind == .number
      || (token.isQuote && source.partner[index] >= 0)
  }

  private func occurrence(of range: Range<Int>) -> Int? {
    let last = region.target.upperBound - range.count
    guard region.target.lowerBound <= last else { return nil }
    return (region.target.lowerBound...last).first { start in
      range.indices.allSatisfy { source.tokens[$0].text == target.tokens[start + $0 - range.lowerBound].text }
    }
  }

  private func withRepetitions(_ parts: [Part]) -> [Part] {
    var result: [Part] = []
    for part in parts {
      var part = part
      if case .hole = part.element, !part.range.isEmpty,
        let first = result.firstIndex(where: { earlier in
          if case .hole = earlier.element { source.equal(earlier.range, part.range) } else { false }
        })
      {
        part.element = .same(first)
      }
      result.append(part)
    }
    return result
  }

  private func relativeColumns(_ text: TokenText, after newline: Int, from start: Int) -> Int {
    let base = (start..<text.count).first { text.tokens[$0].kind != .newline } ?? start
    guard newline + 1 < text.count, text.tokens[newline + 1].kind != .newline, base < text.count else { return 0 }
    return text.columns(ofLineAt: newline + 1) - text.columns(ofLineAt: base)
  }

  // MARK: The output

  private func output(_ parts: [Part]) -> [OutputElement] {
    var output: [OutputElement] = []
    var index = region.target.lowerBound
    appendEmptyHoles(parts, before: index, to: &output)
    while index < region.target.upperBound {
      let token = target.tokens[index]
      let followsNewline = index > region.target.lowerBound && target.tokens[index - 1].kind == .newline
      if let (part, isInPlace) = part(at: index, parts), token.kind != .newline || parts[part].range.count > 1 {
        output.append(.kept(part, leading: isInPlace ? nil : followsNewline ? "" : token.leading))
        index += parts[part].range.count
      } else if token.kind == .newline {
        output.append(.newline(relativeColumns(target, after: index, from: region.target.lowerBound)))
        index += 1
      } else {
        output.append(.literal(token.text, leading: followsNewline ? "" : token.leading))
        index += 1
      }
      appendEmptyHoles(parts, before: index, to: &output)
    }
    return output
  }

  /// The longest part whose tokens stand at this place of the corrected text.
  private func part(at index: Int, _ parts: [Part]) -> (Int, isInPlace: Bool)? {
    var best: (Int, isInPlace: Bool)?
    for (number, part) in parts.enumerated() where !part.range.isEmpty {
      let isHole = if case .hole = part.element { true } else { false }
      let isInPlace = analysis.alignment.targetOf[part.range.lowerBound] == index
      guard isHole || isInPlace, index + part.range.count <= region.target.upperBound,
        part.range.allSatisfy({ source.tokens[$0].text == target.tokens[index + $0 - part.range.lowerBound].text })
      else { continue }
      let length = part.range.count
      let bestLength = best.map { parts[$0.0].range.count } ?? 0
      if length > bestLength || (length == bestLength && isInPlace && best?.isInPlace == false) {
        best = (number, isInPlace)
      }
    }
    return best
  }

  /// An empty hole goes right after the token that stands before it, or right before the one that follows it.
  private func appendEmptyHoles(_ parts: [Part], before index: Int, to output: inout [OutputElement]) {
    for (number, part) in parts.enumerated() where part.range.isEmpty {
      guard !output.contains(.kept(number, leading: nil)) else { continue }
      if part.element != .hole(.text) {
        let left = part.range.lowerBound - 1
        if left >= region.source.lowerBound, index > region.target.lowerBound, keptTarget(left) == index - 1 {
          output.append(.kept(number, leading: nil))
        } else if part.range.lowerBound < region.source.upperBound, keptTarget(part.range.lowerBound) == index {
          output.append(.kept(number, leading: nil))
        }
        continue
      }
      let left = part.range.lowerBound - 1
      let right = part.range.lowerBound
      let followsOpening =
        source.tokens[left].isQuote && source.partner[left] > left && index > region.target.lowerBound
        && analysis.alignment.targetOf[left] == index - 1
      let precedesClosing =
        !followsOpening && right < source.count && source.tokens[right].isQuote
        && source.partner[right] < right && analysis.alignment.targetOf[right] == index
      if followsOpening || precedesClosing { output.append(.kept(number, leading: nil)) }
    }
  }
}
