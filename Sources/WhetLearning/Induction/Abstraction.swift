/// Turns a region into templates of rising generality: what the person carried over becomes typed holes, what they
/// wrote or deleted stays literal.
struct Abstraction {
  /// How much becomes a hole.
  enum Level: CaseIterable, Sendable { case literal, leaves, units, contents, loose, runs, dropped }

  let analysis: PairAnalysis
  let region: Region
  let level: Level

  private var source: TokenText { analysis.source }
  private var target: TokenText { analysis.target }

  /// The template of the region at this level; `nil` where it would change nothing or could never be found.
  func rule(scope: RuleScope) -> EditRule? {
    var parts = pattern()
    let (computed, used) = values(&parts)
    let output = self.output(parts, computed)
    var rule = EditRule(before: parts.map(\.element), after: output, scope: scope)
    rule.setsSpace = setsSpace(rule)
    let isAnchored = rule.before.contains { isVisibleLiteral($0) || $0 == .newline(0) }
    guard isAnchored || !used.isEmpty || rule.marksOne, !isIdentity(rule), keepsOptionalHoles(rule) else { return nil }
    return rule
  }

  /// Whether the first thing written stands closer to, or further from, what is before it than what it replaced.
  private func setsSpace(_ rule: EditRule) -> Bool {
    guard let first = region.source.first, let written = region.target.first, target.tokens[written].kind != .newline,
      source.tokens[first].kind != .newline, first > 0, source.tokens[first - 1].kind != .newline
    else { return false }
    return source.tokens[first].leading != target.tokens[written].leading
  }

  /// What may stand in an optional hole was not deleted by the person, so it may not be lost.
  private func keepsOptionalHoles(_ rule: EditRule) -> Bool {
    rule.before.indices.allSatisfy { index in
      guard case .hole(let kind) = rule.before[index], kind.isOptional else { return true }
      return rule.after.contains { if case .kept(index, _) = $0 { true } else { false } }
    }
  }

  /// A value of the corrected text that is made from a token of the original.
  private struct Value {
    var transform: ValueTransform
    var part: Int
    /// How many tokens of the corrected text it is.
    var count: Int
  }

  /// Which tokens of the corrected region are values of tokens that were deleted; those become holes or word forms.
  private func values(_ parts: inout [Part]) -> (byTarget: [Int: Value], parts: Set<Int>) {
    guard level != .literal else { return ([:], []) }
    var found: [Int: Value] = [:]
    var used: Set<Int> = []
    let kept = Set(region.source.compactMap { keptTarget($0) })
    var index = region.target.lowerBound
    while index < region.target.upperBound {
      var step = 1
      if let value = kept.contains(index) ? padded(index, parts) : value(at: index, parts, kept) {
        found[index] = value
        used.insert(value.part)
        step = value.count
      }
      index += step
    }
    for number in used {
      if parts[number].element.isLiteral {
        parts[number].element = .hole(source.tokens[parts[number].range.lowerBound].kind == .number ? .number : .word)
      }
    }
    return (found, used)
  }

  private func value(at index: Int, _ parts: [Part], _ kept: Set<Int>) -> Value? {
    let longest = target.valueEnd(from: index).map { min($0, region.target.upperBound) } ?? index + 1
    let figure = target.figureEnd(from: index).map { min($0, region.target.upperBound) } ?? index + 1
    for end in Set([longest, figure, min(index + 2, region.target.upperBound), index + 1]).sorted(by: >)
    where !(index..<end).contains(where: kept.contains) {
      let range = index..<end
      let wanted = target.text(in: range)
      for (number, part) in parts.enumerated() where part.range.count >= 1 && !part.range.contains(where: isKept) {
        switch part.element {
        case .literal, .forms, .hole(.word), .hole(.number), .hole(.figure): break
        default: continue
        }
        guard part.range.lowerBound >= region.source.lowerBound, source.tokens[part.range.lowerBound].kind != .symbol
        else { continue }
        if range.count == 1, let transform = sentenceCase(part.range.lowerBound, index) {
          return Value(transform: transform, part: number, count: 1)
        }
        if level == .dropped, range.count == 1, part.range.count == 1,
          let transform = ValueTransforms.ofWord(from: source.text(in: part.range), to: wanted)
        {
          return Value(transform: transform, part: number, count: 1)
        }
        if let transform = ValueTransforms.first(
          from: source.text(in: part.range), to: wanted, isTight: isTight(index))
        {
          return Value(transform: transform, part: number, count: range.count)
        }
      }
    }
    return nil
  }

