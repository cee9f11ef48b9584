/// Puts a rule's output in the place of a match.
struct RuleRenderer {
  let text: TokenText
  let rule: EditRule

  /// The token texts the output consists of; what is written without space between is one token.
  func outputTokens(of match: RuleMatch) -> [String] {
    var tokens: [String] = []
    func add(_ pieces: some Collection<String>, isJoined: Bool) {
      var rest = pieces[...]
      if isJoined, let first = rest.first, let last = tokens.last, last.endsInWord, first.beginsWithWord {
        tokens[tokens.count - 1] = last + first
        rest = rest.dropFirst()
      }
      tokens += rest
    }
    for element in rule.after {
      switch element {
      case .literal(let literal, let leading): add([literal], isJoined: leading.isEmpty)
      // Between signs; those are never joined to a token.
      case .placed(let literal, _): tokens.append(literal)
      case .newline: tokens.append("\n")
      case .kept(let index, let leading):
        add(text.tokens[match.captures[index]].map(\.text), isJoined: leading?.isEmpty ?? false)
      case .form(let forms, let index, let leading):
        add([form(forms, of: index, match)], isJoined: leading?.isEmpty ?? false)
      case .computed(let transform, let index, let leading):
        add(Tokenizer.pieces(of: value(transform, of: index, match)), isJoined: leading?.isEmpty ?? false)
      }
    }
    return tokens
  }

  /// The output as text, with the white space before it.
  func output(of match: RuleMatch) -> String {
    let range = match.range
    let firstVisible = range.first { text.tokens[$0].kind != .newline } ?? range.lowerBound
    let base = text.tokens.isEmpty ? "" : text.indentation(ofLineAt: firstVisible)
    var output = ""
    var pendingIndentation: String?
    let keepsSpace = (rule.keepsSpaceOfFirst || rule.setsSpace) && !(range.first.map { text.beginsLine($0) } ?? true)
    for (position, element) in rule.after.enumerated() {
      let isFirst = position == 0
      let own = isFirst && !keepsSpace ? range.first.map { text.tokens[$0].leading } : nil
      switch element {
      case .newline(let columns):
        output += own.map { $0 + "\n" } ?? text.lineBreak
        pendingIndentation = Self.indentation(base, plus: columns)
      case .literal(let literal, let leading):
        output += (pendingIndentation ?? own ?? leading) + literal
        pendingIndentation = nil
      case .placed(let literal, let index):
        let leading = leading(of: index, match, before: literal, follows: output)
        output += (pendingIndentation ?? own ?? leading) + literal
        pendingIndentation = nil
      case .form(let forms, let index, let leading):
        output +=
          (pendingIndentation ?? own ?? leading ?? self.leading(of: index, match)) + form(forms, of: index, match)
        pendingIndentation = nil
      case .computed(let transform, let index, let leading):
        output +=
          (pendingIndentation ?? own ?? leading ?? self.leading(of: index, match)) + value(transform, of: index, match)
        pendingIndentation = nil
      case .kept(let index, let leading):
        let capture = match.captures[index]
        guard let first = capture.first else { continue }
        let follows = position > 0 && rule.after[position - 1].literal != nil ? output : ""
        let word = text.tokens[first].text
        output +=
          (pendingIndentation ?? own ?? leading ?? self.leading(of: index, match, before: word, follows: follows))
        output += pendingIndentation.map { moved(capture, to: $0) } ?? text.text(in: capture)
        let endsLine = capture.last.map { text.tokens[$0].kind == .newline } ?? false
        pendingIndentation = endsLine && capture.count > 1 ? text.indentation(ofLineAt: first) : nil
      }
    }
    return output
  }

  private func leading(of index: Int, _ match: RuleMatch) -> String {
    match.captures[index].first.map { text.tokens[$0].leading } ?? ""
  }

  /// The white space of a capture, for a word written there; words are not written together.
  private func leading(of index: Int, _ match: RuleMatch, before word: String, follows written: String) -> String {
    let leading = leading(of: index, match)
    return leading.isEmpty && written.endsInWord && word.beginsWithWord ? " " : leading
  }

