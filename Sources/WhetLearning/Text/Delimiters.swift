/// Finds which bracket or quote belongs to which.
///
/// Brackets pair within a text zone or within one string; a quote pairs with the next equal quote of its line, in code
/// (in prose a single one may be an apostrophe); double quotes and backticks also pair in running text. What has no
/// partner stays alone; nothing is guessed.
enum Delimiters {
  static func partners(in tokens: [Token]) -> [Int] {
    var partner = [Int](repeating: -1, count: tokens.count)
    var open: [Int] = []
    var string: (quote: Int, depth: Int)?
    var mark: (index: Int, depth: Int)?
    for (index, token) in tokens.enumerated() {
      if token.kind == .newline {
        if let unfinished = string { open.removeLast(open.count - unfinished.depth) }
        string = nil
        if !token.zone.isCode { open.removeAll() }
        mark = nil
      } else if token.isMark, !token.zone.isCode || token.text == "`" {
        if let opening = mark, tokens[opening.index].text == token.text {
          pair(opening.index, index, &partner)
          open.removeLast(max(0, open.count - opening.depth))
          (mark, string) = (nil, nil)
        } else if mark == nil, closes(index, in: tokens) {
          mark = (index, open.count)
        }
      } else if token.isQuote, token.zone.isCode {
        let opening = string?.quote
        close(token, at: index, &string, &open, &partner, tokens)
        if let opening, string == nil, let current = mark, current.index > opening { mark = nil }
      } else if token.isBracketOpening {
        open.append(index)
      } else if token.isBracketClosing, let last = open.last, last >= max(string?.quote ?? -1, mark?.index ?? -1),
        matches(tokens[last].text, token.text)
      {
        pair(last, index, &partner)
        open.removeLast()
      }
    }
    return partner
  }

  /// Whether the same mark stands once more in the line.
  private static func closes(_ index: Int, in tokens: [Token]) -> Bool {
    var next = index + 1
    while next < tokens.count, tokens[next].kind != .newline {
      if tokens[next].text == tokens[index].text { return true }
      next += 1
    }
    return false
  }

  private static func close(
    _ token: Token, at index: Int, _ string: inout (quote: Int, depth: Int)?, _ open: inout [Int],
    _ partner: inout [Int], _ tokens: [Token]
  ) {
    guard let current = string else {
      string = (index, open.count)
      return
    }
    guard tokens[current.quote].text == token.text, !(index > 0 && token.isAttached && tokens[index - 1].text == "\\")
    else {
      return
    }
    pair(current.quote, index, &partner)
    open.removeLast(open.count - current.depth)
    string = nil
  }

  private static func pair(_ left: Int, _ right: Int, _ partner: inout [Int]) {
    partner[left] = right
    partner[right] = left
  }

  private static func matches(_ opening: String, _ closing: String) -> Bool {
    switch opening {
    case "(": closing == ")"
    case "[": closing == "]"
    default: closing == "}"
    }
  }
}

extension Zone {
  /// Whether quotes and brackets delimit here as in a programming language.
  var isCode: Bool { self == .code || self == .inlineCode }
}
