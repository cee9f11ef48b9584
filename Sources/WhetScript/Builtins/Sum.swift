import WhetCore

extension Builtin {
  static let sum = Builtin(
    "sum", [.init("list", .list)], gives: [.integer, .number, .duration],
    "All numbers or durations of a list added up; 0 for an empty one",
    examples: [("sum([1, 2, 3])", "6"), ("sum([0.1, 0.2])", "0.30000000000000004"), ("sum([90s, 30s])", "2m")]
  ) { arguments, _ throws(WhetError) in
    let list = try arguments.list(0)
    return try Total(of: list, for: "sum").sum()
  }
}
