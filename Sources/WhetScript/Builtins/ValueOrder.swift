import WhetCore

/// The order of values that have one: numbers, texts and durations, each among themselves.
enum ValueOrder {
  /// Refuses values that have no order, or not a common one.
  ///
  /// - Parameter function: whose values they are, for the message.
  /// - Throws: `script.wrong-kind`.
  static func check(_ values: some Sequence<ScriptValue>, for function: String) throws(WhetError) {
    var first: ScriptValue?
    for value in values {
      guard Operators.order(value, value) != nil else {
        throw WhetError(.wrongKind, "\(function) takes numbers, texts or durations, not \(value.described)")
      }
      guard Operators.order(first ?? value, value) != nil else {
        throw WhetError(
          .wrongKind, "\(function) cannot order \((first ?? value).described) and \(value.described)",
          advice: "give values of one kind")
      }
      first = first ?? value
    }
  }

  /// Whether a value stands before another that has an order with it.
  static func precedes(_ left: ScriptValue, _ right: ScriptValue) -> Bool {
    Operators.order(left, right).map { $0 < 0 } ?? false
  }
}

extension ScriptList {
  /// The first element that no other stands before, by an order; a range is not walked.
  ///
  /// - Throws: `script.invalid-argument` for an empty list, `script.wrong-kind` for elements without a common order.
  func first(
    for function: String, by precedes: (ScriptValue, ScriptValue) -> Bool
  ) throws(WhetError) -> ScriptValue {
    guard let first, let last else { throw .invalidArgument("\(function) of an empty list") }
    guard !isRange else { return precedes(last, first) ? last : first }
    try ValueOrder.check(self, for: function)
    return reduce(first) { precedes($1, $0) ? $1 : $0 }
  }
}
