import WhetCore

extension Builtin {
  static let type = Builtin(
    "type", [.init("value", .any)], gives: .text,
    "The kind of a value: \(ValueKinds.any.kindNames.map { "`\($0)`" }.joined(separator: ", "))",
    examples: [("type(1)", #""integer""#), ("type(1.0)", #""number""#), ("type([])", #""list""#)]
  ) { arguments, _ throws(WhetError) in
    .text((arguments.first ?? .null).kind.kindNames.first ?? "")
  }
}
