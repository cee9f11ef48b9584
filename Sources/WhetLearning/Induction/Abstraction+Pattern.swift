/// What a region matches: tokens and holes for what was carried over.
extension Abstraction {
  func pattern() -> [Part] {
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
    return withForms(withRepetitions(parts))
  }

  /// Words of running text that were deleted match in any case; with the word that took their place, in any form.
  private func withForms(_ parts: [Part]) -> [Part] {
    var parts = parts
    let inserted = region.target.filter { isInserted($0) && target.tokens[$0].kind == .word }
    let deleted = parts.indices.filter { isDeletedWord(parts[$0]) }
    for (order, number) in deleted.enumerated() {
      let word = source.tokens[parts[number].range.lowerBound].text.lowercased()
      var forms = [word]
      if order == 0, let first = inserted.first, deleted.count == 1 || inserted.count >= 1 {
        let other = target.tokens[first].text.lowercased()
        guard other != word else { continue }
        forms = WordForms.pairs(word, other).map(\.source)
      } else if inserted.contains(where: { target.tokens[$0].text.lowercased() == word }) {
        continue
      }
      parts[number].element = .forms(forms)
    }
    return parts
  }

  private func isDeletedWord(_ part: Part) -> Bool {
    guard case .literal = part.element, let index = part.range.first else { return false }
    return source.tokens[index].kind == .word && source.tokens[index].zone.isText && !isKept(index)
  }

  func isInserted(_ index: Int) -> Bool {
    !region.source.contains { keptTarget($0) == index }
  }

  private func literal(at index: Int) -> Part {
    let token = source.tokens[index]
    let range = index..<(index + 1)
    guard token.kind == .newline else { return Part(element: .literal(token.text), range: range) }
    return Part(element: .newline(relativeColumns(source, after: index, from: region.source.lowerBound)), range: range)
  }

  /// Holes for what may stand here in other cases, and may be missing.
  private func optionalHoles(at index: Int, after previous: Part?) -> [Part] {
    guard level == .units || level == .contents || level == .loose, region.core.contains(index) else { return [] }
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
    guard region.core.contains(index) else { return neighbouringNumber(at: index) }
    guard source.tokens[index].zone.isCode else { return textHole(at: index) }
    switch level {
    case .literal: return nil
    case .leaves, .dropped: return leaf(at: index)
    case .runs: return run(at: index) ?? leaf(at: index)
    case .units, .contents, .loose: return block(at: index) ?? textRun(at: index) ?? unit(at: index) ?? leaf(at: index)
    }
  }

  /// A number beside which something was added in running text: the likeliest of all neighbours to be another next time.
  private func neighbouringNumber(at index: Int) -> Part? {
    level == .leaves && region.core.isEmpty && region.source.count > 1 && source.tokens[index].zone.isText
      ? number(at: index) : nil
  }

  /// All that was kept between two edits of one line, whatever it is.
  private func run(at index: Int) -> Part? {
    guard isKept(index), index == region.core.lowerBound || !isKept(index - 1) || !follows(index) else { return nil }
    var end = index
    while end < region.core.upperBound, isKept(end), end == index || follows(end), source.tokens[end].kind != .newline,
      source.tokens[end].text != ",", source.tokens[end].text != ";"
    {
      let partner = source.partner[end]
      if source.tokens[end].isBracketOpening || source.tokens[end].isQuote {
        guard partner > end, partner < region.core.upperBound, (end...partner).allSatisfy(isKept) else { break }
        end = partner + 1
      } else if source.tokens[end].isBracketClosing {
        break
      } else {
        end += 1
      }
    }
    guard end > index, (index..<end).contains(where: isNameLike) else { return nil }
    return Part(element: .hole(.expression), range: index..<end)
  }

  /// Whether a kept token follows the one before it in the corrected text too.
  private func follows(_ index: Int) -> Bool {
    index > 0 && analysis.alignment.targetOf[index] == analysis.alignment.targetOf[index - 1] + 1
  }

