import Crypto
public import Foundation

/// The SHA-256 of a text's bytes (FIPS 180-4): the name under which the store keeps it.
public struct ArtefactDigest: Hashable, Sendable, CustomStringConvertible {
  /// 32 bytes.
  let bytes: Data

  /// The digest of a content, whether or not a store holds it.
  public init(of content: Data) {
    bytes = Data(SHA256.hash(data: content))
  }

  /// Reads 64 hexadecimal digits; `nil` for anything else.
  public init?(hex: String) {
    let digits = hex.utf8.map { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 ? $0 - 48 : ($0 | 32) &- 87 }
    guard digits.count == 64, hex.utf8.allSatisfy(Self.isHexDigit) else { return nil }
    bytes = Data(stride(from: 0, to: 64, by: 2).map { digits[$0] << 4 | digits[$0 + 1] })
  }

  init?(bytes: Data) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// 64 lower-case hexadecimal digits.
  public var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// As `hex`.
  public var description: String { hex }

  private static func isHexDigit(_ unit: UInt8) -> Bool {
    switch unit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }
}

/// Written as its hexadecimal digits, so that an artefact in JSON can name others.
extension ArtefactDigest: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let digest = Self(hex: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a SHA-256 in hexadecimal digits")
    }
    self = digest
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(hex)
  }
}
