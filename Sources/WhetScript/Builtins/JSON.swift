import WhetCore

extension Builtin {
  static let json = Builtin(
    "json", [.init("value", .any), .init("indent", .integer, isOptional: true)], gives: .text,
    "The value as JSON text, in one line or with an indent of up to 8 spaces; durations in seconds, secrets hidden",
    examples: [("json({a: [1, null]})", #""{\"a\":[1,null]}""#), ("json(90s)", #""90""#)]
  ) { arguments, _ throws(WhetError) in
    let indent = try arguments.integer(1, within: 0...8, else: 0, "the indent of json")
    let value = arguments.first ?? .null
    try value.requireWritable(indent: indent)
    return try .bounded(value.json.json(indent: indent))
  }
}
