/// Puts a rule's output in the place of a match.
struct RuleRenderer {
  let text: TokenText
  let rule: EditRule

  /// The token texts the output consists of.
  func outputTokens(of match: RuleMatch) -> [String] {
    rule.after.flatMap { element -> [String] in
      switch element {
      case .literal(let literal, _): [literal]
      case .newline: ["\n"]
      case .kept(let index, _): text.tokens[match.captures[index]].map(\.text)
      }
    }
  }

  /// The output as text, with the white space before it.
  func output(of match: RuleMatch) -> String {
    let range = match.range
    let firstVisible = range.first { text.tokens[$0].kind != .newline } ?? range.lowerBound
    let base = text.tokens.isEmpty ? "" : text.indentation(ofLineAt: firstVisible)
    var output = ""
    var pendingIndentation: String?
    for (position, element) in rule.after.enumerated() {
      let isFirst = position == 0
      let own = isFirst ? range.first.map { text.tokens[$0].leading } : nil
      switch element {
      case .newline(let columns):
        output += own.map { $0 + "\n" } ?? text.lineBreak
        pendingIndentation = Self.indentation(base, plus: columns)
      case .literal(let literal, let leading):
        output += (pendingIndentation ?? own ?? leading) + literal
        pendingIndentation = nil
      case .kept(let index, let leading):
        let capture = match.captures[index]
        guard let first = capture.first else { continue }
        output += (pendingIndentation ?? own ?? leading ?? text.tokens[first].leading) + text.text(in: capture)
        let endsLine = capture.last.map { text.tokens[$0].kind == .newline } ?? false
        pendingIndentation = endsLine && capture.count > 1 ? text.indentation(ofLineAt: first) : nil
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

extension TokenText {
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
          ? tokens[first].leading : nil
      }
      output += replacement
      position = match.range.upperBound
    }
    copy(upTo: count)
    return output + trailing
  }
}
