import WhetCore

extension Builtin {
  static let mean = Builtin(
    "mean", [.init("list", .list)], gives: [.number, .duration],
    "The arithmetic mean of the numbers or durations of a list",
    examples: [("mean([1, 2])", "1.5"), ("mean([1s, 3s])", "2s")]
  ) { arguments, _ throws(WhetError) in
    let list = try arguments.list(0)
    return try Total(of: list, for: "mean").mean()
  }
}
