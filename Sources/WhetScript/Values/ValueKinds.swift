/// A set of kinds of value: what an operation takes or may give.
public struct ValueKinds: OptionSet, Sendable, Hashable {
  public let rawValue: UInt16

  public init(rawValue: UInt16) { self.rawValue = rawValue }

  public static let null = Self(rawValue: 1 << 0)
  public static let bool = Self(rawValue: 1 << 1)
  public static let integer = Self(rawValue: 1 << 2)
  public static let number = Self(rawValue: 1 << 3)
  public static let text = Self(rawValue: 1 << 4)
  public static let duration = Self(rawValue: 1 << 5)
  public static let path = Self(rawValue: 1 << 6)
  public static let secret = Self(rawValue: 1 << 7)
  public static let list = Self(rawValue: 1 << 8)
  public static let record = Self(rawValue: 1 << 9)

  /// Integers and numbers with a fraction.
  public static let numeric: Self = [.integer, .number]
  /// Everything that has a text: text, paths and secrets.
  public static let textual: Self = [.text, .path, .secret]
  /// Whatever a value can be.
  public static let any = Self(rawValue: (1 << 10) - 1)

  private static let names: [(Self, name: String, phrase: String)] = [
    (.null, "null", "null"), (.bool, "bool", "true or false"), (.integer, "integer", "an integer"),
    (.number, "number", "a number"), (.text, "text", "text"), (.duration, "duration", "a duration"),
    (.path, "path", "a path"), (.secret, "secret", "a secret"), (.list, "list", "a list"),
    (.record, "record", "a record"),
  ]

  /// The kinds' names as `type` gives them, in a fixed order.
  public var kindNames: [String] { Self.names.filter { contains($0.0) }.map(\.name) }

  /// The kinds in the middle of a sentence, such as `a list or text`; a fraction's kind takes integers with it.
  public var phrase: String {
    guard self != .any else { return "any value" }
    var shown = self
    if isSuperset(of: .numeric) { shown.remove(.integer) }
    if shown.contains(.text) { shown.subtract([.path, .secret]) }
    let phrases = Self.names.filter { shown.contains($0.0) }.map(\.phrase)
    guard let last = phrases.last, phrases.count > 1 else { return phrases.first ?? "nothing" }
    return phrases.dropLast().joined(separator: ", ") + " or " + last
  }
}

extension ScriptValue {
  /// The kind of the value; every kind for an unknown one.
  public var kind: ValueKinds {
    switch self {
    case .null: .null
    case .bool: .bool
    case .integer: .integer
    case .number: .number
    case .text: .text
    case .duration: .duration
    case .path: .path
    case .secret: .secret
    case .list: .list
    case .record: .record
    case .unknown: .any
    }
  }
}
