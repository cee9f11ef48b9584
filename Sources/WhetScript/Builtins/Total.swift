import WhetCore

/// The sum of numbers, or of durations, exact while there are only integers.
struct Total {
  private let function: String
  private var count = 0
  private var integers: Int128 = 0
  private var numbers: CompensatedSum?
  /// In attoseconds; all elements of the longest list do not overflow it.
  private var durations: Int128?

  /// - Parameter function: whose values are added, for the messages.
  /// - Throws: `script.wrong-kind`.
  init(of list: ScriptList, for function: String) throws(WhetError) {
    self.function = function
    if case .range(let first, let step, let count) = list {
      self.count = count
      // The mean of the ends as often as there are elements, without walking them.
      integers = Int128(count) * (2 * Int128(first) + Int128(step) * Int128(count - 1)) / 2
    } else {
      for value in list { try add(value) }
    }
  }

  private mutating func add(_ value: ScriptValue) throws(WhetError) {
    switch value {
    case .integer(let integer) where durations == nil: integers += Int128(integer)
    case .number(let number) where durations == nil:
      var sum = numbers ?? CompensatedSum()
      sum.add(number)
      numbers = sum
    case .duration(let duration) where durations != nil || count == 0:
      durations = (durations ?? 0) &+ duration.attoseconds
    case .integer, .number, .duration:
      throw WhetError(.wrongKind, "\(function) cannot add numbers and durations", advice: "give values of one kind")
    default: throw WhetError(.wrongKind, "\(function) takes numbers or durations, not \(value.described)")
    }
    count += 1
  }

  /// - Throws: `script.integer-overflow`, for numbers and durations that are too large too.
  func sum() throws(WhetError) -> ScriptValue {
    if let durations { return try duration(durations) }
    if let numbers { return try number(numbers.value + Double(integers)) }
    guard let integer = Int64(exactly: integers) else {
      throw WhetError(.integerOverflow, "the sum of the integers does not fit 64 bits")
    }
    return .integer(integer)
  }

  /// A number with a fraction, or a duration.
  ///
  /// - Throws: `script.invalid-argument` without values, `script.integer-overflow` for what is too large.
  func mean() throws(WhetError) -> ScriptValue {
    guard count > 0 else { throw .invalidArgument("\(function) of an empty list") }
    if let durations { return try duration(durations / Int128(count)) }
    return try number(((numbers?.value ?? 0) + Double(integers)) / Double(count))
  }

  private func number(_ number: Double) throws(WhetError) -> ScriptValue {
    guard number.isFinite else { throw WhetError(.integerOverflow, "\(function) is larger than any number") }
    return .number(number)
  }

  /// As precise and as long as the language's own sums.
  private func duration(_ attoseconds: Int128) throws(WhetError) -> ScriptValue {
    try Arithmetic.apply(.plus, .duration(Duration(attoseconds: attoseconds)), .duration(.zero))
  }
}

/// A sum that keeps what rounding loses (Neumaier, 1974), so that ten times 0.1 is 1.
private struct CompensatedSum {
  private var sum = 0.0
  private var lost = 0.0

  mutating func add(_ number: Double) {
    let next = sum + number
    lost += sum.magnitude >= number.magnitude ? (sum - next) + number : (number - next) + sum
    sum = next
  }

  /// Not finite where the numbers add up to more than a number can be.
  var value: Double { sum.isFinite ? sum + lost : sum }
}
