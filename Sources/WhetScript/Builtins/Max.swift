import WhetCore

extension Builtin {
  static let max = Builtin(
    "max", [.init("list", .list)], gives: [.integer, .number, .text, .duration],
    "The largest number, text or duration of a list",
    examples: [("max([2, 3, 1])", "3"), (#"max(["a", "b"])"#, #""b""#)]
  ) { arguments, _ throws(WhetError) in
    try arguments.list(0).first(for: "max", by: { ValueOrder.precedes($1, $0) })
  }
}
