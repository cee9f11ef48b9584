import WhetCore

extension Builtin {
  static let abs = Builtin(
    "abs", [.init("number", .numeric)], gives: .numeric, "The number without its sign",
    examples: [("abs(-3)", "3"), ("abs(-2.5)", "2.5")]
  ) { arguments, _ throws(WhetError) in
    if case .number(let number) = arguments.first { return .number(number.magnitude) }
    guard let integer = Int64(exactly: try arguments.integer(0).magnitude) else {
      throw WhetError(.integerOverflow, "the integer without its sign does not fit 64 bits")
    }
    return .integer(integer)
  }
}
