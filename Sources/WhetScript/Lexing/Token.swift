/// One piece of source text as the grammar sees it.
struct Token: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    /// A bare word of a command; in an expression a name or keyword.
    case word(String)
    /// Numbers keep their spelling in the source: where text is wanted, `007` stays `007`.
    case integer(Int64)
    case number(Double)
    case duration(Duration)
    case string(StringLiteral)
    /// `$name`.
    case variable(String)
    /// `@path`; `nil` when no path follows.
    case file(StringLiteral?)
    /// The `@` of `@$name`.
    case dynamicFile
    /// `--name`.
    case flag(String)
    /// `--` alone.
    case dashes
    case symbol(Symbol)
    case newline
    case semicolon
    case endOfFile
    /// Text that cannot begin a token here, already reported.
    case invalid
  }

  /// Punctuation and operators.
  enum Symbol: String, CaseIterable, Sendable {
    case openParenthesis = "("
    case closeParenthesis = ")"
    case openBracket = "["
    case closeBracket = "]"
    case openBrace = "{"
    case closeBrace = "}"
    case comma = ","
    case colon = ":"
    case dot = "."
    case assign = "="
    case pipe = "|"
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divide = "/"
    case remainder = "%"
  }

  var kind: Kind
  var span: Span
}
