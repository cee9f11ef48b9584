/// A short, printable name of one stored thing, typed by what it names.
///
/// Two identifiers compare by their text. The text never contains white space or a path separator
/// (`Identifier.init(validating:)` checks what comes from outside).
public struct Identifier<Entity>: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The text as shown and typed.
  public let rawValue: String

  /// Wraps text that whet itself made.
  public init(_ rawValue: String) {
    self.rawValue = rawValue
  }

  /// Checks text that came from outside: 1 to 100 of letters, digits and `. _ : -`, beginning with a letter or digit.
  ///
  /// - Throws: `WhetError` with code `identifier.invalid`.
  public init(validating text: String) throws(WhetError) {
    let scalars = text.unicodeScalars
    let isWord = { (scalar: Unicode.Scalar) in scalar.properties.isAlphabetic || scalar.properties.numericType != nil }
    guard (1...100).contains(scalars.count), let first = scalars.first, isWord(first),
      scalars.allSatisfy({ isWord($0) || "._:-".unicodeScalars.contains($0) })
    else {
      throw WhetError(
        .identifierInvalid, "'\(text.prefix(40))' cannot be an id",
        advice: "use 1 to 100 letters, digits, '.', '_', ':' or '-', beginning with a letter or digit")
    }
    self.rawValue = text
  }

  public var description: String { rawValue }

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension Identifier: Codable {
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

/// The kinds of thing an `Identifier` names.
public enum Entity {
  public enum Correction {}
  public enum Run {}
  public enum Session {}
  public enum Lesson {}
  public enum Deployment {}
  public enum Change {}
}

/// Names a correction: its author's choice, or `c` and digits of its content.
public typealias CorrectionID = Identifier<Entity.Correction>
/// Names a run: `r1`, `r2` in the order they began.
public typealias RunID = Identifier<Entity.Run>
/// Names a session: `s1`, `s2` in the order they were made.
public typealias SessionID = Identifier<Entity.Session>
/// Names a lesson by what it does: the same lesson has the same id in every store.
public typealias LessonID = Identifier<Entity.Lesson>
/// Names a deployment or rollback: `d1`, `d2` in order.
public typealias DeploymentID = Identifier<Entity.Deployment>
/// Names a change that can be taken back: `u1`, `u2` in order.
public typealias ChangeID = Identifier<Entity.Change>
