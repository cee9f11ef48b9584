public import WhetCore

/// A value a command was given, checked against its parameter.
public indirect enum ArgumentValue: Sendable, Equatable {
  case text(String)
  /// The text is the content of this file, which the shell reads.
  case content(path: String)
  /// A path; the file is not read here.
  case path(String)
  case integer(Int64)
  case number(Double)
  case duration(Duration)
  case flag(Bool)
  case null
  /// A list value, or the values of a repeated parameter.
  case list([ArgumentValue])
  case record([Member])
  /// The value stands in `BoundCommand.deferred` at this index and is known when the script runs.
  case deferred(Int)

  /// One name and value of a record.
  public struct Member: Sendable, Equatable {
    public var name: String
    public var value: ArgumentValue

    public init(_ name: String, _ value: ArgumentValue) {
      self.name = name
      self.value = value
    }
  }

  /// The value as JSON, a duration in seconds; `read` gives the content of a file.
  public func json<Failure: Error>(reading read: (String) throws(Failure) -> String) throws(Failure) -> JSONValue {
    switch self {
    case .text(let text), .path(let text): return .string(text)
    case .content(let path): return .string(try read(path))
    case .integer(let number): return .integer(number)
    case .number(let number): return .number(number)
    case .duration(let duration): return .number(duration / .seconds(1))
    case .flag(let flag): return .bool(flag)
    case .null, .deferred: return .null
    case .list(let elements):
      var values: [JSONValue] = []
      for element in elements { values.append(try element.json(reading: read)) }
      return .array(values)
    case .record(let members):
      var values: [JSONValue.Member] = []
      for member in members { values.append(.init(member.name, try member.value.json(reading: read))) }
      return .object(values)
    }
  }
}
