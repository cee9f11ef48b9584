/// What a place in code is for: the same word is a command in a statement and a word of a sentence in a comment.
enum CodePart: String, Sendable, Codable {
  case statement, comment, string

  var label: String {
    switch self {
    case .statement: "a statement"
    case .comment: "a comment"
    case .string: "a string"
    }
  }
}

extension TokenText {
  /// What the code of a range is for, by its first token; `nil` outside code.
  ///
  /// Code inside a string, such as `"$(which git)"` or `f"{name}"`, counts as a statement.
  func codePart(of range: Range<Int>) -> CodePart? {
    guard range.lowerBound < count, tokens[range.lowerBound].zone == .code else { return nil }
    let start = lineStart(range.lowerBound)
    var index = start
    while index < range.lowerBound {
      if startsComment(index, from: start) { return .comment }
      if tokens[index].isQuote, partner[index] > range.lowerBound { return part(inStringFrom: index, range.lowerBound) }
      index = tokens[index].isQuote && partner[index] > index ? partner[index] + 1 : index + 1
    }
    return startsComment(index, from: start) ? .comment : .statement
  }

  private func part(inStringFrom quote: Int, _ index: Int) -> CodePart {
    let isNested = (quote + 1..<index).contains { tokens[$0].isBracketOpening && partner[$0] > index }
    return isNested ? .statement : .string
  }

  /// `#`, `//` and `--` begin a comment where a line begins; the first two also behind a statement.
  private func startsComment(_ index: Int, from start: Int) -> Bool {
    let token = tokens[index]
    guard ["#", "//", "--"].contains(token.text) else { return false }
    // `#include`, `#[derive]`, `#!/bin/sh`
    if token.text == "#", index + 1 < count, tokens[index + 1].isAttached, tokens[index + 1].kind != .newline {
      return false
    }
    if index == start { return true }
    switch token.text {
    case "#": return !token.isAttached
    case "//": return !token.isAttached && (tokens[index - 1].kind == .symbol)
    default: return false
    }
  }
}
