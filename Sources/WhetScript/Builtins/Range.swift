import WhetCore

extension Builtin {
  static let range = Builtin(
    "range",
    [
      .init("start", .integer), .init("end", .integer, isOptional: true), .init("step", .integer, isOptional: true),
    ], gives: .list, "The integers from `start` up to but without `end`; `range(end)` begins at 0",
    examples: [("range(3)", "[0, 1, 2]"), ("range(1, 4)", "[1, 2, 3]"), ("range(6, 0, -2)", "[6, 4, 2]")]
  ) { arguments, _ throws(WhetError) in
    let first = try arguments.integer(0)
    guard arguments.count > 1 else { return .list(try integers(from: 0, to: first, step: 1)) }
    let step = arguments.count > 2 ? try arguments.integer(2) : 1
    return .list(try integers(from: first, to: try arguments.integer(1), step: step))
  }

  /// What a number with a fraction still counts exactly.
  private static let rangeCountLimit: Int64 = 1 << 53

  private static func integers(from start: Int64, to end: Int64, step: Int64) throws(WhetError) -> ScriptList {
    guard step != 0 else { throw .invalidArgument("range cannot go in steps of 0") }
    guard step > 0 ? start < end : start > end else { return .empty }
    let (distance, overflows) = end.subtractingReportingOverflow(start)
    let (steps, rest) = Int128(distance).quotientAndRemainder(dividingBy: Int128(step))
    guard !overflows, steps <= rangeCountLimit else {
      throw .invalidArgument("the ends of the range are too far apart")
    }
    return .range(first: start, step: step, count: Int(steps) + (rest == 0 ? 0 : 1))
  }
}
