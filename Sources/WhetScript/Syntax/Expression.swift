/// An expression as it was written.
public struct Expression: Hashable, Sendable {
  public indirect enum Kind: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int64, spelling: String)
    case number(Double, spelling: String)
    case duration(Duration, spelling: String)
    case string(StringLiteral)
    /// `@path`: the content of the file.
    case file(path: StringLiteral)
    case variable(VariableName)
    case list([Expression])
    case record([RecordEntry<Expression>])
    case prefix(PrefixOperator, Expression)
    case binary(BinaryOperator, Expression, Expression, at: Span)
    /// `operand.name`.
    case field(Expression, name: String, at: Span)
    /// `operand[index]`.
    case element(Expression, index: Expression)
    case call(Call)
    /// What stands between parentheses.
    case group(Source)
    /// Text that is no expression, already reported.
    case invalid
  }

  /// `name(argument, name = argument)`.
  public struct Call: Hashable, Sendable {
    public var name: String
    public var nameSpan: Span
    public var arguments: [Argument]
    public var span: Span

    public struct Argument: Hashable, Sendable {
      /// `nil` for an argument known by its place.
      public var name: String?
      /// Empty without a name.
      public var nameSpan: Span
      public var value: Expression
    }
  }

  public var kind: Kind
  public var span: Span

  public init(_ kind: Kind, at span: Span) {
    self.kind = kind
    self.span = span
  }
}

/// The use of a variable.
public struct VariableName: Hashable, Sendable {
  public var name: String
  /// Whether the `$` before it is the one of the `${` it stands in.
  public var isBare: Bool
}

/// What gives a variable or a parenthesis its value.
public enum Source: Hashable, Sendable {
  case expression(Expression)
  case command(ParsedCommand)

  public var span: Span {
    switch self {
    case .expression(let expression): expression.span
    case .command(let command): command.span
    }
  }
}

/// An operator before its operand.
public enum PrefixOperator: String, Hashable, Sendable {
  case minus = "-"
  case not
}

/// An operator between its operands.
public enum BinaryOperator: String, Hashable, Sendable, CaseIterable {
  case or, and
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case `in`, matches
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divide = "/"
  case remainder = "%"

  /// How tightly it binds; a greater number binds tighter.
  public var precedence: Int {
    switch self {
    case .or: 1
    case .and: 2
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .in, .matches: 4
    case .plus, .minus: 5
    case .times, .divide, .remainder: 6
    }
  }

  /// Whether it compares; comparisons do not chain.
  public var isComparison: Bool { precedence == 4 }
}

extension PrefixOperator {
  /// Where it stands among the precedences of `BinaryOperator`: `not` binds weaker than a comparison.
  var precedence: Int { self == .not ? 3 : 7 }
}