  /// A word that begins the sentence now, because what stood before it was deleted, or that no longer does.
  private func sentenceCase(_ index: Int, _ position: Int) -> ValueTransform? {
    let old = source.tokens[index].text
    let new = target.tokens[position].text
    guard old != new, old.lowercased() == new.lowercased(), source.tokens[index].zone.isText else { return nil }
    if position == region.target.lowerBound + region.leftContext, index > region.source.lowerBound + region.leftContext,
      ValueTransform.Named.capitalised.apply(old) == new
    {
      return .named(.capitalised)
    }
    if index == region.source.lowerBound + region.leftContext, position > region.target.lowerBound + region.leftContext,
      ValueTransform.Named.uncapitalised.apply(old) == new
    {
      return .named(.uncapitalised)
    }
    return nil
  }

  /// A kept number of one or two digits that is part of a date or time now: its width may have become fixed.
  private func padded(_ index: Int, _ parts: [Part]) -> Value? {
    guard level == .leaves, target.tokens[index].kind == .number, isTight(index), target.tokens[index].text.count == 2,
      region.source.contains(where: { !isKept($0) }),
      let part = parts.firstIndex(where: { part in
        part.range.count == 1 && part.element == .hole(.number) && keptTarget(part.range.lowerBound) == index
      }), !wasTight(parts[part].range.lowerBound)
    else { return nil }
    return Value(transform: .named(.twoDigits), part: part, count: 1)
  }

  private func wasTight(_ index: Int) -> Bool {
    index > 0 && source.tokens[index].isAttached && ["-", ":", "/"].contains(source.tokens[index - 1].text)
  }

  /// Whether a number is written against a sign, as parts of dates and times are.
  private func isTight(_ index: Int) -> Bool {
    let before =
      index > 0 && target.tokens[index].isAttached && ["-", ":", "/", "."].contains(target.tokens[index - 1].text)
    let after =
      index + 1 < target.count && target.tokens[index + 1].isAttached
      && ["-", ":", "/", "."].contains(target.tokens[index + 1].text)
    return before || after
  }

  /// A pattern element and the source tokens it came from.
  private struct Part {
    var element: PatternElement
    var range: Range<Int>
  }

  private func isVisibleLiteral(_ element: PatternElement) -> Bool {
    switch element {
    case .literal, .forms: true
    default: false
    }
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

  private func isInserted(_ index: Int) -> Bool {
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
    guard region.core.contains(index) else { return nil }
    guard source.tokens[index].zone.isCode else { return textHole(at: index) }
    switch level {
    case .literal: return nil
    case .leaves, .dropped: return leaf(at: index)
    case .runs: return run(at: index) ?? leaf(at: index)
    case .units, .contents, .loose: return block(at: index) ?? textRun(at: index) ?? unit(at: index) ?? leaf(at: index)
    }
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
      && source.tokens[index + 1].text == "(" && source.tokens[index].zone.isCode
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

  private func output(_ parts: [Part], _ values: [Int: Value]) -> [OutputElement] {
    var output: [OutputElement] = []
    var index = region.target.lowerBound
    var hasForm = false
    appendEmptyHoles(parts, before: index, to: &output)
    while index < region.target.upperBound {
      let token = target.tokens[index]
      let followsNewline = index > region.target.lowerBound && target.tokens[index - 1].kind == .newline
      if let value = values[index] {
        let isSame = target.tokens[index].leading == source.tokens[parts[value.part].range.lowerBound].leading
        output.append(
          .computed(
            value.transform, of: value.part, leading: isSame ? nil : followsNewline ? "" : token.leading))
        index += value.count
      } else if !hasForm, let form = form(at: index, parts) {
        hasForm = true
        output.append(
          .form(form.forms, of: form.part, leading: form.isFirst ? nil : followsNewline ? "" : token.leading))
        index += 1
      } else if let (part, isInPlace) = part(at: index, parts), token.kind != .newline || parts[part].range.count > 1 {
        let isSame = isInPlace && token.leading == source.tokens[parts[part].range.lowerBound].leading
        output.append(
          .kept(part, leading: isSame || isInPlace && followsNewline ? nil : followsNewline ? "" : token.leading))
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

  /// The forms of the first inserted word that follow the forms of the first deleted one.
  private func form(at index: Int, _ parts: [Part]) -> (forms: [String], part: Int, isFirst: Bool)? {
    guard target.tokens[index].kind == .word, isInserted(index),
      let number = parts.firstIndex(where: { if case .forms = $0.element { true } else { false } }),
      case .forms(let wanted) = parts[number].element, let place = parts[number].range.first
    else { return nil }
    let written = target.tokens[index].text
    let word = source.tokens[place].text
    // A capital that the word has of its own stays; one that stands for a sentence's start follows the original.
    let isPlain = LetterCase.of(word, appliedTo: written.lowercased()) == written
    let base = isPlain ? written.lowercased() : written
    guard LetterCase.of(word, appliedTo: base) == written else { return nil }
    let pairs = isPlain ? WordForms.pairs(word.lowercased(), base) : [(word.lowercased(), base)]
    let forms = pairs.map(\.1)
    let isFirst = number == 0 && index == region.target.lowerBound
    return (forms.count == wanted.count ? forms : [base], number, isFirst)
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
