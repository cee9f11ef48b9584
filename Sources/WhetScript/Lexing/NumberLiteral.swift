/// Recognises integers, numbers and durations.
enum NumberLiteral {
  /// The token of text that is a number from end to end; `nil` for other text and for integers beyond 64 bits.
  static func kind(of bytes: ArraySlice<UInt8>, allowsSign: Bool) -> Token.Kind? {
    var index = bytes.startIndex
    if allowsSign, bytes.first == UInt8(ascii: "-") { index += 1 }
    guard skipDigits(bytes, &index) else { return nil }
    if index == bytes.endIndex { return Int64(text(bytes)).map { .integer($0) } }
    if bytes[index] == UInt8(ascii: ".") {
      index += 1
      guard skipDigits(bytes, &index) else { return nil }
    }
    if let unit = DurationUnit(rawValue: text(bytes[index...])), bytes.first != UInt8(ascii: "-") {
      return duration(text(bytes[..<index]), unit)
    }
    if index < bytes.endIndex, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < bytes.endIndex, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") { index += 1 }
      guard skipDigits(bytes, &index) else { return nil }
    }
    guard index == bytes.endIndex, let number = Double(text(bytes)), number.isFinite else { return nil }
    return .number(number)
  }

  private static func duration(_ text: String, _ unit: DurationUnit) -> Token.Kind? {
    // A century is more than any wait, and keeps the arithmetic of `Duration` from overflowing.
    guard let count = Double(text), count * unit.seconds <= 3.2e9 else { return nil }
    return .duration(.milliseconds((count * unit.seconds * 1000).rounded()))
  }

  private static func skipDigits(_ bytes: ArraySlice<UInt8>, _ index: inout Int) -> Bool {
    let start = index
    while index < bytes.endIndex, bytes[index].isDigit { index += 1 }
    return index > start
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}

/// The units a duration is written in.
enum DurationUnit: String, CaseIterable {
  case milliseconds = "ms"
  case seconds = "s"
  case minutes = "m"
  case hours = "h"
  case days = "d"

  var seconds: Double {
    switch self {
    case .milliseconds: 0.001
    case .seconds: 1
    case .minutes: 60
    case .hours: 3600
    case .days: 86400
    }
  }
}
