import WhetCore

extension Builtin {
  static let round = Builtin(
    "round", [.init("number", .numeric), .init("digits", .integer, isOptional: true)], gives: .numeric,
    "The nearest integer, or number with 0 to 15 decimal digits; halves go away from zero",
    examples: [("round(2.5)", "3"), ("round(-2.5)", "-3"), ("round(1.005, 2)", "1.01")]
  ) { arguments, _ throws(WhetError) in
    let digits = try arguments.integer(1, within: 0...15, else: 0, "the digits of round")
    guard case .number(let number) = arguments.first else { return .integer(try arguments.integer(0)) }
    guard digits > 0 else { return try whole(number.rounded(.toNearestOrAwayFromZero)) }
    return .number(rounded(number, digits: digits))
  }

  /// A half is a half as it is written: 1.005 rounds to 1.01, although its `Double` is a little less.
  private static func rounded(_ number: Double, digits: Int) -> Double {
    let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
    let scaled = number.magnitude * scale
    // From here on a `Double` has no digits to lose.
    guard scaled < 0x1p52 else { return number }
    let below = scaled.rounded(.down)
    let rounded = (number.magnitude >= (below + 0.5) / scale ? below + 1 : below) / scale
    return number < 0 && rounded != 0 ? -rounded : rounded
  }

  /// The integer that a number without a fraction is.
  ///
  /// - Throws: `script.integer-overflow`.
  static func whole(_ number: Double) throws(WhetError) -> ScriptValue {
    guard let integer = Int64(exactly: number) else {
      throw WhetError(.integerOverflow, "\(number) as an integer does not fit 64 bits")
    }
    return .integer(integer)
  }
}
