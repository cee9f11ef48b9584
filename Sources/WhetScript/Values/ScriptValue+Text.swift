import WhetCore

extension ScriptValue {
  /// The value as `string`, `echo` and interpolation write it: text as it is, everything else as the language would.
  ///
  /// Secrets are hidden.
  public var text: String {
    switch self {
    case .text(let text), .path(let text): text
    default: literal
    }
  }

  /// The text of every value but null, lists and records; a secret's too, so it is for work and not for showing.
  var plainText: String? {
    switch self {
    case .null, .list, .record, .unknown: nil
    case .secret(let text): text
    default: text
    }
  }

  /// The value as it would be written in a script, texts between quotes; secrets are hidden.
  public var literal: String {
    switch self {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .integer(let number): String(number)
    case .number(let number): Self.spelling(of: number)
    case .text(let text): JSONValue.string(text).json()
    case .duration(let duration): Self.spelling(of: duration)
    case .path(let path): "path(" + JSONValue.string(path).json() + ")"
    case .secret: Self.hidden
    case .list(let list): "[" + list.lazy.map(\.literal).joined(separator: ", ") + "]"
    case .record(let record):
      "{" + record.members.map { Self.key($0.name) + ": " + $0.value.literal }.joined(separator: ", ") + "}"
    case .unknown: "[unknown]"
    }
  }

  /// The value in the middle of a message: its kind, and what it is if that is short.
  var described: String {
    switch self {
    case .null, .unknown, .secret: literal
    case .bool, .integer, .number, .duration: literal
    case .text(let text): "the text '\(VisibleText.quoted(text, limit: 40))'"
    case .path(let path): "the path '\(VisibleText.quoted(path, limit: 40))'"
    case .list(let list): "a list of \(list.count)"
    case .record(let record): "a record with \(record.count == 1 ? "one field" : "\(record.count) fields")"
    }
  }

  /// The value as it would be written, or what it is if that is too long to be written.
  public var shown: String {
    do throws(WhetError) {
      try requireWritable()
      return literal
    } catch {
      return described
    }
  }

  /// A fraction always shows that it is one: `2.0`.
  private static func spelling(of number: Double) -> String { String(number) }

  /// The shortest spelling in one unit: `1.5s`, `90s`, `5m`, `250ms`.
  public static func spelling(of duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    guard attoseconds == 0 else {
      let milliseconds = Double(seconds) * 1000 + Double(attoseconds) / 1e15
      let isShort = abs(milliseconds) < 1000
      return spelled(isShort ? milliseconds : milliseconds / 1000) + (isShort ? "ms" : "s")
    }
    for (unit, length) in [("d", Int64(86400)), ("h", 3600), ("m", 60)] where seconds != 0 && seconds % length == 0 {
      return "\(seconds / length)\(unit)"
    }
    return "\(seconds)s"
  }

  private static func spelled(_ number: Double) -> String {
    Int64(exactly: number).map { String($0) } ?? String(number)
  }

  private static func key(_ name: String) -> String {
    let isWord = name.utf8.first?.beginsName == true && name.utf8.allSatisfy(\.continuesName)
    return isWord ? name : JSONValue.string(name).json()
  }
}
