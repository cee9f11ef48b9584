/// What a region puts in the place of what it matches.
extension Abstraction {
  func output(_ parts: [Part], _ values: [Int: Value]) -> [OutputElement] {
    var output: [OutputElement] = []
    var index = region.target.lowerBound
    var hasForm = false
    appendEmptyHoles(parts, before: index, to: &output)
    while index < region.target.upperBound {
      let token = target.tokens[index]
      let followsNewline = index > region.target.lowerBound && target.tokens[index - 1].kind == .newline
      if let value = values[index] {
        let isSame =
          keepsItsPlace(value.part, output)
          && target.tokens[index].leading == source.tokens[parts[value.part].range.lowerBound].leading
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
        let isSame =
          isInPlace && token.leading == source.tokens[parts[part].range.lowerBound].leading
          && (keepsItsPlace(part, output) || token.leading.count > 1)
        output.append(
          .kept(part, leading: isSame || isInPlace && followsNewline ? nil : followsNewline ? "" : token.leading))
        index += parts[part].range.count
      } else if token.kind == .newline {
        output.append(.newline(relativeColumns(target, after: index, from: region.target.lowerBound)))
        index += 1
      } else if let part = replaced(by: token, parts, output) {
        output.append(.placed(token.text, of: part))
        index += 1
      } else {
        output.append(.literal(token.text, leading: followsNewline ? "" : token.leading))
        index += 1
      }
      appendEmptyHoles(parts, before: index, to: &output)
    }
    return output
  }

  /// Whether a part stands behind the same as in the original, or behind what was put in the place of that, so that the
  /// space before it may stay what it is.
  private func keepsItsPlace(_ part: Int, _ output: [OutputElement]) -> Bool {
    let written = output.reversed().prefix { $0.part == nil }
    guard !written.contains(where: { $0.literal == "\n" }) else { return false }
    let before = output.dropLast(written.count).last?.part ?? -1
    return before < part && (written.isEmpty || before < part - 1)
  }

  /// The deleted part in whose place a token was written, as far from what is before it as that was.
  private func replaced(by token: Token, _ parts: [Part], _ output: [OutputElement]) -> Int? {
    guard let before = output.last?.part, before + 1 < parts.count, let first = parts[before + 1].range.first,
      analysis.alignment.targetOf[first] < 0, source.tokens[first].kind != .newline,
      source.tokens[first].leading == token.leading
    else { return nil }
    return before + 1
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

extension OutputElement {
  /// The pattern element that it is, or stands in the place of.
  fileprivate var part: Int? {
    switch self {
    case .kept(let index, _), .computed(_, let index, _), .form(_, let index, _), .placed(_, let index): index
    case .literal, .newline: nil
    }
  }
}
