/// A command with typed arguments, ready to run.
public struct BoundCommand: Sendable, Equatable {
  /// The declaration it was bound to; of a bare noun its list command.
  public var specification: CommandSpecification
  /// By parameter name; what was not given is missing.
  public var arguments: [String: ArgumentValue] = [:]
  /// Where each argument stands in the source.
  public var places: [String: Span] = [:]
  /// The words after `--` of a command that hands them on.
  public var rest: [String] = []
  /// The file after `>`.
  public var redirection: String?
  /// The word after `|`.
  public var format: String?
  /// Whether `--help` or `-h` was given; required parameters may then be missing.
  public var asksForHelp = false
  /// The whole command in its source.
  public var span: Span
  /// The arguments that are known when the script runs, in the order of their `ArgumentValue.deferred`.
  var deferred: [DeferredArgument] = []
  /// The parameters whose arguments hold a secret and are never shown; `--` for words after it, `>` for the file.
  var hidden: Set<String> = []
  /// The secret texts among the arguments, for whoever shows what a command says of them.
  public private(set) var secrets: [String] = []

  mutating func hide(_ value: ScriptValue, of parameter: String) {
    guard value.isSecret else { return }
    hidden.insert(parameter)
    secrets += value.secretTexts
  }

  /// The argument with that name.
  public subscript(name: String) -> ArgumentValue? { arguments[name] }

  /// A text, name, id or path; `nil` when missing and for a file's content, which has to be read first.
  public func text(_ name: String) -> String? {
    switch arguments[name] {
    case .text(let text), .path(let text): text
    default: nil
    }
  }

  /// An integer; `nil` when missing and for other kinds.
  public func integer(_ name: String) -> Int? {
    guard case .integer(let number) = arguments[name] else { return nil }
    return Int(number)
  }

  /// A number or integer.
  public func number(_ name: String) -> Double? {
    switch arguments[name] {
    case .number(let number): number
    case .integer(let number): Double(number)
    default: nil
    }
  }

  /// Whether a flag is on; `false` when it was not given.
  public func flag(_ name: String) -> Bool { arguments[name] == .flag(true) }

  /// The values of a repeated parameter; one value as a list of one, nothing as an empty list.
  public func values(_ name: String) -> [ArgumentValue] {
    switch arguments[name] {
    case .list(let values): values
    case let value?: [value]
    case nil: []
    }
  }
}
