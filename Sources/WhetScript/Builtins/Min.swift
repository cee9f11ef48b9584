import WhetCore

extension Builtin {
  static let min = Builtin(
    "min", [.init("list", .list)], gives: [.integer, .number, .text, .duration],
    "The smallest number, text or duration of a list",
    examples: [("min([2, 1, 3])", "1"), ("min([5m, 90s])", "90s")]
  ) { arguments, _ throws(WhetError) in
    try arguments.list(0).first(for: "min", by: ValueOrder.precedes)
  }
}
