/// FNV-1a over 64 bits: the same number for the same bytes in every process and version, unlike `Hasher`.
///
/// It tells things apart and protects against nothing. Source: Fowler, Noll and Vo, draft-eastlake-fnv.
@frozen public struct StableHash: Sendable {
  /// The number for the bytes combined so far.
  public var value: UInt64 = 0xCBF2_9CE4_8422_2325

  @inlinable public init() {}

  @inlinable public mutating func combine(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

  @inlinable public mutating func combine(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { combine(byte) }
  }

  /// The eight bytes of a number, the lowest first.
  @inlinable public mutating func combine(_ number: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) { combine(UInt8(truncatingIfNeeded: number >> shift)) }
  }

  /// The number in 16 hexadecimal digits.
  public var hexadecimal: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
