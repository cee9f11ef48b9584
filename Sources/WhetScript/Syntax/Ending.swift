/// What the end of a text stands in, for completion.
///
/// Spans are those of the part being typed; an empty one at the end of the text begins something new.
enum Ending: Sendable {
  /// A new statement would begin here.
  case betweenStatements
  /// - Parameter givesValue: whether it stands after `=` or in parentheses, where an expression may stand too.
  case command(ParsedCommand, givesValue: Bool)
  /// A command or an expression would begin here.
  case source(Span)
  /// An operand of an expression.
  case operand(Span)
  /// An operand that is an argument of a call, or the name of a parameter.
  case argument(of: Expression.Call, Span)
  /// `$name`, or the name alone after `${`.
  case variable(String, Span, isBare: Bool)
  /// The name after a point.
  case field(of: Expression, Span)
  /// One of these words of the language.
  case words([Keyword], Span)
  /// The path after an `@`; `nil` before its first character.
  case file(StringLiteral?, Span)
  /// The path of an `include` with its quotes.
  case include(StringLiteral?, Span)
  /// A comment, a name to be made, a number, text.
  case other
}

/// A name that a text itself gives a meaning before its end.
struct ScopedName: Sendable {
  enum Kind: Sendable {
    /// A variable and what it was given, as far as that was read.
    case variable(Source)
    /// The variable of a loop over a list.
    case element(of: Expression)
    /// Of a function.
    case parameter
    /// What a `catch` caught.
    case failure
    case function([Definition.Parameter])
  }

  var name: String
  var kind: Kind
}
