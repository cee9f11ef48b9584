import WhetCore

extension Builtin {
  static let string = Builtin(
    "string", [.init("value", .any)], gives: [.text, .secret],
    "The value as text, as `echo` shows it; a text as it is, a secret stays one",
    examples: [("string(1.5)", #""1.5""#), (#"string([1, "a"])"#, #""[1, \"a\"]""#), (#"string("a")"#, #""a""#)]
  ) { arguments, _ throws(WhetError) in
    let value = arguments.first ?? .null
    if case .secret = value { return value }
    try value.requireWritable()
    return try .bounded(value.text)
  }
}
