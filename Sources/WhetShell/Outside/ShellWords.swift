/// A half-typed command line of the system's shell, in words with their quotes taken away.
struct ShellWords: Sendable, Equatable {
  /// The words that are finished.
  var words: [String] = []
  /// The one at the cursor; empty where a new one begins.
  var last = ""

  /// As sh, bash, zsh and fish read words: blanks between them, quotes around texts, a backslash before one character.
  /// What is open at the end stays open.
  init(_ line: String) {
    var quote: Character?
    var isEscaped = false
    var isWord = false
    for character in line {
      if isEscaped {
        if quote == "\"", !"\"\\$`".contains(character) { last.append("\\") }
        last.append(character)
        isEscaped = false
      } else if character == "\\", quote != "'" {
        (isEscaped, isWord) = (true, true)
      } else if let open = quote {
        if character == open { quote = nil } else { last.append(character) }
      } else if character == "'" || character == "\"" {
        (quote, isWord) = (character, true)
      } else if character.isWhitespace {
        if isWord { words.append(last) }
        (last, isWord) = ("", false)
      } else {
        last.append(character)
        isWord = true
      }
    }
  }

  /// Drops the program's name and the variables set before it.
  mutating func dropProgram() {
    let isAssignment = { (word: String) in
      word.contains("=") && word.prefix { $0 != "=" }.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    }
    words = Array(words.drop(while: isAssignment).dropFirst())
  }
}
