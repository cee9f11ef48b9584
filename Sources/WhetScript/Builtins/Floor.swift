import WhetCore

extension Builtin {
  static let floor = Builtin(
    "floor", [.init("number", .numeric)], gives: .integer, "The largest integer that is not above the number",
    examples: [("floor(2.7)", "2"), ("floor(-2.5)", "-3")]
  ) { arguments, _ throws(WhetError) in
    guard case .number(let number) = arguments.first else { return .integer(try arguments.integer(0)) }
    return try whole(number.rounded(.down))
  }
}
