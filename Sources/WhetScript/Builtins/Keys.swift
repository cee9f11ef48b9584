import WhetCore

extension Builtin {
  static let keys = Builtin(
    "keys", [.init("record", .record)], gives: .list, "The names of a record's fields, in their order",
    examples: [("keys({b: 1, a: 2})", #"["b", "a"]"#)]
  ) { arguments, _ throws(WhetError) in
    .list(ScriptList(flat: try arguments.record(0).names.map(ScriptValue.text)))
  }
}
