/// Values of the corrected text that are made from what was deleted.
extension Abstraction {
  /// A value of the corrected text that is made from a token of the original.
  struct Value {
    var transform: ValueTransform
    var part: Int
    /// How many tokens of the corrected text it is.
    var count: Int
  }

  /// Which tokens of the corrected region are values of tokens that were deleted; those become holes or word forms.
  func values(_ parts: inout [Part]) -> [Int: Value] {
    guard level != .literal else { return [:] }
    var found: [Int: Value] = [:]
    var used: Set<Int> = []
    let kept = Set(region.source.compactMap { keptTarget($0) })
    var index = region.target.lowerBound
    while index < region.target.upperBound {
      var step = 1
      if let value = widened(index, parts) ?? (kept.contains(index) ? nil : value(at: index, parts, kept)) {
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
    return found
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
          from: source.text(in: part.range), to: sentenceStart(wanted, index, part.range),
          isTight: target.isTight(index))
        {
          return Value(transform: transform, part: number, count: range.count)
        }
      }
    }
    return nil
  }

  /// A word as it is written inside a sentence, where it stands for a number that began one.
  private func sentenceStart(_ word: String, _ index: Int, _ range: Range<Int>) -> String {
    guard source.tokens[range.lowerBound].kind == .number, target.tokens[index].kind == .word,
      source.beginsSentence(range.lowerBound), word.dropFirst().allSatisfy(\.isLowercase),
      ValueTransform.Named.spelled.apply(source.tokens[range.lowerBound].text) == word.lowercased()
    else { return word }
    return word.lowercased()
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

  /// A carried number of at most two digits that became part of a date or time, or no longer is one: its width may have
  /// become fixed, or free.
  private func widened(_ index: Int, _ parts: [Part]) -> Value? {
    let token = target.tokens[index]
    guard level == .leaves, token.kind == .number, token.text.count <= 2,
      region.source.contains(where: { !isKept($0) }),
      let part = parts.firstIndex(where: { part in
        part.range.count == 1 && part.element == .hole(.number) && carries(part.range.lowerBound, to: index)
      })
    else { return nil }
    let (was, isNow) = (source.isTight(parts[part].range.lowerBound), target.isTight(index))
    if isNow, !was, token.text.count == 2 { return Value(transform: .named(.twoDigits), part: part, count: 1) }
    if was, !isNow, !token.text.hasPrefix("0") { return Value(transform: .named(.unpadded), part: part, count: 1) }
    return nil
  }

  /// Whether a token of the corrected text is one of the original, in its place or moved.
  private func carries(_ place: Int, to index: Int) -> Bool {
    keptTarget(place) == index
      || !isKept(place) && isInserted(index) && source.tokens[place].text == target.tokens[index].text
  }
}

extension TokenText {
  /// Whether a number is written against another with a sign between, as parts of dates and times are.
  fileprivate func isTight(_ index: Int) -> Bool {
    func isJoined(_ sign: Int, _ other: Int) -> Bool {
      tokens.indices.contains(other) && tokens.indices.contains(sign)
        && ["-", ":", "/", "."].contains(tokens[sign].text)
        && tokens[max(sign, index)].isAttached && tokens[max(sign, other)].isAttached
        && tokens[other].kind == .number
    }
    return isJoined(index - 1, index - 2) || isJoined(index + 1, index + 2)
  }
}
