/// One token of a response: a run of letters, digits and underscores, any other visible character, or a line end.
///
/// White space is not a token; it is kept as the `leading` text of the token after it, so that a text can be put
/// together again exactly.
struct Token: Sendable, Equatable {
  enum Kind: Sendable { case word, number, symbol, newline }

  var text: String
  /// The white space before the token.
  var leading: String
  var kind: Kind
  var zone: Zone
  /// The line the token is in, from 0.
  var line: Int

  /// Whether nothing separates the token from the one before it.
  var isAttached: Bool { leading.isEmpty }
  var isBracketOpening: Bool { text == "(" || text == "[" || text == "{" }
  var isBracketClosing: Bool { text == ")" || text == "]" || text == "}" }
  var isQuote: Bool { text == "\"" || text == "'" }
  /// A mark that encloses text; an apostrophe encloses nothing in running text.
  var isMark: Bool { text == "\"" || text == "`" }
}

/// Where in a response a token stands; an edit learned in one zone says nothing about another.
enum Zone: String, Sendable, Codable, CaseIterable {
  case code, prose, heading, list, fence, inlineCode
  /// The name of a file, a path, or an address in running text: there a word is part of a name.
  case address

  /// Whether a person reads it as running text.
  var isText: Bool { self == .prose || self == .heading || self == .list }
  /// Whether it stands in running text, be it as a name.
  var isInText: Bool { isText || self == .address }
}

/// Words that carry the meaning of a statement in common programming languages; templates keep them literal.
enum Keyword {
  static func isKeyword(_ text: String) -> Bool { all.contains(text) }

  private static let all: Set<String> = [
    "and", "as", "assert", "async", "await", "break", "case", "catch", "class", "const", "continue", "def", "default",
    "defer", "del", "do", "elif", "else", "enum", "except", "export", "extends", "False", "false", "finally", "fn",
    "for",
    "from", "func", "function", "global", "guard", "if", "implements", "import", "in", "interface", "is", "lambda",
    "let",
    "match", "new", "nil", "None", "nonlocal", "not", "null", "or", "pass", "private", "public", "raise", "return",
    "self", "static", "struct", "super", "switch", "this", "throw", "throws", "True", "true", "try", "undefined",
    "use", "using", "var", "void", "while", "with", "yield", "SELECT", "FROM", "WHERE", "JOIN", "AND", "OR", "NOT",
    "NULL",
  ]
}
