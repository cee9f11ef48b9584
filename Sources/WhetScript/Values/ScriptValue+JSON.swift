public import WhetCore

extension ScriptValue {
  /// A command's result, or a parsed text, as a value.
  ///
  /// - Throws: `script.value-too-deep`.
  public init(_ json: JSONValue) throws(WhetError) {
    switch json {
    case .null: self = .null
    case .bool(let flag): self = .bool(flag)
    case .integer(let number): self = .integer(number)
    case .number(let number): self = number.isFinite ? .number(number) : .null
    case .string(let text): self = .text(text)
    case .array(let elements):
      var values: [ScriptValue] = []
      values.reserveCapacity(elements.count)
      for element in elements { values.append(try ScriptValue(element)) }
      self = .list(try ScriptList(values))
    case .object(let members):
      var values: [ScriptRecord.Member] = []
      values.reserveCapacity(members.count)
      for member in members { values.append(.init(member.name, try ScriptValue(member.value))) }
      self = .record(try ScriptRecord(values))
    }
  }

  /// The value as JSON: a duration in seconds, a path as its text, a secret hidden.
  public var json: JSONValue {
    switch self {
    case .null, .unknown: .null
    case .bool(let flag): .bool(flag)
    case .integer(let number): .integer(number)
    case .number(let number): .number(number)
    case .text(let text), .path(let text): .string(text)
    case .duration(let duration): .number(duration / .seconds(1))
    case .secret: .string(Self.hidden)
    case .list(let list): .array(list.map(\.json))
    case .record(let record): .object(record.members.map { .init($0.name, $0.value.json) })
    }
  }
}
