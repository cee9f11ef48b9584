import WhetCore

/// Operations on numbers and durations: exact or refused, never infinite.
enum Arithmetic {
  static let overflow = WhetError(
    .integerOverflow, "the result does not fit 64 bits", advice: "write one side with a fraction, such as 2.0")

  static func apply(
    _ binary: BinaryOperator, _ left: ScriptValue, _ right: ScriptValue
  ) throws(WhetError) -> ScriptValue {
    switch (left, right) {
    case (.integer(let left), .integer(let right)) where binary != .divide:
      return .integer(try integer(binary, left, right))
    case (.integer(let left), .integer(let right)): return try number(binary, Double(left), Double(right))
    case (.integer(let left), .number(let right)): return try number(binary, Double(left), right)
    case (.number(let left), .integer(let right)): return try number(binary, left, Double(right))
    case (.number(let left), .number(let right)): return try number(binary, left, right)
    case (.duration, _), (_, .duration):
      if let result = try duration(binary, left, right) { return result }
      throw Operators.mismatch(binary, left, right)
    default: throw Operators.mismatch(binary, left, right)
    }
  }

  private static func integer(_ binary: BinaryOperator, _ left: Int64, _ right: Int64) throws(WhetError) -> Int64 {
    let result: (partialValue: Int64, overflow: Bool)
    switch binary {
    case .plus: result = left.addingReportingOverflow(right)
    case .minus: result = left.subtractingReportingOverflow(right)
    case .times: result = left.multipliedReportingOverflow(by: right)
    default:
      guard right != 0 else { throw divisionByZero }
      // The least integer divided by -1 leaves nothing, though the quotient does not fit.
      return right == -1 ? 0 : left % right
    }
    guard !result.overflow else { throw overflow }
    return result.partialValue
  }

  private static func number(_ binary: BinaryOperator, _ left: Double, _ right: Double) throws(WhetError) -> ScriptValue
  {
    let result: Double
    switch binary {
    case .plus: result = left + right
    case .minus: result = left - right
    case .times: result = left * right
    default:
      guard right != 0 else { throw divisionByZero }
      result = binary == .divide ? left / right : left.truncatingRemainder(dividingBy: right)
    }
    guard result.isFinite else {
      throw WhetError(.integerOverflow, "the result is larger than any number")
    }
    return .number(result)
  }

  /// `nil` where durations have no such operation.
  private static func duration(
    _ binary: BinaryOperator, _ left: ScriptValue, _ right: ScriptValue
  ) throws(WhetError) -> ScriptValue? {
    switch (binary, left, right) {
    case (.plus, .duration(let left), .duration(let right)): return try bounded(seconds(left) + seconds(right))
    case (.minus, .duration(let left), .duration(let right)): return try bounded(seconds(left) - seconds(right))
    case (.times, .duration(let duration), _), (.times, _, .duration(let duration)):
      guard let factor = factor(left) ?? factor(right) else { return nil }
      return try bounded(seconds(duration) * factor)
    case (.divide, .duration(let left), .duration(let right)): return try number(.divide, seconds(left), seconds(right))
    case (.divide, .duration(let duration), _):
      guard let divisor = factor(right) else { return nil }
      guard divisor != 0 else { throw divisionByZero }
      return try bounded(seconds(duration) / divisor)
    default: return nil
    }
  }

  private static func factor(_ value: ScriptValue) -> Double? {
    switch value {
    case .integer(let number): Double(number)
    case .number(let number): number
    default: nil
    }
  }

  private static func seconds(_ duration: Duration) -> Double { duration / .seconds(1) }

  /// To the nearest microsecond; more than 3,000 years is refused.
  private static func bounded(_ seconds: Double) throws(WhetError) -> ScriptValue {
    guard abs(seconds) < 1e11 else {
      throw WhetError(.integerOverflow, "the duration is longer than 3,000 years")
    }
    return .duration(.microseconds(Int64((seconds * 1e6).rounded())))
  }

  private static let divisionByZero = WhetError(.divisionByZero, "division by zero")

  /// -1, 0 or 1, exactly: a 64-bit integer need not fit a number.
  static func order(_ integer: Int64, _ number: Double) -> Int {
    guard number < 9.3e18 else { return -1 }
    guard number > -9.3e18 else { return 1 }
    guard let whole = Int64(exactly: number.rounded(.down)) else { return number > 0 ? -1 : 1 }
    if integer != whole { return integer < whole ? -1 : 1 }
    return number > number.rounded(.down) ? -1 : 0
  }
}
