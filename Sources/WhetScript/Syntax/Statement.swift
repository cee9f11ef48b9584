/// One statement of a script.
public indirect enum Statement: Hashable, Sendable {
  case command(ParsedCommand)
  case assignment(Assignment)
  /// A call whose value is not used.
  case call(Expression.Call)
  case expectation(Expectation)
  case include(Include)
  case `return`(Expression?, at: Span)
  case `break`(at: Span)
  case `continue`(at: Span)
  case echo(Echo)
  case conditional(Conditional)
  case loop(Loop)
  case definition(Definition)
  case attempt(Attempt)
  case retry(Retry)
  case wait(Wait)
  case test(Test)

  public var span: Span {
    switch self {
    case .command(let command): command.span
    case .assignment(let assignment): assignment.span
    case .call(let call): call.span
    case .expectation(let expectation): expectation.span
    case .include(let include): include.span
    case .return(_, let span), .break(let span), .continue(let span): span
    case .echo(let echo): echo.span
    case .conditional(let conditional): conditional.span
    case .loop(let loop): loop.span
    case .definition(let definition): definition.span
    case .attempt(let attempt): attempt.span
    case .retry(let retry): retry.span
    case .wait(let wait): wait.span
    case .test(let test): test.span
    }
  }
}

/// Statements between braces.
public struct Body: Hashable, Sendable {
  public var statements: [Statement]
  /// With the braces.
  public var span: Span
}

/// `let name = source` or `name = source`.
public struct Assignment: Hashable, Sendable {
  /// Whether `let` makes a new variable.
  public var isDeclaration: Bool
  public var name: String
  public var nameSpan: Span
  public var source: Source
  public var span: Span
}

/// `expect condition, "message"`.
public struct Expectation: Hashable, Sendable {
  public var condition: Expression
  /// A string.
  public var message: Expression?
  public var span: Span
}

/// `include "path"`.
public struct Include: Hashable, Sendable {
  /// Without interpolations.
  public var path: StringLiteral
  public var pathSpan: Span
  public var span: Span
}

/// `echo value ...`.
public struct Echo: Hashable, Sendable {
  public var values: [Value]
  public var span: Span
}

/// `if condition { } else if condition { } else { }`.
public struct Conditional: Hashable, Sendable {
  public struct Branch: Hashable, Sendable {
    public var condition: Expression
    public var body: Body
  }

  /// At least one.
  public var branches: [Branch]
  public var otherwise: Body?
  public var span: Span
}

/// `for name in sequence { }`.
public struct Loop: Hashable, Sendable {
  public var name: String
  public var nameSpan: Span
  public var sequence: Expression
  public var body: Body
  public var span: Span
}

/// `def name(parameter, parameter = default) { }`.
public struct Definition: Hashable, Sendable {
  public struct Parameter: Hashable, Sendable {
    public var name: String
    public var nameSpan: Span
    /// What it is when it is not given; it may use the parameters before it.
    public var defaultValue: Expression?
  }

  public var name: String
  public var nameSpan: Span
  public var parameters: [Parameter]
  public var body: Body
  public var span: Span
}

/// `try { } catch name { }`.
public struct Attempt: Hashable, Sendable {
  public var body: Body
  /// The variable of the handler; `nil` where the failure is of no interest.
  public var name: String?
  public var nameSpan: Span
  public var handler: Body
  public var span: Span
}

/// `retry count every pause { }`.
public struct Retry: Hashable, Sendable {
  /// How often the body runs at most, from 1 to `limit`.
  public var count: Int
  /// Between two runs; none without it.
  public var pause: Duration?
  /// As it was written.
  public var pauseSpelling: String?
  public var body: Body
  public var span: Span

  public static let limit = 1000
}

/// `wait until condition within limit every pause`.
public struct Wait: Hashable, Sendable {
  public var condition: Expression
  public var limit: Duration
  /// As it was written.
  public var limitSpelling: String
  /// Between two looks; a second without it.
  public var pause: Duration?
  public var pauseSpelling: String?
  public var span: Span
}

/// `test "name" { }`.
public struct Test: Hashable, Sendable {
  /// A string.
  public var name: Expression
  public var body: Body
  public var span: Span
}
