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
  /// What the code of a range is for, by its first token that can be seen; `nil` outside code.
  ///
  /// Code inside a string, such as `"$(which git)"` or `f"{name}"`, counts as a statement.
  func codePart(of range: Range<Int>) -> CodePart? {
    guard let place = placeInCode(range) else { return nil }
    let start = lineStart(place)
    var index = start
    while index < place {
      if startsComment(index, from: start) { return .comment }
      let isOpening = tokens[index].isQuote && partner[index] > index
      // A closing quote belongs to the statement, as the opening one does.
      if isOpening, partner[index] > place { return part(inStringFrom: index, place) }
      index = isOpening ? min(partner[index] + 1, place) : index + 1
    }
    return startsComment(place, from: start) ? .comment : .statement
  }

  private func part(inStringFrom quote: Int, _ index: Int) -> CodePart {
    let isNested = (quote + 1..<index).contains { tokens[$0].isBracketOpening && partner[$0] > index }
    return isNested ? .statement : .string
  }

  /// `#`, `//` and `--` begin a comment where a line begins; the first two also behind a statement.
  private func startsComment(_ index: Int, from start: Int) -> Bool {
    let token = tokens[index]
    guard ["#", "//", "--"].contains(token.text) else { return false }
    let isOpen = index + 1 >= count || !tokens[index + 1].isAttached || tokens[index + 1].kind == .newline
    switch token.text {
    // Not `#include`, `#[derive]`, `#!/bin/sh`.
    case "#": return (isOpen || tokens[index + 1].text == "#") && (index == start || !token.isAttached)
    // Not a division.
    case "//": return index == start || !token.isAttached && [";", "{", "}", ","].contains(tokens[index - 1].text)
    // Not `--flag`, `--count`.
    default: return isOpen && index == start
    }
  }

  /// The language of the code around a range: what the code shows, or else what its fence names; `nil` where neither tells
  /// and outside code.
  func codeLanguage(of range: Range<Int>) -> String? {
    guard let place = placeInCode(range), case let languages = codeLanguages, tokens[place].line < languages.count
    else { return nil }
    return languages[tokens[place].line]
  }

  /// The first token of a range that can be seen; `nil` outside code.
  private func placeInCode(_ range: Range<Int>) -> Int? {
    guard let place = range.first(where: { $0 < count && tokens[$0].kind != .newline }) ?? range.first, place < count,
      tokens[place].zone == .code
    else { return nil }
    return place
  }
}