  /// In running text: numbers, then words and names as well, then numbers and words that were deleted.
  private func textHole(at index: Int) -> Part? {
    let token = source.tokens[index]
    if level != .literal, let quoted = quotedText(at: index) { return quoted }
    if level == .dropped, !isKept(index), let end = source.emojiEnd(from: index), end <= region.core.upperBound {
      return Part(element: .hole(.emoji), range: index..<end)
    }
    guard token.kind == .word || token.kind == .number else { return nil }
    switch level {
    case .literal: return nil
    case .leaves: return figure(at: index) ?? number(at: index)
    case .runs: return nil
    case .units, .contents, .loose:
      if let end = source.runEnd(from: index), end > index + 1, end <= region.core.upperBound, isCarried(index..<end) {
        return level == .units ? Part(element: .hole(.run), range: index..<end) : nil
      }
      if let number = number(at: index) { return number }
      let range = index..<(index + 1)
      return token.kind == .word && isCarried(range) ? Part(element: .hole(.word), range: range) : nil
    case .dropped:
      guard token.kind == .number, !isKept(index) else { return number(at: index) }
      return Part(element: .hole(.number), range: index..<(index + 1))
    }
  }

  /// What stands between two marks that were replaced.
  private func quotedText(at index: Int) -> Part? {
    guard index > region.source.lowerBound, source.tokens[index - 1].isMark, !isKept(index - 1) else { return nil }
    let closing = source.partner[index - 1]
    guard closing > index, region.source.contains(closing), (index..<closing).allSatisfy(isKept) else { return nil }
    return Part(element: .hole(.text), range: index..<closing)
  }

  /// A number with separators that was deleted may be a value of what was written.
  private func figure(at index: Int) -> Part? {
    guard let end = source.figureEnd(from: index), end > index + 1, end <= region.core.upperBound,
      (index..<end).contains(where: { !isKept($0) })
    else { return nil }
    return Part(element: .hole(.figure), range: index..<end)
  }

  /// The lines below a line that were carried over as they are.
  private func block(at index: Int) -> Part? {
    guard index > region.source.lowerBound, source.tokens[index - 1].kind == .newline,
      let end = source.blockEnd(from: index), end <= region.source.upperBound, (index..<end).allSatisfy(isKept),
      let first = keptTarget(index), let last = keptTarget(end - 1), last - first == end - 1 - index
    else { return nil }
    return Part(element: .hole(.block), range: index..<end)
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
    for end in source.chainEnds(from: index).reversed()
    where end <= region.source.upperBound && isCarried(index..<end) && (level == .loose || !isOpenCall(index..<end)) {
      let isWhole = end == source.chainEnds(from: index).last
      let isHeadOfCall = end < source.count && source.tokens[end].text == "(" && source.tokens[end].isAttached
      if !isHeadOfCall, isWhole || source.tokens[end].text == "." {
        return Part(element: .hole(.chain), range: index..<end)
      }
    }
    return nil
  }

  /// Whether a chain calls something and does not stand in a bracket of the region: what it calls says what is edited.
  private func isOpenCall(_ range: Range<Int>) -> Bool {
    guard range.contains(where: { source.tokens[$0].text == "(" }) else { return false }
    return !(region.source.lowerBound..<range.lowerBound).contains {
      source.tokens[$0].isBracketOpening && source.partner[$0] >= range.upperBound
    }
  }

  /// Inside a string that was edited, the text between the edits.
  private func textRun(at index: Int) -> Part? {
    guard isInsideEditedString(index) else { return nil }
    var end = index
    while end < region.source.upperBound, !source.tokens[end].isQuote, isKept(end), source.tokens[end].kind != .newline,
      end == index || follows(end)
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
      && source.tokens[index + 1].text == "(" && source.tokens[index].zone.isCode
  }

  func keptTarget(_ index: Int) -> Int? {
    isKept(index) ? analysis.alignment.targetOf[index] : nil
  }

  func isKept(_ index: Int) -> Bool {
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

  func relativeColumns(_ text: TokenText, after newline: Int, from start: Int) -> Int {
    let base = (start..<text.count).first { text.tokens[$0].kind != .newline } ?? start
    guard newline + 1 < text.count, text.tokens[newline + 1].kind != .newline, base < text.count else { return 0 }
    return text.columns(ofLineAt: newline + 1) - text.columns(ofLineAt: base)
  }
}