  private func form(_ forms: [String], of index: Int, _ match: RuleMatch) -> String {
    let word = match.captures[index].first.map { text.tokens[$0].text } ?? ""
    guard case .forms(let wanted) = rule.before[index] else { return forms[0] }
    let position = wanted.firstIndex(of: word.lowercased()) ?? 0
    return LetterCase.of(word, appliedTo: forms[position < forms.count ? position : 0])
  }

  private func value(_ transform: ValueTransform, of index: Int, _ match: RuleMatch) -> String {
    let word = text.text(in: match.captures[index])
    let value = transform.apply(word) ?? word
    guard let first = match.captures[index].first, first == match.range.first, text.tokens[first].kind == .number,
      case .some(.computed(_, index, _)) = rule.after.first, text.beginsSentence(first)
    else { return value }
    return ValueTransform.Named.capitalised.apply(value) ?? value
  }

  /// The text of lines that begin at another column now: each line moves by as much as the first.
  private func moved(_ range: Range<Int>, to indentation: String) -> String {
    guard let first = range.first, range.contains(where: { text.tokens[$0].kind == .newline }) else {
      return text.text(in: range)
    }
    let old = text.tokens[first].leading
    var output = text.tokens[first].text
    for index in range.dropFirst() {
      let token = text.tokens[index]
      let beginsLine = text.tokens[index - 1].kind == .newline && token.kind != .newline
      if beginsLine, token.leading.hasPrefix(old) {
        output += indentation + token.leading.dropFirst(old.count) + token.text
      } else {
        output += token.leading + token.text
      }
    }
    return output
  }

  private static func indentation(_ base: String, plus columns: Int) -> String {
    if columns >= 0 {
      return base
        + (base.contains("\t") ? String(repeating: "\t", count: columns / 4) : String(repeating: " ", count: columns))
    }
    return String(base.dropLast(base.contains("\t") ? -columns / 4 : -columns))
  }
}

extension String {
  fileprivate var endsInWord: Bool { unicodeScalars.last.map(Tokenizer.isWord) ?? false }
  fileprivate var beginsWithWord: Bool { unicodeScalars.first.map(Tokenizer.isWord) ?? false }
}

extension EditRule {
  /// Whether something is put before the first element of the pattern while that keeps the white space before it.
  fileprivate var keepsSpaceOfFirst: Bool {
    guard case .some(.literal) = after.first else { return false }
    return after.dropFirst().contains { element in
      switch element {
      case .kept(0, nil), .form(_, 0, nil), .computed(_, 0, nil): true
      default: false
      }
    }
  }
}

extension TokenText {
  fileprivate func beginsLine(_ index: Int) -> Bool { index == 0 || tokens[index - 1].kind == .newline }

  /// Whether what is left without the match would be written together, and people wrote a space.
  private func leavesSpace(_ range: Range<Int>, _ rule: EditRule) -> Bool {
    rule.setsSpace && isJoinedLeft(range) && isJoinedRight(range)
  }

  /// The text with each match replaced by the rule's output; a deleted line leaves no white space behind.
  func replacing(_ matches: [RuleMatch], by rule: EditRule) -> String {
    let renderer = RuleRenderer(text: self, rule: rule)
    var output = ""
    var position = 0
    var carriedLeading: String?
    func copy(upTo end: Int) {
      while position < end {
        output += carriedLeading ?? tokens[position].leading
        output += tokens[position].text
        carriedLeading = nil
        position += 1
      }
    }
    for match in matches {
      copy(upTo: match.range.lowerBound)
      let replacement = renderer.output(of: match)
      if replacement.isEmpty, let first = match.range.first, carriedLeading == nil {
        let beginsLine = first == 0 || tokens[first - 1].kind == .newline
        carriedLeading =
          beginsLine && match.range.upperBound < count && tokens[match.range.upperBound - 1].kind != .newline
          ? tokens[first].leading : leavesSpace(match.range, rule) ? " " : nil
      }
      output += replacement
      position = match.range.upperBound
    }
    copy(upTo: count)
    return output + trailing
  }
}
