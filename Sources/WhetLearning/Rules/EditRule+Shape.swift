extension EditRule {
  /// Whether all it matches is kept and something is added.
  var insertsOnly: Bool {
    let kept = keptElements
    let breaks = before.indices.filter { if case .newline = before[$0] { !kept.contains($0) } else { false } }
    return kept.count + breaks.count == before.count
  }

  /// Whether it makes values from values.
  var hasValues: Bool { after.contains { if case .computed = $0 { true } else { false } } }

  /// Whether a word is taken away and another written.
  var replacesName: Bool {
    let kept = keptElements
    let isTaken = before.indices.contains { index in
      !kept.contains(index) && before[index].words.contains { $0.contains(where: \.isLetter) }
    }
    return isTaken && after.contains { $0.literal?.contains(where: \.isLetter) ?? false }
  }

  /// The called functions, members and keywords of the pattern, sorted.
  var tellingNames: [String] {
    let words = before.flatMap { $0.words.isEmpty ? [""] : $0.words }
    let names = words.indices.filter { index in
      let next = index + 1 < words.count ? words[index + 1] : ""
      let previous = index > 0 ? words[index - 1] : ""
      return words[index].contains(where: \.isLetter)
        && (next == "." || next == "(" || previous == "." || Keyword.isKeyword(words[index]))
    }
    return Set(names.map { words[$0] }).sorted()
  }

  /// Whether it puts marks around one name or number of running text, whatever it is.
  var marksOne: Bool {
    guard before == [.hole(.run)] || before == [.hole(.word)] || before == [.hole(.number)],
      scope.isText
    else { return false }
    return after.first?.literal != nil && after.last?.literal != nil && after.count <= 5
  }

  /// Whether the values it makes are words with a capital put on or off.
  var hasCaseValuesOnly: Bool {
    after.allSatisfy { element in
      guard case .computed(let transform, _, _) = element else { return true }
      return transform == .named(.capitalised) || transform == .named(.uncapitalised)
    }
  }

  /// Whether something is changed in more than one line, each of which stays a line: these may be several edits that
  /// happened to meet.
  var editsSeveralLines: Bool {
    func lines<Element>(_ elements: [Element], _ isEnd: (Element) -> Bool) -> [ArraySlice<Element>] {
      elements.split(omittingEmptySubsequences: false, whereSeparator: isEnd)
    }
    let old = lines(Array(before.indices)) { if case .newline = before[$0] { true } else { false } }
    let new = lines(after) { element in
      switch element {
      case .newline: true
      case .kept(let index, _): if case .newline = before[index] { true } else { false }
      default: false
      }
    }
    guard old.count > 1, old.count == new.count else { return false }
    let changed = zip(old, new).count { old, new in
      new.compactMap { element in if case .kept(let index, _) = element { index } else { nil } } != Array(old)
    }
    return changed > 1
  }

  /// Whether it makes words from words.
  var hasWordValues: Bool {
    after.contains { if case .computed(let transform, _, _) = $0 { transform.isOfWords } else { false } }
  }

  /// Whether it writes several values in another form, as of a date; one value may be changed for another reason.
  var isOfForm: Bool {
    hasValues && !hasWordValues && before.count { if case .hole = $0 { true } else { false } } > 1
  }

  /// Whether a called function, a member or a decorator stands in the pattern, or a keyword that is edited.
  func hasTellingName(_ deleted: [Int]) -> Bool {
    before.indices.contains { index in
      guard case .literal(let text) = before[index], text.first?.isLetter == true || text.first == "_" else {
        return false
      }
      let next = index + 1 < before.count ? before[index + 1].words.first : nil
      let previous = index > 0 ? before[index - 1].words.last : nil
      if Keyword.isKeyword(text) { return deleted.contains(index) }
      return next == "(" || previous == "." || next == "." || previous == "@"
    }
  }
}

extension PatternElement {
  var isLiteral: Bool {
    switch self {
    case .literal, .phrase, .forms: true
    case .newline, .hole, .same: false
    }
  }

  /// The token texts it asks for, one form of each.
  var words: [String] {
    switch self {
    case .literal(let text): [text]
    case .phrase(let tokens): tokens
    case .forms(let forms): [forms[0]]
    case .newline, .hole, .same: []
    }
  }
}
