/// A value of a command as it was written.
public struct Value: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case word(String)
    case string(StringLiteral)
    /// Numbers and durations keep their spelling, because a parameter that wants text gets it unchanged.
    case integer(Int64, spelling: String)
    case number(Double, spelling: String)
    case duration(Duration, spelling: String)
    /// `@path`: the content of the file.
    case file(path: StringLiteral)
    case list([Value])
    case record([RecordEntry<Value>])
    /// `$name.field[index]` or `(source).field`: what it is shows when the script runs.
    case expression(Expression)
  }

  public var kind: Kind
  /// With quotes, brackets or `@`.
  public var span: Span

  public init(_ kind: Kind, at span: Span) {
    self.kind = kind
    self.span = span
  }

  /// The text of a word, string or number; `nil` for files, lists and records, and for what shows only at run time.
  public var text: String? {
    switch kind {
    case .word(let text), .integer(_, let text), .number(_, let text), .duration(_, let text): text
    case .string(let literal): literal.hasInterpolation ? nil : literal.text
    case .file, .list, .record, .expression: nil
    }
  }

  /// Whether a part of the value shows only when the script runs.
  public var isDynamic: Bool {
    switch kind {
    case .word, .integer, .number, .duration: false
    case .string(let literal), .file(let literal): literal.hasInterpolation
    case .list(let elements): elements.contains(where: \.isDynamic)
    case .record(let entries): entries.contains { $0.value.isDynamic }
    case .expression: true
    }
  }

  /// Whether the value may turn out to be text when the script runs.
  var isPossiblyText: Bool {
    switch kind {
    case .expression, .string: true
    default: false
    }
  }
}
