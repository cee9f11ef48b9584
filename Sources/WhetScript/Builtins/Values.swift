import WhetCore

extension Builtin {
  static let values = Builtin(
    "values", [.init("record", .record)], gives: .list, "The values of a record's fields, in their order",
    examples: [("values({b: 1, a: 2})", "[1, 2]")]
  ) { arguments, _ throws(WhetError) in
    .list(try ScriptList(try arguments.record(0).members.map(\.value)))
  }
}
