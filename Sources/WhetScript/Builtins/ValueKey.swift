import WhetCore

/// A value as a key of a set: two keys are equal where the language's `==` says so of their values.
enum ValueKey: Hashable {
  case null
  case bool(Bool)
  /// Whole numbers too, as they equal integers.
  case integer(Int64)
  case number(Double)
  /// Paths and secrets too, as they equal texts.
  case text(String)
  case duration(Duration)
  case list([ValueKey])
  case record([String: ValueKey])

  init(_ value: ScriptValue) {
    switch value {
    case .null, .unknown: self = .null
    case .bool(let flag): self = .bool(flag)
    case .integer(let integer): self = .integer(integer)
    case .number(let number): self = Int64(exactly: number).map { .integer($0) } ?? .number(number)
    case .text(let text), .path(let text), .secret(let text): self = .text(text)
    case .duration(let duration): self = .duration(duration)
    case .list(let list): self = .list(list.map(ValueKey.init))
    case .record(let record):
      self = .record(Dictionary(record.members.map { ($0.name, ValueKey($0.value)) }) { $1 })
    }
  }
}
