/// The name of an agent, safe to be a file name's stem.
///
/// 1 to 64 letters, digits, spaces and `. _ -`; the first and the last are letters or digits, and two dots never
/// stand together, so the name cannot leave the folder it is put in.
public struct AgentName: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let rawValue: String

  /// - Throws: `WhetError` with code `agent.name-invalid`.
  public init(_ text: String) throws(WhetError) {
    let scalars = Array(text.unicodeScalars)
    let isWord = { (scalar: Unicode.Scalar) in
      scalar.properties.isAlphabetic || scalar.properties.generalCategory == .decimalNumber
    }
    guard (1...64).contains(scalars.count), isWord(scalars[0]), isWord(scalars[scalars.count - 1]),
      scalars.allSatisfy({ isWord($0) || " ._-".unicodeScalars.contains($0) }), !text.contains("..")
    else {
      throw WhetError(
        .agentNameInvalid, "'\(text.prefix(64))' cannot be an agent's name",
        advice: "use 1 to 64 letters, digits, '-', '_' or '.', beginning and ending with a letter or digit",
        exitCode: .failure)
    }
    rawValue = text
  }

  public var description: String { rawValue }

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension AgentName: Codable {
  public init(from decoder: any Decoder) throws {
    try self.init(decoder.singleValueContainer().decode(String.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}
