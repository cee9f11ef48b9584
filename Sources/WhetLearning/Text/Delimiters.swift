/// Finds which bracket or quote belongs to which.
///
/// Brackets pair within a text zone or within one string; a quote pairs with the next equal quote of its line, in code
/// only (in prose it may be an apostrophe). What has no partner stays alone; nothing is guessed.
enum Delimiters {
  static func partners(in tokens: [Token]) -> [Int] {
    var partner = [Int](repeating: -1, count: tokens.count)
    var open: [Int] = []
    var string: (quote: Int, depth: Int)?
    for (index, token) in tokens.enumerated() {
      if token.kind == .newline {
        if let unfinished = string { open.removeLast(open.count - unfinished.depth) }
        string = nil
        if !token.zone.isCode { open.removeAll() }
      } else if token.isQuote, token.zone.isCode {
        close(token, at: index, &string, &open, &partner, tokens)
      } else if token.isBracketOpening {
        open.append(index)
      } else if token.isBracketClosing, let last = open.last, last >= (string?.quote ?? -1),
        matches(tokens[last].text, token.text)
      {
        pair(last, index, &partner)
        open.removeLast()
      }
    }
    return partner
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
