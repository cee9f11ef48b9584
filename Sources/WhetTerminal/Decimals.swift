/// Numbers with a fixed count of decimals, without Foundation.
enum Decimals {
  /// The value with `digits` decimals (0 to 9), rounded half away from zero, `.` as the mark.
  static func fixed(_ value: Double, digits: Int) -> String {
    let digits = min(9, max(0, digits))
    let factor = (0..<digits).reduce(1.0) { product, _ in product * 10 }
    guard value.isFinite, abs(value) * factor < 9e15 else { return String(value) }
    let scaled = Int((abs(value) * factor).rounded())
    let sign = value < 0 && scaled != 0 ? "-" : ""
    guard digits > 0 else { return sign + String(scaled) }
    let all = String(scaled)
    let padded = String(repeating: "0", count: max(0, digits + 1 - all.count)) + all
    return "\(sign)\(padded.dropLast(digits)).\(padded.suffix(digits))"
  }

  /// Decimals that tell values apart within a span of this size.
  static func digits(for span: Double) -> Int {
    switch span {
    case 100...: 0
    case 10..<100: 1
    case 1..<10: 2
    case 0.1..<1: 3
    case 0.001..<0.1: 5
    default: span.isFinite && span > 0 ? 9 : 0
    }
  }
}
