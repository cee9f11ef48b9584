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

extension CodePart {
  /// What each token of a text is for, taken as code; each line is looked at alone.
  static func all(in text: TokenText) -> [CodePart] {
    var parts = [CodePart](repeating: .statement, count: text.count)
    var index = 0
    while index < text.count {
      let start = index
      let line = text.tokens[start].line
      while index < text.count, text.tokens[index].line == line { index += 1 }
      mark(start..<index, of: text, in: &parts)
    }
    return parts
  }

  private static func mark(_ line: Range<Int>, of text: TokenText, in parts: inout [CodePart]) {
    var index = line.lowerBound
    while index < line.upperBound {
      if text.startsComment(index, from: line.lowerBound) {
        for place in index..<line.upperBound { parts[place] = .comment }
        return
      }
      guard text.tokens[index].isQuote, text.partner[index] > index else {
        index += 1
        continue
      }
      // Both quotes belong to the statement.
      let end = min(text.partner[index], line.upperBound)
      var nestedEnd = index
      for place in index + 1..<end {
        if nestedEnd <= place { parts[place] = .string }
        if text.tokens[place].isBracketOpening { nestedEnd = max(nestedEnd, text.partner[place]) }
      }
      index = end + 1
    }
  }
}

extension TokenText {
  /// What the code of a range is for, by its first token that can be seen; `nil` outside code.
  ///
  /// Code inside a string, such as `"$(which git)"` or `f"{name}"`, counts as a statement.
  func codePart(of range: Range<Int>) -> CodePart? {
    placeInCode(range).map { codeParts[$0] }
  }

  /// `#`, `//` and `--` begin a comment where a line begins; the first two also behind a statement.
  fileprivate func startsComment(_ index: Int, from start: Int) -> Bool {
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
