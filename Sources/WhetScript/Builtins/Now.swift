import WhetCore

extension Builtin {
  static let now = Builtin(
    "now", [], gives: .duration, "The time since 1970-01-01 00:00 UTC",
    examples: [("type(now())", #""duration""#), ("now() > 1d", "true")]
  ) { _, surroundings throws(WhetError) in
    .duration(surroundings.now())
  }
}
